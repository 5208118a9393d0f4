"use client"

import { useTranslations } from "next-intl"
import { Fragment } from "react"
import type { Figure } from "../../core/agreement/figure"
import type { Interval } from "../../core/agreement/interval"
import { FEW_SEGMENTS } from "../../core/agreement/warnings"
import { classes } from "../_ui/classes"
import { Icon } from "../_ui/Icon"
import { ScrollX } from "../_ui/ScrollX"
import { Who } from "../_ui/Who"
import { type BandsFor, bandOf, type Scale } from "./bands"
import { CodeDisputes } from "./CodeDisputes"
import { CodeWarnings } from "./CodeWarnings"
import { FigureLines } from "./FigureLines"
import { figuresOfCode } from "./figures"
import { domainOf, reached } from "./geometry"
import { onlyPair } from "./names"
import { byNeedOfTalk, type NeedOfTalk } from "./needOfTalk"
import { RangeMark } from "./RangeMark"
import type { Read } from "./read"
import { useAgreementWords } from "./useAgreementWords"
import { Value } from "./Value"

/** Every code on a line, those there is most to talk about first; a line opens on all figures of its code. */
export function CodeTable({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement.table")
  const c = useTranslations("agreement.coefficient")
  const b = useTranslations("agreement.bands.scale")
  const { answer, view, change, names } = read
  const { figures, asked } = answer
  const { by } = figures.resampling
  const lines = byNeedOfTalk(figures.codes)
  const shown = lines.map((line) => headFigure(line, view.coefficient))
  const domain = domainOf(reached(shown))
  const isByPair = onlyPair(figures.overall.pairs) !== null
  const isMany = figures.coders.length > 2
  const isMean = view.coefficient === "kappa" && !isByPair
  const hasWords = lines.every(({ code }) => code.pairs.every(({ inCommon }) => inCommon.words !== null))
  if (lines.length === 0) return <p className="q2">{t("empty")}</p>
  return (
    <ScrollX label={t("caption")}>
      <table className="flush by-code">
        <caption className="vh">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("code")}</th>
            {figures.coders.map((coder) => {
              const side = names.side(coder)
              return (
                <th key={coder} scope="col" className={classes("r", isMany && "wide-only")}>
                  {side ? (
                    <Who side={side} name={names.coder(coder)} size="small" silent />
                  ) : (
                    names.coder(coder)
                  )}
                  <span className="vh">{t("of", { name: names.coder(coder) })}</span>
                </th>
              )
            })}
            <th scope="col" className="r wide-only">
              {hasWords ? t("commonWords") : t("commonCharacters")}
            </th>
            <th scope="col" className="r">
              {t("disputes")}
            </th>
            <th scope="col" className="r">
              <span aria-hidden="true">{view.coefficient === "alpha" ? "α" : "κ"}</span>
              <span className="vh">
                {view.coefficient === "alpha" ? c("alpha") : isByPair ? c("kappa") : c("light")}
              </span>
            </th>
            <th scope="col">
              {t("interval", { confidence: asked.confidence })}
              {view.bands && ` · ${b(view.bands)}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Line
              key={line.code.code}
              {...{ read, line, domain, hasWords }}
              figure={shown[at]!}
              open={view.code === line.code.code}
              toggle={() => change({ code: view.code === line.code.code ? null : line.code.code })}
            />
          ))}
        </tbody>
      </table>
      {isMean && <p className="small q2 note">{t("meanOfPairs")}</p>}
      {figures.warnings.some(({ kind }) => kind === "rare code") && (
        <p className="small q2 note">{t("rareNote", { least: FEW_SEGMENTS })}</p>
      )}
      {shown.some(({ interval }) => isRare(interval ?? null)) && by && (
        <p className="small q2 note">{t("withoutInterval", { by })}</p>
      )}
    </ScrollX>
  )
}

/** Too many draws have no use of the code: said once for all such codes. */
const isRare = (interval: Interval | null) =>
  interval !== null && interval.low === null && interval.reason === "undefined draws"

type Head = Figure & { readonly interval?: Interval }

/** The figure that a line leads with. */
function headFigure({ code }: NeedOfTalk, coefficient: BandsFor): Head {
  if (coefficient === "alpha") return code.all.krippendorffAlpha
  const pair = onlyPair(code.pairs)
  return pair ? pair.cohenKappa : code.all.lightKappa
}

interface LineProps {
  readonly read: Read
  readonly line: NeedOfTalk
  readonly figure: Head
  readonly domain: { readonly from: number; readonly to: number }
  readonly hasWords: boolean
  readonly open: boolean
  readonly toggle: () => void
}

function Line({ read, line, figure, domain, hasWords, open, toggle }: LineProps) {
  const t = useTranslations("agreement.table")
  const { answer, view, names } = read
  const { code } = line
  const { figures, asked } = answer
  const name = names.code(code.code)
  const common = code.pairs.reduce(
    (sum, { inCommon }) => sum + (hasWords ? inCommon.words! : inCommon.characters),
    0,
  )
  const removed = answer.codes.find(({ id }) => id === code.code)?.removed
  return (
    <Fragment>
      <tr className={classes("code-line", open && "open")} data-code={code.code}>
        <th scope="row">
          <button type="button" className="twist" aria-expanded={open} onClick={toggle}>
            <Icon name={open ? "chevronDown" : "chevronRight"} />
            <span>{name}</span>
          </button>
          {removed && <span className="small q2"> · {t("removed")}</span>}
          <CodeWarnings code={code.code} read={read} />
        </th>
        {code.byCoder.map(({ coder, segments }) => (
          <td key={coder} className={classes("r", code.byCoder.length > 2 && "wide-only")}>
            {segments}
          </td>
        ))}
        <td className="r wide-only">{common}</td>
        <td className="r">
          <CodeDisputes code={code.code} read={read} />
        </td>
        <td className="r strong">
          <Value figure={figure} />
        </td>
        <td className="reach">
          <Reach figure={figure} domain={domain} />
          {view.bands && figure.value !== null && (
            <Band value={figure.value} scale={view.bands} figure={figure} />
          )}
        </td>
      </tr>
      {open && (
        <tr className="more">
          <td colSpan={figures.coders.length + 5}>
            <section aria-label={t("more", { name })}>
              <FigureLines figures={figuresOfCode(code, onlyPair(figures.overall.pairs))} unit={asked.unit} />
            </section>
          </td>
        </tr>
      )}
    </Fragment>
  )
}

function Reach({ figure, domain }: Pick<LineProps, "figure" | "domain">) {
  const words = useAgreementWords()
  if (figure.value === null)
    return (
      <span className="small q2" aria-hidden="true">
        {words.undefined(figure)}
      </span>
    )
  const interval = figure.interval ?? null
  return (
    <span className="row">
      <RangeMark figure={figure} domain={domain} />
      {interval && interval.low !== null ? (
        <span className="small q2 num">{words.interval(interval)}</span>
      ) : (
        <WithoutInterval interval={interval} />
      )}
    </span>
  )
}

/** Why there is none: in a word, or where it holds of many lines, as a dash that is told below them. */
function WithoutInterval({ interval }: { readonly interval: Interval | null }) {
  const words = useAgreementWords()
  const why = words.noInterval(interval)
  return (
    <span className="small q2" title={why ?? undefined}>
      {interval === null || isRare(interval) ? (
        <>
          <span aria-hidden="true">—</span>
          <span className="vh">{why}</span>
        </>
      ) : (
        words.noIntervalShort(interval)
      )}
    </span>
  )
}

interface BandProps {
  readonly figure: Head
  readonly value: number
  readonly scale: Scale
}

/** An author's word for a value, and for how low it may be. */
function Band({ figure, value, scale }: BandProps) {
  const t = useTranslations("agreement")
  const word = bandOf(scale, value)
  const lowest = figure.interval?.low ?? null
  const low = lowest === null ? word : bandOf(scale, lowest)
  return (
    <span className="small band">
      {t(`bands.word.${word}`)}
      {low !== word && <span className="q2"> · {t("table.low", { word: t(`bands.word.${low}`) })}</span>}
    </span>
  )
}
