"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Figure } from "../../core/agreement/figure"
import type { Interval } from "../../core/agreement/interval"
import { onlyPair } from "./names"
import { byNeedOfTalk, mostOfTheGap } from "./needOfTalk"
import { outOfHundred } from "./outOfHundred"
import type { Read } from "./read"
import { useAgreementWords } from "./useAgreementWords"
import { Value } from "./Value"

/** What one would say first, and the figures that most readers ask for. */
export function Headline({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const { answer } = read
  const { overall } = answer.figures
  const pair = onlyPair(overall.pairs)
  const { exclusive, anyCode, setAlphaDice } = overall
  return (
    <div className="headline">
      <p className="sentence">
        <Sentence read={read} />
      </p>
      <dl className="headline-figures">
        <Head name={t("figures.setAlphaDice.name")} figure={setAlphaDice} />
        {pair && <Head name={t("figures.pooledKappa.name")} figure={pair.pooledKappa} />}
        <Head name={t("figures.anyUAlpha.name")} figure={anyCode.uAlphaBinary} />
        {exclusive.cuAlpha.value !== null && (
          <Head name={t("figures.cuAlpha.name")} figure={exclusive.cuAlpha} />
        )}
      </dl>
    </div>
  )
}

function Sentence({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const common = useTranslations("common")
  const { answer, names } = read
  const lines = byNeedOfTalk(answer.figures.codes)
  const together = lines.reduce((sum, line) => sum + line.together, 0)
  const apart = lines.reduce((sum, line) => sum + line.apart, 0)
  if (together + apart === 0) return t("lead.nothingCoded")
  if (apart === 0) return t("lead.only")
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  // Holsti's index, over all pairs.
  const n = outOfHundred((2 * together) / (2 * together + apart))
  const few = mostOfTheGap(lines)
  const codes = few.map(({ code }) => common("quoted", { words: names.code(code.code) })).join(", ")
  return (
    <>
      {t.rich(`lead.${answer.asked.variant}`, { n, b })}{" "}
      {few.length === 1 && t.rich("lead.gapOne", { codes, b })}
      {few.length > 1 && t.rich("lead.gapSome", { count: few.length, codes, b })}
    </>
  )
}

function Head({ name, figure }: { name: string; figure: Figure & { readonly interval: Interval } }) {
  const words = useAgreementWords()
  return (
    <div className="headline-figure">
      <dt className="headline-name">{name}</dt>
      <dd className="headline-value">
        <Value figure={figure} />
      </dd>
      <dd className="small q num">{figure.value === null ? "" : (words.interval(figure.interval) ?? "")}</dd>
    </div>
  )
}
