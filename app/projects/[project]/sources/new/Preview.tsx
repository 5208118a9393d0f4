import { useTranslations } from "next-intl"
import { useState } from "react"
import type { TranscriptOrigin } from "../../../../../core/exchange/transcriptDraft"
import type { Transcript } from "../../../../../core/model"
import { positionText } from "../../../../_sound/positionText"
import { Button } from "../../../../_ui/Button"
import { classes } from "../../../../_ui/classes"
import { Icon } from "../../../../_ui/Icon"

const FIRST = 12

interface Props {
  readonly transcript: Transcript
  readonly origin: TranscriptOrigin
}

/** The transcript as coders will read it: its first turns, all on request. */
export function Preview({ transcript, origin }: Props) {
  const t = useTranslations("source.preview")
  const [all, setAll] = useState(false)
  const { speakers, turns } = transcript
  const shown = all ? turns : turns.slice(0, FIRST)
  return (
    <section className="preview" aria-label={t("title")}>
      <h3 className="small q">{t("title")}</h3>
      {origin === "machine" && (
        <p className="notice">
          <Icon name="sound" />
          {t("machine")}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys have to reach it. */}
      <ol tabIndex={0} aria-label={t("title")}>
        {shown.map((turn, index) => {
          const speaker = speakers.find(({ id }) => id === turn.speaker)
          return (
            <li key={index} className={classes("turn", speaker?.interviewer && "interviewer")}>
              <span className="speaker" title={speaker?.label}>
                {speaker?.label ?? t("nobody")}
                {turn.startMs !== null && <span className="time">{positionText(turn.startMs)}</span>}
              </span>
              <p>{turn.text}</p>
            </li>
          )
        })}
      </ol>
      {turns.length > FIRST && (
        <Button kind="bare" aria-expanded={all} onClick={() => setAll((now) => !now)}>
          {all ? t("less") : t("more", { count: turns.length - FIRST })}
        </Button>
      )}
    </section>
  )
}
