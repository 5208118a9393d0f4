import type { CodeId } from "../../core/model"
import { intersection, lengthOf } from "../../core/text"
import type { FlagView, ReviewView } from "../../core/view"
import { readingsOf } from "./readings"

/** What becomes of the other open flags between the same two codes once these are said to be one idea. */
export interface Consequence {
  /** Settled with this one. */
  readonly settled: number
  /** Cut so differently that a different cutting remains of them. */
  readonly leftAsBoundary: number
}

/**
 * Foretells it from the extents: merging settles those that overlap by the tolerance, relating settles all. Says
 * nothing of flags that people have decided, which stay decided (R10).
 */
export function foretell(
  flag: FlagView,
  by: "merging" | "relating",
  {
    flags,
    codings,
    tolerance,
  }: { flags: readonly FlagView[]; codings: ReviewView["codings"]; tolerance: number },
): Consequence {
  const alike = flags.filter(
    (other) => other.id !== flag.id && isOpen(other) && samePair(other.codes, flag.codes),
  )
  const settled = alike.filter((other) => by === "relating" || overlapOf(other, codings) >= tolerance).length
  return { settled, leftAsBoundary: alike.length - settled }
}

function isOpen(flag: FlagView): boolean {
  return flag.kind === "code" && flag.standing.is !== "resolved" && flag.standing.is !== "settled"
}

function samePair(one: readonly CodeId[], other: readonly CodeId[]): boolean {
  return one.length === 2 && other.length === 2 && one.every((code) => other.includes(code))
}

function overlapOf(flag: FlagView, codings: ReviewView["codings"]): number {
  const { a, b } = readingsOf(flag, codings)
  const [one, other] = [a[0]?.words, b[0]?.words]
  if (!one || !other) return 0
  const common = lengthOf(intersection(one, other))
  return common / (lengthOf(one) + lengthOf(other) - common)
}
