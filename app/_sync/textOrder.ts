import type { Span } from "../../core/model"
import { firstIndex } from "../../core/text"

interface Named extends Span {
  readonly id: string
}

/** More than this at once come with a layer that is opened, and not by somebody's hand. */
const FEW = 20

/**
 * Puts codings in the order of their text, again and again: as a rule those of before, and one more, which is put in its
 * place without looking at all the others.
 */
export function createTextOrder<Placed extends Named>(): (codings: readonly Placed[]) => readonly Placed[] {
  let before: readonly Placed[] = []
  let known = new Set<Placed>()
  return (codings) => {
    const fresh = codings.filter((coding) => !known.has(coding))
    const isMore = before.length + fresh.length === codings.length && fresh.length < FEW
    if (isMore) {
      for (const coding of fresh) {
        const place = firstIndex(before, (other) => inText(coding, other) < 0)
        before = before.toSpliced(place, 0, coding)
        known.add(coding)
      }
    } else {
      before = [...codings].sort(inText)
      known = new Set(codings)
    }
    return before
  }
}

function inText(one: Named, other: Named): number {
  return one.from - other.from || other.to - one.to || (one.id < other.id ? -1 : 1)
}
