import type { MemberId, Side, Span } from "../../core/model"
import { intersection, lengthOf } from "../../core/text"
import { hull } from "../../core/verdict"
import type { FlagView, RevealedCoding, ReviewView } from "../../core/view"

/** What each of the two coded where they differ; an empty side coded nothing there. */
export type Readings = Readonly<Record<Side, readonly RevealedCoding[]>>

export function readingsOf(flag: Pick<FlagView, "units">, codings: ReviewView["codings"]): Readings {
  const all = flag.units.flatMap((unit) => codings[unit] ?? [])
  return { a: all.filter((each) => each.side === "a"), b: all.filter((each) => each.side === "b") }
}

/** The words to tint: those both read, those only one took in, or those that one alone coded. */
export function disputedSpans(readings: Readings): Span[] {
  const [a, b] = [readings.a, readings.b].map((side) => side.map((coding) => coding.text))
  if (!a?.length || !b?.length) return [...(a ?? []), ...(b ?? [])]
  const sameCode = readings.a[0]?.code === readings.b[0]?.code
  const common = a.flatMap((one) => b.flatMap((other) => intersection(one, other) ?? []))
  if (!sameCode) return common
  const whole = hull([...a, ...b])
  return without(whole, common)
}

/** How many words a side has covered, and how many both have. */
export function extentsOf(readings: Readings): Readonly<Record<Side | "common", number>> {
  const count = (side: readonly RevealedCoding[]) => side.reduce((sum, each) => sum + lengthOf(each.words), 0)
  const common = readings.a
    .flatMap((one) => readings.b.map((other) => lengthOf(intersection(one.words, other.words))))
    .reduce((sum, words) => sum + words, 0)
  return { a: count(readings.a), b: count(readings.b), common }
}

/** The side that coded, of what one coded alone; null where both did. */
export function loneSide(readings: Readings): Side | null {
  if (readings.a.length > 0 && readings.b.length > 0) return null
  return readings.a.length > 0 ? "a" : "b"
}

/** Whose turn it is to answer: who made the proposal on the table waits for the other. */
export function waitsFor(flag: Pick<FlagView, "standing">, me: MemberId): "me" | "other" | null {
  if (flag.standing.is !== "proposed") return null
  return flag.standing.proposal.by === me ? "other" : "me"
}

function without(whole: Span, holes: readonly Span[]): Span[] {
  let rest: Span[] = [whole]
  for (const hole of holes) {
    rest = rest.flatMap((each) =>
      [
        { from: each.from, to: Math.min(each.to, hole.from) },
        { from: Math.max(each.from, hole.to), to: each.to },
      ].filter((piece) => piece.to > piece.from),
    )
  }
  return rest
}
