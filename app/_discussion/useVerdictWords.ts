"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useCallback } from "react"
import type { Verdict } from "../../core/reading"
import { lengthOf } from "../../core/text"
import type { FlagView } from "../../core/view"
import type { Names } from "./names"
import { loneSide, type Readings } from "./readings"

/** A verdict as the end of a sentence: "the two readings", "keep “on hérite”". */
export function useVerdictWords(names: Names) {
  const t = useTranslations("review.verdict")
  const format = useFormatter()
  return useCallback(
    (verdict: Verdict, flag: Pick<FlagView, "kind">, readings: Readings): string => {
      const list = (codes: readonly string[]) => format.list([...new Set(codes)].map(names.code))
      switch (verdict.kind) {
        case "reading": {
          const lone = loneSide(readings)
          const codes = list(readings[lone ?? verdict.of].map((each) => each.code))
          if (lone) return t(lone === verdict.of ? "keep" : "drop", { codes })
          const person = names.side[verdict.of]
          const name = person ? names.call(person.id) : verdict.of.toUpperCase()
          return flag.kind === "boundary" ? t("extentOf", { name }) : t("of", { name, codes })
        }
        case "both":
        case "neither":
          return t(verdict.kind)
        case "same-idea":
          return t(verdict.by, { from: names.code(verdict.from), into: names.code(verdict.into) })
        case "other":
          return t("other", { codes: list(verdict.codes), count: lengthOf(verdict.words) })
        case "parked":
          return t("parked", { until: verdict.until })
      }
    },
    [t, format, names],
  )
}
