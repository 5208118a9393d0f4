"use client"

import { useCallback, useMemo, useRef, useState } from "react"
import type * as Y from "yjs"
import type { FieldNotes } from "../../../../../../../core/fieldNotes"
import type { PlacedTurn } from "../../../../../../../core/model"
import { type HeardNote, notesBeside } from "../../../../../../../core/notesBeside"
import { changeEntry } from "../../../../../../../core/ydoc/fieldNotes"
import { putAt, standsIn } from "../../../../../../../core/ydoc/puttingNotes"
import { putRemark } from "../../../../../../_editor/putRemark"
import { offsetOf, readCursor } from "../../../../../../_editor/selection"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"
import { bringTurnIntoView } from "../../../../../../_editor/turnShown"
import { useRemark } from "../../../../../../_fieldNotes/useRemark"
import { useTurnAtWork } from "./useTurnAtWork"

/** A note that stands beside the words. */
export interface PutNote {
  readonly note: HeardNote
  /** Null: before the first. */
  readonly turn: number | null
  /** As it would be written; null where it does not belong there. */
  readonly remark: string | null
  /** It stands there, be it since somebody else put it there. */
  readonly isPut: boolean
}

/** The notes of a turn, or those before the first. */
export interface Group {
  readonly turn: number | null
  readonly estimated: boolean
  readonly notes: readonly PutNote[]
}

export interface Putting {
  readonly groups: readonly Group[]
  /** How many stand beside the words. */
  readonly count: number
  /** How many have no place there. */
  readonly nowhere: number
  /** What the key would put in; null where nothing is left from here on. */
  readonly next: PutNote | null
  /** What is looked at comes before what would be next; null: nothing any more. */
  readonly choose: (note: PutNote | null) => void
  /** The remark that was put in last; null before. */
  readonly last: string | null
  readonly put: (note: PutNote) => void
  readonly putNext: () => void
}

interface Given {
  readonly room: Y.Doc
  readonly notes: FieldNotes
  readonly editor: TranscriptEditor
  readonly turns: readonly PlacedTurn[]
}

/** The notes of a source beside its turns, and the way of each into the words. */
export function usePutting({ room, notes, editor, turns }: Given): Putting {
  const remarkOf = useRemark()
  const at = useTurnAtWork(editor)
  const [chosen, setChosen] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  const { groups, nowhere } = useMemo(() => {
    const beside = notesBeside(turns, notes)
    const stands = standsIn(editor.doc)
    const within = (turn: number | null) => (note: HeardNote) => ({
      note,
      turn,
      remark: remarkOf(note.marks[0]),
      isPut: note.marks.some(({ put }) => put !== undefined && stands(put)),
    })
    const before: Group = { turn: null, estimated: false, notes: beside.before.map(within(null)) }
    const atTurns = beside.turns.map(
      ({ turn, estimated, notes }): Group => ({ turn, estimated, notes: notes.map(within(turn)) }),
    )
    return {
      groups: before.notes.length > 0 ? [before, ...atTurns] : atTurns,
      nowhere: beside.nowhere.length,
    }
  }, [turns, notes, editor, remarkOf])
  const all = useMemo(() => groups.flatMap(({ notes }) => notes), [groups])
  const next = useMemo(() => {
    const waiting = all.filter(({ turn, remark, isPut }) => turn !== null && remark !== null && !isPut)
    const looked = waiting.find(({ note }) => note.marks[0].id === chosen)
    return looked ?? waiting.find(({ turn }) => turn! >= at) ?? null
  }, [all, at, chosen])

  const put = useCallback(
    ({ note, turn, remark }: PutNote) => {
      const { view, doc } = editor
      if (turn === null || remark === null) return
      readCursor(view)
      const made = putRemark(view.state, turn, remark)
      if (!made) return
      view.dispatch(made.transaction)
      const from = offsetOf(view.state.doc, made.at)
      const held = putAt(doc, { from, to: from + remark.length })
      if (held) changeEntry(room, "marks", note.marks[0].id, { put: held })
      setLast(remark)
      bringTurnIntoView(view, turn)
    },
    [editor, room],
  )
  const latest = useRef(next)
  latest.current = next
  const putNext = useCallback(() => {
    if (latest.current) put(latest.current)
    editor.focus()
  }, [put, editor])
  const choose = useCallback((note: PutNote | null) => setChosen(note?.note.marks[0].id ?? null), [])
  return { groups, count: all.length, nowhere, next, choose, last, put, putNext }
}
