"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { FlagView, HistoryEvent } from "../../core/view"
import { KindGlyph } from "../_ui/KindGlyph"
import { Who } from "../_ui/Who"
import { glyphOf } from "./glyph"
import type { Names } from "./names"
import type { Readings } from "./readings"
import { useVerdictWords } from "./useVerdictWords"

interface Props {
  readonly flag: FlagView
  readonly readings: Readings
  readonly names: Names
}

/** All that happened about a disagreement, oldest first, so that nobody has to remember. */
export function History({ flag, readings, names }: Props) {
  const t = useTranslations("review.history")
  const format = useFormatter()
  const words = useEventWords({ flag, readings, names })
  return (
    <section className="history-box" aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <ol className="history">
        {flag.history.map((event, place) => {
          const by = names.person(event.by[0] ?? "")
          const { text, reason } = words(event)
          return (
            <li key={place}>
              {by ? (
                <Who side={by.side ?? "s"} name={by.name} silent />
              ) : (
                <KindGlyph kind={glyphOf({ kind: flag.kindAtReveal, level: flag.level })} silent />
              )}
              <div>
                {text}
                {reason && <p className="small q2">{reason}</p>}
                <time className="small q num" dateTime={event.at}>
                  {format.dateTime(new Date(event.at), "moment")}
                </time>
              </div>
            </li>
          )
        })}
      </ol>
      <div className="stays small q2">
        <b className="strong">{t("stays")}</b>
        <p>{t("staysBody")}</p>
      </div>
    </section>
  )
}

function useEventWords({ flag, readings, names }: Props) {
  const t = useTranslations("review.history")
  const format = useFormatter()
  const verdictWords = useVerdictWords(names)
  return (event: HistoryEvent): { text: string; reason?: string } => {
    const name = names.call(event.by[0] ?? "")
    switch (event.what) {
      case "handed-in":
        return { text: t("handedIn", { name }) }
      case "flagged":
        return { text: t("flagged") }
      case "listened": {
        const seconds = Math.max(1, Math.round(event.heardMs / 1000))
        return { text: t(event.together ? "listenedTogether" : "listened", { name, seconds }) }
      }
      case "not-listened":
        return { text: t("notListened", { name, reason: event.reason }) }
      case "proposed": {
        const { verdict, reason, oral } = event.proposal
        const said = verdictWords(verdict, flag, readings)
        return { text: t(oral ? "proposedOral" : "proposed", { name, verdict: said }), reason }
      }
      case "withdrew":
        return { text: t("withdrew", { name }) }
      case "referred":
        return { text: t("referred", { name }), reason: event.referral.reason }
      case "decided": {
        const { resolution } = event
        const { reason } = resolution
        if (resolution.verdict.kind === "parked")
          return { text: t("parked", { name, until: resolution.verdict.until }), reason }
        const verdict = verdictWords(resolution.verdict, flag, readings)
        if (resolution.how === "consensus") {
          const both = format.list(resolution.by.map(names.call))
          return { text: t("decidedTogether", { names: both, verdict }) }
        }
        const noter = resolution.notedBy
        return noter
          ? { text: t("noted", { name, verdict, noter: names.call(noter) }), reason }
          : { text: t("decidedBy", { name, verdict }), reason }
      }
      case "undid":
        return { text: t("undid", { name }) }
    }
  }
}
