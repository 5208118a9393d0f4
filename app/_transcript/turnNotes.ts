import type { Side } from "../../core/model"
import type { Glyph } from "../_ui/KindGlyph"

/** A coding named beside the turn in which it begins: heard there, and seen where no gutter is wide enough. */
export interface TurnNote {
  readonly key: string
  readonly side: Side
  readonly name: string
  readonly who: string
  readonly kind: Glyph | null
  readonly settled: boolean
}

/** The notes of each turn, told to that turn alone: coding one turn renders no other. */
export function createTurnNotes() {
  const listeners = new Set<() => void>()
  let notes: ReadonlyMap<number, readonly TurnNote[]> = new Map()
  let areSeen = false
  return {
    set(next: ReadonlyMap<number, readonly TurnNote[]>, seen: boolean): void {
      areSeen = seen
      notes = new Map(
        [...next].map(([turn, list]) => [turn, alike(notes.get(turn), list) ? notes.get(turn)! : list]),
      )
      for (const listener of listeners) listener()
    },
    of: (turn: number): readonly TurnNote[] => notes.get(turn) ?? none,
    /** Whether they are written under the turn as well. */
    areSeen: () => areSeen,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type TurnNotes = ReturnType<typeof createTurnNotes>

const none: readonly TurnNote[] = []

function alike(before: readonly TurnNote[] | undefined, after: readonly TurnNote[]): boolean {
  return (
    before?.length === after.length &&
    before.every(
      ({ key, name, who, kind, settled }, at) =>
        key === after[at]!.key &&
        name === after[at]!.name &&
        who === after[at]!.who &&
        kind === after[at]!.kind &&
        settled === after[at]!.settled,
    )
  )
}
