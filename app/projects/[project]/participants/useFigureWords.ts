"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useMemo } from "react"
import { headingOf } from "../../../../core/participants/blocks"
import { type Figures, type Flow, type NumberFigures, share } from "../../../../core/participants/figures"
import { type Language, tableWords } from "../../../../core/participants/words"

/** Figures in words, as they stand in a thesis. */
export interface FigureWords {
  readonly flow: (flow: Flow) => string
  /** Empty for what has no figures. */
  readonly sentence: (figures: Figures) => string
  /** What, and how much. */
  readonly rows: (figures: Figures) => [what: string, value: string][]
}

export function useFigureWords(language: Language): FigureWords {
  const t = useTranslations("participants.figures")
  const format = useFormatter()
  return useMemo(() => {
    const number = (value: number) => format.number(value, { maximumFractionDigits: 1 })
    const percent = (part: number, whole: number) =>
      format.number(share(part, whole) ?? 0, { style: "percent", maximumFractionDigits: 1 })
    const said = (option: string, { variable }: Figures) =>
      variable.kind === "yesNo" ? tableWords[language].yesNo[option as "yes" | "no"] : option
    const measures = ({ mean, deviation, median, lower, upper, least, most }: NumberFigures) => ({
      mean: number(mean),
      deviation: deviation === null ? "–" : number(deviation),
      median: number(median),
      lower: number(lower),
      upper: number(upper),
      least: number(least),
      most: number(most),
    })
    const missing = (figures: Figures) =>
      figures.missing > 0 ? t("missing", { count: figures.missing }) : ""
    const counted = (figures: Figures) =>
      figures.of !== "options" || figures.n === 0
        ? []
        : figures.options.map(({ option, count }): [string, string] => [
            said(option, figures),
            t("count", { count, share: percent(count, figures.n) }),
          ])
    return {
      flow: (flow) =>
        [
          t("sentence.flow", {
            approached: flow.approached,
            recruited: flow.recruited,
            share: percent(flow.recruited, flow.approached),
            refused: flow.refused,
          }),
          flow.waiting > 0 && t("sentence.waiting", { count: flow.waiting }),
          t("sentence.part", { tookPart: flow.tookPart, share: percent(flow.tookPart, flow.approached) }),
          flow.absent > 0 && t("sentence.absent", { count: flow.absent }),
          flow.declined > 0 && t("sentence.declined", { count: flow.declined }),
          flow.withdrew > 0 && t("sentence.withdrew", { count: flow.withdrew, sample: flow.sample }),
          flow.withThird > 0 && t("sentence.third", { count: flow.withThird }),
        ]
          .filter(Boolean)
          .join(" "),
      sentence: (figures) => {
        const { variable, n } = figures
        if (n === 0) return ""
        if (figures.of === "number" && figures.numbers)
          return t("sentence.number", {
            name: variable.name,
            unit: variable.unit === "" ? "" : ` ${variable.unit}`,
            n,
            missing: missing(figures),
            ...measures(figures.numbers),
          })
        if (figures.of !== "options") return ""
        const options = counted(figures).map((pair) => pair.join(" "))
        return t("sentence.options", {
          name: variable.name,
          options: options.join(", "),
          n,
          missing: missing(figures),
        })
      },
      rows: (figures) => {
        const name = headingOf(figures.variable)
        if (figures.of === "number" && figures.numbers) {
          const all = measures(figures.numbers)
          return [
            [t("row.mean", { name }), t("row.meanIs", all)],
            [t("row.median", { name }), t("row.medianIs", all)],
            [t("row.n", { name }), t("row.nIs", { n: figures.n, missing: figures.missing })],
          ]
        }
        return [
          ...counted(figures).map(([option, value]): [string, string] => [`${name} – ${option}`, value]),
          [t("row.n", { name }), t("row.nIs", { n: figures.n, missing: figures.missing })],
        ]
      },
    }
  }, [t, format, language])
}
