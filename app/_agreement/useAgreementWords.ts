"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { Figure, WhyUndefined } from "../../core/agreement/figure"
import type { Interval, WhyNoInterval } from "../../core/agreement/interval"
import { outOfHundred } from "./outOfHundred"

const why = {
  "no units": "noUnits",
  "one coder": "oneCoder",
  "no variation": "noVariation",
  "one code": "oneCode",
  "never met": "neverMet",
  "overlapping units": "overlappingUnits",
  "undefined pair": "undefinedPair",
  "not numeric": "notNumeric",
  "unequal coders": "unequalCoders",
  "few units": "fewUnits",
  "no spread": "noSpread",
  "dependent units": "dependentUnits",
} as const satisfies Record<WhyUndefined, string>

const whyNoInterval = {
  "not asked": "notAsked",
  "no figure": "noFigure",
  "one cluster": "oneCluster",
  "undefined draws": "undefinedDraws",
} as const satisfies Record<WhyNoInterval, string>

/** Figures as they are written: two decimals, a dash where there is none, and why. */
export function useAgreementWords() {
  const t = useTranslations("agreement")
  const format = useFormatter()
  const coefficient = (value: number) => {
    const written = format.number(value, "coefficient").replace("-", "−")
    return /[1-9]/.test(written) ? written : written.replace("−", "")
  }
  const whyNone = (interval: Interval | null) =>
    interval === null ? "never" : interval.low === null ? whyNoInterval[interval.reason] : null
  return {
    coefficient,
    /** 100 % only where it is exactly so. */
    percent: (value: number) =>
      format.number(outOfHundred(value) / 100, { style: "percent", maximumFractionDigits: 2 }),
    /** The same where the heading says what it is of. */
    share: (value: number) =>
      format.number(outOfHundred(value), { maximumFractionDigits: value < 0.01 ? 1 : 0 }),
    /** The value, or a dash. */
    figure: ({ value }: Figure) => (value === null ? "—" : coefficient(value)),
    /** A sentence why there is none; null where there is. */
    undefined: (figure: Figure) =>
      figure.value === null ? t("undefined", { why: t(`why.${why[figure.reason]}`) }) : null,
    interval: (interval: Interval) =>
      interval.low === null ? null : `${coefficient(interval.low)} – ${coefficient(interval.high)}`,
    noInterval: (interval: Interval | null) => {
      const why = whyNone(interval)
      return why && t("noInterval", { why: t(`whyNoInterval.${why}`) })
    },
    /** The same where there is little room. */
    noIntervalShort: (interval: Interval | null) => {
      const why = whyNone(interval)
      return why && t(`noIntervalShort.${why}`)
    },
  }
}
