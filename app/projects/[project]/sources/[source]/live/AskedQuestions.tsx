"use client"

import { useTranslations } from "next-intl"
import type * as Y from "yjs"
import { askedFrom, isExtra } from "../../../../../../core/eventGuide"
import type { FieldNotes } from "../../../../../../core/fieldNotes"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { positionText } from "../../../../../_sound/positionText"
import { IconButton } from "../../../../../_ui/IconButton"
import { TickingChoice } from "./TickingChoice"

interface Props {
  readonly notes: FieldNotes
  /** Where a moment stands in the recording; null where it has no place there. */
  readonly placeOf: (at: number) => number | null
  readonly hear: (place: number) => void
  /** To say how questions were ticked; null where one only reads. */
  readonly doc: Y.Doc | null
}

/** What was asked and when, what came besides the guide, and what of the guide was left. */
export function AskedQuestions({ notes, placeOf, hear, doc }: Props) {
  const t = useTranslations("notes.asked")
  const words = useMarkWords(notes)
  const ended = notes.clock.findLast(({ is }) => is === "ended")?.at ?? null
  const { asked, left } = askedFrom(notes, ended)
  if (asked.length + left.length === 0) return null
  const { guide } = notes.event
  return (
    <section className="stack" aria-label={t("label")}>
      <h2>{t("label")}</h2>
      <p className="small q2">
        {guide === null
          ? t("sum", { asked: asked.length, left: left.length })
          : t("sumOf", {
              number: guide.number,
              asked: asked.filter(({ isExtra }) => !isExtra).length,
              left: left.filter((entry) => !isExtra(notes, entry)).length,
              extra: asked.filter(({ isExtra }) => isExtra).length,
            })}
      </p>
      {doc && asked.length > 0 && <TickingChoice ticking={notes.event.ticking} doc={doc} />}
      <ol className="live-marks">
        {asked.map(({ entry, at, ms, isExtra }) => {
          const place = placeOf(at)
          return (
            <li key={entry.id} className="row">
              <span className="num q">{words.time(at)}</span>
              {place !== null && (
                <IconButton icon="play" label={t("hear", { text: entry.text })} onClick={() => hear(place)} />
              )}
              <span className="grow">
                {entry.text} {isExtra && <span className="tag">{t("extra")}</span>}
              </span>
              {ms !== null && <span className="small q num">{positionText(ms)}</span>}
            </li>
          )
        })}
      </ol>
      {left.length > 0 && (
        <>
          <h3>{t("left")}</h3>
          <ul className="live-marks" aria-label={t("left")}>
            {left.map((entry) => (
              <li key={entry.id} className="q2">
                {entry.text} {isExtra(notes, entry) && <span className="tag">{t("extra")}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
