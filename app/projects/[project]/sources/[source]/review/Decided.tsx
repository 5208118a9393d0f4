"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { Standing } from "../../../../../../core/reading"
import { lengthOf } from "../../../../../../core/text"
import type { FlagView } from "../../../../../../core/view"
import type { Readings } from "../../../../../_discussion/readings"
import { useVerdictWords } from "../../../../../_discussion/useVerdictWords"
import { Icon } from "../../../../../_ui/Icon"
import type { Discussing } from "./discussing"
import { Reopen } from "./Reopen"

interface Props {
  readonly discussing: Discussing
  readonly flag: FlagView
  readonly readings: Readings
}

/** What it came to and why, with the way back; what each had coded stays below it. */
export function Decided({ discussing, flag, readings }: Props) {
  const t = useTranslations("review.decided")
  const { standing } = flag
  const words = useDecisionWords(discussing)(standing, flag, readings)
  if (!words) return null
  const resolution = standing.is === "resolved" || standing.is === "parked" ? standing.resolution : null
  return (
    <section className="decision" aria-label={words}>
      <p className="row top-aligned">
        <Icon name={standing.is === "parked" ? "clock" : "check"} />
        <b className="strong grow">{words}</b>
        {standing.is === "resolved" && <Reopen {...{ discussing, flag }} resolution={standing.resolution} />}
      </p>
      {resolution?.reason && <p className="verbatim">{resolution.reason}</p>}
      {standing.is === "resolved" && <Outcome {...{ discussing, flag }} />}
      {standing.is === "parked" && discussing.isCoder && <p className="small q2">{t("takeUp")}</p>}
    </section>
  )
}

function Outcome({ discussing: { names }, flag }: Pick<Props, "discussing" | "flag">) {
  const t = useTranslations("review")
  const common = useTranslations("common")
  if (flag.outcome.length === 0) return <p className="small q2">{t("decided.nothingStands")}</p>
  return (
    <p className="small q2">
      {t("decided.stands")}
      {common("colon")}
      {flag.outcome
        .map(
          ({ code, words }) =>
            `${names.code(names.canonical(code))}, ${t("flag.words", { count: lengthOf(words) })}`,
        )
        .join(" · ")}
    </p>
  )
}

function useDecisionWords({ names }: Discussing) {
  const t = useTranslations("review.decided")
  const format = useFormatter()
  const verdictWords = useVerdictWords(names)
  return (standing: Standing, flag: FlagView, readings: Readings): string | null => {
    switch (standing.is) {
      case "resolved": {
        const { resolution } = standing
        const verdict = verdictWords(resolution.verdict, flag, readings)
        if (resolution.how === "consensus") return t("together", { verdict })
        const name = format.list(resolution.by.map(names.call))
        const noter = resolution.notedBy
        return noter ? t("noted", { name, verdict, noter: names.call(noter) }) : t("by", { name, verdict })
      }
      case "parked":
        return t("parked", { name: names.call(standing.resolution.by[0] ?? ""), until: standing.until })
      case "settled": {
        if (standing.by === "tolerance") return t("tolerance")
        const { merge } = standing
        if (!merge) return t("settledMerge")
        return t(standing.by, {
          from: names.code(merge.from),
          into: names.code(merge.into),
          name: names.call(merge.by),
          date: format.dateTime(new Date(merge.at), "shortDay"),
        })
      }
      default:
        return null
    }
  }
}
