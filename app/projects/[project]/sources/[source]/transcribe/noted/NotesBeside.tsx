"use client"

import { useTranslations } from "next-intl"
import { memo, type RefObject, useEffect, useRef } from "react"
import { createPortal } from "react-dom"
import type * as Y from "yjs"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"
import { markedTurn } from "../../../../../../_editor/turnShown"
import { useFieldNotes } from "../../../../../../_fieldNotes/useFieldNotes"
import { type Keymap, shownKey } from "../../../../../../_keys/acts"
import { useRichText } from "../../../../../../_sync/useRichText"
import { isMac } from "../../../../../../_ui/useChord"
import { NoteItem } from "./NoteItem"
import { useBesideTurns } from "./useBesideTurns"
import { type Group, usePutting } from "./usePutting"
import { useRoomBeside } from "./useRoomBeside"
import { turnLookedAt, useTurnAtWork } from "./useTurnAtWork"
import { useTurnsShown } from "./useTurnsShown"
import "../../../../../../_fieldNotes/fieldNotes.css"
import "./noted.css"

interface Props {
  readonly source: string
  readonly place: string
  readonly editor: TranscriptEditor
  /** Plays from a moment; undefined where nothing can be heard. */
  readonly play: ((ms: number) => void) | undefined
  readonly keymap: Keymap
  /** Where they are folded away while there is no room beside the words. */
  readonly side: HTMLElement | null
  /** Is given what the key does; null while there is nothing to do. */
  readonly act: RefObject<(() => void) | null>
}

/** What was noted live, at the turns during which it was; each sign goes into the words by one key. */
export const NotesBeside = memo(function NotesBeside({ source, ...rest }: Props) {
  const { doc } = useRichText(`notes/${source}`)
  return doc && <Beside {...{ ...rest, room: doc }} />
})

function Beside({ room, place, editor, play, keymap, side, act }: Omit<Props, "source"> & { room: Y.Doc }) {
  const t = useTranslations("notes.beside")
  const notes = useFieldNotes(room)
  const turns = useTurnsShown(editor)
  const putting = usePutting({ room, notes, editor, turns })
  const hasRoom = useRoomBeside()
  const at = useTurnAtWork(editor, turnLookedAt)
  const lane = useBesideTurns(editor, hasRoom && notes.marks.length > 0)
  const mark = useRef<((turn: number | null) => boolean) | null>(null)
  useEffect(() => {
    const marked = markedTurn(editor.view, "noted")
    mark.current = marked
    return () => {
      marked(null)
      mark.current = null
    }
  }, [editor])
  useEffect(() => {
    act.current = putting.putNext
    return () => {
      act.current = null
    }
  }, [act, putting.putNext])
  if (notes.marks.length === 0) return null

  const { groups, nowhere } = putting
  const chord = shownKey(keymap, "putNote", isMac())
  const lines = (group: Group) => (
    <ol className="note-lines small">
      {group.notes.map((each) => (
        <NoteItem
          key={each.note.marks[0].id}
          {...{ each, notes, play, putting }}
          estimated={group.estimated}
          chord={chord}
          look={(isLooked) => {
            putting.choose(isLooked ? each : null)
            mark.current?.(isLooked ? group.turn : null)
          }}
        />
      ))}
    </ol>
  )
  const without = nowhere > 0 && (
    <p className="small q note-nowhere">
      {t("nowhere", { count: nowhere })} <a href={`${place}/live#after`}>{t("lay")}</a>
    </p>
  )
  const said = (
    <p className="vh" role="status">
      {putting.last !== null && t("done", { remark: putting.last })}
    </p>
  )
  if (hasRoom) {
    return (
      <section className="note-lane" aria-label={t("label")}>
        {said}
        {without}
        <div className="lane" ref={lane}>
          {groups.map((group) => (
            <section
              key={group.turn ?? "before"}
              data-turn={group.turn ?? 0}
              aria-label={group.turn === null ? t("before") : t("ofTurn", { number: group.turn + 1 })}
            >
              {group.turn === null && <p className="micro q">{t("before")}</p>}
              {lines(group)}
            </section>
          ))}
        </div>
      </section>
    )
  }
  const nameOf = ({ turn }: Group) => (turn === null ? t("before") : t("ofTurn", { number: turn + 1 }))
  /** Those of the turn that is looked at, else the last before it. */
  const here = groups.findLast(({ turn }) => (turn ?? 0) <= at) ?? groups[0]
  return (
    side &&
    createPortal(
      <>
        {said}
        {here && (
          <section className="note-fold note-here" aria-label={nameOf(here)}>
            <h2 className="small q">{nameOf(here)}</h2>
            {lines(here)}
          </section>
        )}
        <details className="section note-fold">
          <summary className="small q">{t("count", { count: putting.count })}</summary>
          {without}
          {groups
            .filter((group) => group !== here)
            .map((group) => (
              <section key={group.turn ?? "before"} aria-label={nameOf(group)}>
                {lines(group)}
              </section>
            ))}
        </details>
      </>,
      side,
    )
  )
}
