"use client"

import { useDeferredValue, useEffect, useMemo, useState } from "react"
import type { MemberId, PassageId, PlacedTurn, Side } from "../../../../../../core/model"
import { remembering } from "../../../../../../core/remembering"
import type { ReviewView } from "../../../../../../core/view"
import type { PlacedCoding } from "../../../../../_sync/useLayer"
import type { Stripe } from "../../../../../_transcript/Stripes"
import { turnAt } from "../../../../../_transcript/textOnPage"
import { createTurnNotes, type TurnNote } from "../../../../../_transcript/turnNotes"
import type { DeskPassage, DeskSource, PassageState } from "./deskSource"
import { createMarks, type Mark } from "./marks"
import { useNarrow } from "./useNarrow"

interface Known {
  readonly codings: readonly PlacedCoding[]
  readonly view: ReviewView
  readonly passages: readonly DeskPassage[]
  readonly stateOf: (passage: PassageId) => PassageState
  readonly me: MemberId
  readonly side: Side
  readonly coders: DeskSource["coders"]
  readonly text: string
  readonly turns: readonly PlacedTurn[]
  readonly nameOf: (code: string) => string
}

const UNSEEN_MS = 150

/** Everything coded, as marks, as stripes, as paint and, where there is no room beside them, as names under the turns. */
export function useMarks(known: Known) {
  const { codings, view, passages, stateOf, me, side, coders, text, turns, nameOf } = known
  const marksOf = useMemo(
    () => createMarks({ view, passages, stateOf, me, side }),
    [view, passages, stateOf, me, side],
  )
  const marks = useMemo(() => marksOf(codings), [marksOf, codings])
  const stripeOf = useMemo(
    () =>
      remembering(
        (mark: Mark): Stripe => ({
          key: mark.key,
          from: mark.from,
          to: mark.to,
          side: mark.side,
          margin: mark.mine ? "left" : "right",
          name: nameOf(mark.code),
          who: coders.find((coder) => coder.side === mark.side)?.name ?? "",
          quote: text.slice(mark.from, Math.min(mark.to, mark.from + 80)),
          turns: { first: 1 + turnAt(turns, mark.from), last: 1 + turnAt(turns, mark.to - 1) },
          kind: mark.kind,
          settled: mark.settled,
          faint: mark.what === "late",
          round: mark.round,
        }),
      ),
    [nameOf, coders, text, turns],
  )
  // The words are painted with the key that coded them; what stands beside them follows in the next frame.
  const marksBeside = useDeferredValue(marks)
  const stripes = useMemo(() => marksBeside.map(stripeOf), [marksBeside, stripeOf])
  const painted = useMemo(() => {
    const mine = marks.filter((mark) => mark.mine && mark.what !== "late")
    const lines = (of: Side) => marks.filter((mark) => mark.side === of && mark.what !== "late")
    return { mine, a: lines("a"), b: lines("b") }
  }, [marks])

  const [notes] = useState(createTurnNotes)
  const isNarrow = useNarrow()
  useEffect(() => {
    // Where they are heard and not seen they come behind all that is.
    const timer = setTimeout(() => notes.set(notesUnder(stripes, turns), isNarrow), isNarrow ? 0 : UNSEEN_MS)
    return () => clearTimeout(timer)
  }, [isNarrow, notes, stripes, turns])
  return { marks, marksBeside, stripes, painted, notes }
}

function notesUnder(stripes: readonly Stripe[], turns: readonly PlacedTurn[]): Map<number, TurnNote[]> {
  const notes = new Map<number, TurnNote[]>()
  for (const { key, from, side, name, who, kind, settled = false } of stripes) {
    const turn = turnAt(turns, from)
    const note = { key, side, name, who, kind, settled }
    const there = notes.get(turn)
    if (there) there.push(note)
    else notes.set(turn, [note])
  }
  return notes
}
