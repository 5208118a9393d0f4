"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { FieldNotes } from "../../core/fieldNotes"
import type { HeardNote } from "../../core/notesBeside"
import { positionText } from "../_sound/positionText"
import { leadTo } from "./lead"
import { useMarkWords } from "./useMarkWords"

interface Props {
  readonly note: HeardNote
  readonly notes: FieldNotes
  /** Plays from there; left out where nothing can be heard. */
  readonly play: ((ms: number) => void) | undefined
  /** The turn beside which it stands may be another. */
  readonly estimated?: boolean
  readonly children?: ReactNode
}

/** What was noted at a moment of the recording, in one line: when, who, what; by how many. */
export function NoteLine({ note: { marks, ms }, notes, play, estimated, children }: Props) {
  const t = useTranslations("notes")
  const words = useMarkWords(notes)
  const position = positionText(ms)
  return (
    <>
      {play ? (
        <button
          type="button"
          className="note-time num"
          aria-label={t("after.play", { position })}
          // The cursor stays in the words.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => play(leadTo(ms))}
        >
          {position}
        </button>
      ) : (
        <span className="note-time num">{position}</span>
      )}
      <span className="grow">
        {estimated && (
          <span className="q" title={t("beside.estimated")}>
            <span aria-hidden="true">≈ </span>
            <span className="vh">{t("beside.estimated")} </span>
          </span>
        )}
        {words.ofAll(marks)}
        {marks.length > 1 && <span className="q"> {t("mark.times", { count: marks.length })}</span>}
      </span>
      {children}
    </>
  )
}
