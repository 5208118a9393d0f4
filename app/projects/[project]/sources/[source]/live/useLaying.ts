"use client"

import { useState } from "react"
import {
  type Alignment,
  type FieldNotes,
  type Mark,
  movedBy,
  toRecording,
} from "../../../../../../core/fieldNotes"
import { align } from "../../../../../../core/ydoc/fieldNotes"
import type { Noting } from "./noting"

/** The notes as they are laid on the recording, and moved on it by hand. */
export interface Laying {
  /** By which they are moved and heard; null where nothing was noted. */
  readonly reference: Mark | null
  readonly choose: (mark: Mark) => void
  /** Where a mark stands in the recording, with what is being dragged; null where it is not in it. */
  readonly placeOf: (mark: Mark) => number | null
  /** Since the page opened, with what is being dragged. */
  readonly movedMs: number
  /** While somebody drags: shown, and kept nowhere. Null lets go of it. */
  readonly drag: (ms: number | null) => void
  readonly move: (ms: number) => void
  /** They were moved on this page. */
  readonly isBegun: boolean
  readonly lay: (alignment: Alignment) => void
  /** Null where there is nothing to undo, or somebody else has laid them since. */
  readonly undo: (() => void) | null
}

interface Step {
  readonly before: Alignment | null
  readonly after: Alignment
  readonly movedMs: number
}

export function useLaying(notes: FieldNotes, noting: Noting): Laying {
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [dragged, setDragged] = useState(0)
  const [chosen, choose] = useState<string | null>(null)
  const { marks, alignment } = notes
  const reference =
    marks.find(({ id }) => id === chosen) ?? marks.find(({ kind }) => kind === "clap") ?? marks[0] ?? null
  const shown = dragged === 0 && alignment ? alignment : movedBy(notes, dragged)
  const inRecording = toRecording({ ...notes, alignment: shown })
  const last = steps.at(-1)
  const isOurs = last !== undefined && same(last.after, alignment)

  function keep(after: Alignment, movedMs: number) {
    setSteps((all) => [...all, { before: alignment, after, movedMs }])
    align(noting.doc, after)
  }

  return {
    reference,
    choose: ({ id }) => choose(id),
    placeOf: ({ at }) => inRecording(at),
    movedMs: steps.reduce((sum, step) => sum + step.movedMs, dragged),
    isBegun: steps.length > 0,
    drag: (ms) => setDragged(Math.round(ms ?? 0)),
    move(ms) {
      setDragged(0)
      if (ms !== 0) keep(movedBy(notes, Math.round(ms)), Math.round(ms))
    },
    lay(after) {
      const was = reference && toRecording({ ...notes, alignment: movedBy(notes, 0) })(reference.at)
      const is = reference && toRecording({ ...notes, alignment: after })(reference.at)
      keep(after, was === null || is === null ? 0 : is - was)
    },
    undo: isOurs
      ? () => {
          setSteps((all) => all.slice(0, -1))
          align(noting.doc, last.before)
        }
      : null,
  }
}

function same(one: Alignment, other: Alignment | null): boolean {
  const inOrder = (all: Alignment | null) => JSON.stringify(Object.entries(all ?? {}).sort())
  return inOrder(one) === inOrder(other)
}
