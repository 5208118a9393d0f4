"use client"

import { startTransition, useEffect, useMemo, useState } from "react"
import type { Passage } from "../../core/model"
import type { TurnGroup } from "./groupTurns"

/** More than a tall window shows. */
const TURNS_AT_FIRST = 80
const TURNS_AT_A_TIME = 160

/**
 * As much of a transcript as is drawn yet. The page brings the first turns, so that a long one can be read as soon as a
 * short one; the others follow behind what the coder does, a few at a time, until all stand in the document. With them
 * all comes what lies around `at`, an offset to go to.
 */
export function useDrawn<P extends Passage>(
  groups: readonly TurnGroup<P>[],
  at: number | null,
): readonly TurnGroup<P>[] {
  const [turns, setTurns] = useState(() => TURNS_AT_FIRST + (at === null ? 0 : turnsUntil(groups, at)))
  const drawn = useMemo(() => firstOf(groups, turns), [groups, turns])
  useEffect(() => {
    if (drawn.length < groups.length) startTransition(() => setTurns((before) => before + TURNS_AT_A_TIME))
  }, [drawn, groups])
  return drawn
}

/** The first groups that hold so many turns; all, where there are fewer. */
export function firstOf<P extends Passage>(
  groups: readonly TurnGroup<P>[],
  turns: number,
): readonly TurnGroup<P>[] {
  let held = 0
  const last = groups.findIndex((group) => {
    held += group.turns.length
    return held >= turns
  })
  return last < 0 || last === groups.length - 1 ? groups : groups.slice(0, last + 1)
}

function turnsUntil(groups: readonly TurnGroup[], at: number): number {
  return groups.reduce((sum, { turns }) => sum + turns.filter(({ from }) => from <= at).length, 0)
}
