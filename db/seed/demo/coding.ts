import type { Side } from "../../../core/model"
import { first } from "./coded/passage-1"
import { second } from "./coded/passage-2"
import { third } from "./coded/passage-3"
import { fourth } from "./coded/passage-4"
import { unrevealed } from "./coded/unrevealed"

/** What one coder did on the demo's interview, in words rather than offsets. */
export interface DemoCoding {
  /** Short and stable; decisions refer to it. */
  readonly key: string
  readonly by: Side
  /** The key of a code in `codes.ts`. */
  readonly code: string
  /** The turn that holds `quote`, from 0. */
  readonly turn: number
  /** Exact words, found once in their turn. */
  readonly quote: string
  /** Where the coding ends, when in a later turn: it runs from the start of `quote` to the end of these words. */
  readonly until?: { readonly turn: number; readonly quote: string }
  /** Its coder's own; shown to nobody else. */
  readonly memo?: string
}

/** Who has completed what, by index of passage: complete before the number, coding in it. */
export const progress = { a: { completed: 5, begun: 5 }, b: { completed: 4, begun: 4 } } as const

export const codings: readonly DemoCoding[] = [...first, ...second, ...third, ...fourth, ...unrevealed]
