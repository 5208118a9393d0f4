"use client"

import { useFormatter, useTranslations } from "next-intl"
import { type ReactNode, useId, useState } from "react"
import { Button } from "../_ui/Button"
import { Segmented } from "../_ui/Choice"
import { AlongTexts } from "./AlongText"
import type { BandsFor } from "./bands"
import { Choices } from "./Choices"
import { CodeTable } from "./CodeTable"
import { EmptyCoders } from "./CodeWarnings"
import { CompareTools } from "./CompareTools"
import { ConfusionMap } from "./ConfusionMap"
import { ExportMenu } from "./ExportMenu"
import { FigureLines } from "./FigureLines"
import { figuresOfAll } from "./figures"
import { Headline } from "./Headline"
import { HeatMap, MANY_DOCUMENTS } from "./HeatMap"
import { onlyPair } from "./names"
import { Overlaps } from "./Overlaps"
import { Paragraph } from "./Paragraph"
import type { Read } from "./read"
import { Strata } from "./Strata"
import { Unmatched } from "./Unmatched"
import { usePaper } from "./usePaper"
import { VariantBar } from "./VariantBar"

/** All figures of a comparison: first what to talk about, then how sure, then how to say it. */
export function Figures({ read, isPending }: { readonly read: Read; readonly isPending: boolean }) {
  const t = useTranslations("agreement")
  const { answer, project, ask } = read
  const [isChoosing, setChoosing] = useState(false)
  const format = useFormatter()
  usePaper()
  const isEmpty = answer.figures.documents.length === 0
  return (
    <div className="main agreement" aria-busy={isPending}>
      <h1 className="vh">{t("title")}</h1>
      <p className="small q2 printed-head">
        {[answer.project.name, t("title"), format.dateTime(new Date(), "day")].join(" · ")}
      </p>
      {!isEmpty && <Headline read={read} />}
      <div className="bar">
        <VariantBar read={read} />
        <div className="row wrap acts">
          <Button icon="filter" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
            {t("choose.act")}
          </Button>
          <ExportMenu read={read} />
        </div>
      </div>
      {isChoosing && <Choices read={read} />}
      <p className="vh" role="status">
        {isPending ? t("refreshing") : ""}
      </p>
      {isEmpty ? (
        <p className="q2">{t("nothing.none")}</p>
      ) : (
        <>
          <EmptyCoders read={read} />
          <Body read={read} />
        </>
      )}
      <a className="link small back" href={`/projects/${project}`} hidden={!isEmpty}>
        {t("nothing.back")}
      </a>
      {isEmpty && (
        <Button onClick={() => ask({ sources: null, stratum: "all", pair: null, exclude: [] })}>
          {t("choose.reset")}
        </Button>
      )}
    </div>
  )
}

function Body({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const { answer, view, change } = read
  const { figures, asked } = answer
  const coefficients: readonly BandsFor[] = ["alpha", "kappa"]
  const { resampling } = figures
  const isWide = figures.documents.length >= MANY_DOCUMENTS
  const heat = (
    <Part title={t("heat.title")} lead={t("heat.lead")}>
      <HeatMap read={read} />
    </Part>
  )
  return (
    <>
      <div className="two">
        <div>
          <Part
            title={t("table.title")}
            lead={t("table.lead")}
            end={
              <Segmented
                label={t("coefficient.label")}
                options={coefficients.map((value) => ({ value, label: t(`coefficient.${value}`) }))}
                value={view.coefficient}
                onChange={(coefficient) => change({ coefficient, bands: null })}
              />
            }
          >
            <CodeTable read={read} />
          </Part>
          <Part title={t("confusion.title")}>
            <ConfusionMap read={read} />
          </Part>
        </div>
        <div>
          {!isWide && heat}
          <Part title={t("along.title")} lead={t("along.lead")}>
            <AlongTexts read={read} />
          </Part>
        </div>
      </div>
      {isWide && heat}
      <Part title={t("unmatched.title")} lead={t("unmatched.lead", { overlap: asked.overlap })}>
        <Unmatched read={read} />
      </Part>
      {answer.strata.length > 1 && (
        <Part title={t("strata.title")} lead={t("strata.lead")}>
          <Strata read={read} />
        </Part>
      )}
      <Part title={t("explain.title")} lead={t("explain.lead")}>
        <FigureLines
          figures={figuresOfAll(figures.overall, onlyPair(figures.overall.pairs))}
          unit={asked.unit}
        />
        <Overlaps read={read} />
        {resampling.by && (
          <p className="small q2 note">
            {t("explain.interval", {
              by: resampling.by,
              clusters: resampling.clusters,
              draws: resampling.draws,
              confidence: resampling.confidence,
            })}
          </p>
        )}
        <p className="small q2 note">{t("explain.legend")}</p>
      </Part>
      <Part title={t("compare.title")} lead={t("compare.lead")}>
        <CompareTools read={read} />
      </Part>
      <Part title={t("methods.title")} lead={t("methods.lead")}>
        <Paragraph text={answer.methods} />
      </Part>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly lead?: string
  readonly end?: ReactNode
  readonly children: ReactNode
}

function Part({ title, lead, end, children }: PartProps) {
  const id = useId()
  return (
    <section className="part" aria-labelledby={id}>
      <div className="row wrap apart head">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p className="small q2">{lead}</p>}
        </div>
        {end}
      </div>
      {children}
    </section>
  )
}
