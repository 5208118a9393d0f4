"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useCallback } from "react"
import type { MemberId } from "../../core/model"
import type { FlagView } from "../../core/view"
import type { Names } from "./names"
import { beginningOf } from "./quoteText"
import { type Readings, waitsFor } from "./readings"
import { useVerdictWords } from "./useVerdictWords"

/** Where a disagreement stands, in one short line under its name in a list. */
export function useStandingWords(names: Names, me: MemberId, isCoder: boolean) {
  const t = useTranslations("review")
  const format = useFormatter()
  const verdictWords = useVerdictWords(names)
  return useCallback(
    (flag: FlagView, readings: Readings): string => {
      const { standing } = flag
      switch (standing.is) {
        case "proposed": {
          const name = names.call(standing.proposal.by)
          if (!isCoder) return t("flag.proposes", { name })
          if (waitsFor(flag, me) === "me") return t("flag.waitsMine", { name })
          const other = [names.side.a, names.side.b].find((each) => each && each.id !== me)
          return t("flag.waitsTheirs", { name: other ? names.call(other.id) : "" })
        }
        case "referred":
          return t("flag.referredOn", { date: format.dateTime(new Date(standing.referral.at), "shortDay") })
        case "parked":
          return t("flag.parkedUntil", { until: standing.until })
        case "resolved": {
          const { resolution } = standing
          const verdict = verdictWords(resolution.verdict, flag, readings)
          if (resolution.how === "consensus") return t("decided.together", { verdict })
          return t("decided.by", { verdict, name: names.call(resolution.by[0] ?? "") })
        }
        case "settled":
          return standing.by === "tolerance" ? t("decided.tolerance") : t("decided.settledMerge")
        case "open":
          // What one alone coded, and cuts, are not heard again as a ritual: their words say more.
          if (flag.kind !== "code" && flag.listenings.length === 0) return beginningOf(flag.quote, 42)
          if (!flag.clip) return t("flag.silent")
          if (standing.listenedTogether) return t("flag.heardTogether")
          if (standing.listenedBy.length === 0) return t("flag.unheard")
          return t("flag.heardBy", { names: format.list(standing.listenedBy.map(names.call)) })
      }
    },
    [t, format, verdictWords, names, me, isCoder],
  )
}
