"use client"

import { useTranslations } from "next-intl"
import { useMemo } from "react"
import type { MemberId, PlacedTurn, Span } from "../../core/model"
import { notesBeside } from "../../core/notesBeside"
import { useRichText } from "../_sync/useRichText"
import { Debriefing } from "./Debriefing"
import { NoteLine } from "./NoteLine"
import { useFieldNotes } from "./useFieldNotes"
import "./fieldNotes.css"

interface Props {
  readonly source: string
  readonly turns: readonly PlacedTurn[]
  /** What is being read of the transcript; null: nothing yet. */
  readonly passage: Span | null
  readonly play: ((ms: number) => void) | undefined
  readonly me: MemberId
}

/** What was noted live while a passage was said, and what was written about it afterwards; to be read. */
export function PassageNotes({ source, turns, passage, play, me }: Props) {
  const t = useTranslations("notes.beside")
  const text = useRichText(`notes/${source}`)
  const notes = useFieldNotes(text.doc)
  const beside = useMemo(() => notesBeside(turns, notes), [turns, notes])
  if (!text.doc || text.state === "refused") return null
  const isHere = (index: number) => {
    const turn = turns[index]
    return passage !== null && turn !== undefined && turn.from < passage.to && turn.to > passage.from
  }
  const here = beside.turns.filter(({ turn }) => isHere(turn))
  const first = passage?.from === 0 ? beside.before : []
  const none = here.length === 0 && first.length === 0
  return (
    <>
      {notes.marks.length > 0 && (
        <details className="section passage-notes" open>
          <summary className="small q">{t("label")}</summary>
          {none ? (
            <p className="small q">{t(isLaid(beside) ? "noneHere" : "notLaid")}</p>
          ) : (
            <ol className="note-lines small" aria-label={t("label")}>
              {first.map((note) => (
                <li key={note.marks[0].id}>
                  <NoteLine {...{ note, notes, play }} />
                </li>
              ))}
              {here.flatMap(({ estimated, notes: heard }) =>
                heard.map((note) => (
                  <li key={note.marks[0].id}>
                    <NoteLine {...{ note, notes, play, estimated }} />
                  </li>
                )),
              )}
            </ol>
          )}
        </details>
      )}
      <Debriefing {...{ text, me }} />
    </>
  )
}

function isLaid({ before, turns }: ReturnType<typeof notesBeside>): boolean {
  return before.length > 0 || turns.length > 0
}
