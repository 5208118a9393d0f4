import type { Clip, CodeId, MemberId, PlacedTurn, Side, Span, Speaker } from "../../../../core/model"
import type { DisagreementKind, Verdict } from "../../../../core/reading"
import type { Person } from "../../../../core/view"

/** What `GET /api/projects/:id/queue` answers, as far as this screen reads it. */
export interface Queue {
  readonly items: readonly QueueItem[]
  readonly decided: readonly DecidedItem[]
}

export interface QueueReading {
  readonly side: Side
  readonly coder: MemberId | null
  readonly code: CodeId
  readonly text: Span
  readonly words: Span
  readonly quote: string
  readonly memo: string | null
}

export interface QueueItem {
  readonly id: string
  readonly source: { readonly id: string; readonly title: string }
  readonly kind: DisagreementKind
  readonly level: boolean
  readonly quote: string
  readonly text: Span
  readonly clip: Clip | null
  readonly readings: readonly QueueReading[]
  readonly reasons: readonly { readonly by: MemberId | null; readonly text: string }[]
  readonly referredAt: string | null
  readonly heard: boolean
  readonly people: readonly Person[]
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
  readonly codes: Readonly<
    Record<CodeId, { readonly name: string; readonly definition: string; readonly above: readonly string[] }>
  >
}

export interface DecidedItem {
  readonly id: string
  readonly source: { readonly id: string; readonly title: string }
  readonly kind: DisagreementKind
  readonly quote: string
  readonly verdict: Verdict["kind"]
  readonly stands: readonly string[]
  readonly reason: string
  readonly at: string
}

export type RulingChoice = Side | "both" | "neither" | "other"

/** What a choice amounts to; readings are named by what they say, for with names hidden nobody knows whose they are. */
export function rulingOf(item: QueueItem, choice: RulingChoice, code: CodeId | null) {
  switch (choice) {
    case "both":
    case "neither":
      return { kind: choice } as const
    case "other": {
      if (code === null) return null
      const words = {
        from: Math.min(...item.readings.map((reading) => reading.words.from)),
        to: Math.max(...item.readings.map((reading) => reading.words.to)),
      }
      return { kind: "other", codes: [code], words } as const
    }
    default: {
      const reading = item.readings.find(({ side }) => side === choice)
      return reading ? ({ kind: "this-reading", code: reading.code, words: reading.words } as const) : null
    }
  }
}

/** What can be chosen; where one alone coded, it is kept or not. */
export function choicesOf({ readings }: Pick<QueueItem, "readings">): RulingChoice[] {
  const sides = (["a", "b"] as const).filter((side) => readings.some((reading) => reading.side === side))
  return sides.length > 1 ? ["a", "b", "both", "neither", "other"] : [...sides, "neither", "other"]
}
