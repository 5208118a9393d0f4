import type { Span } from "../../core/model"

/** Stripes closer than this would look like one. */
const APART = 48

/**
 * A lane for each span so that no two in one lane meet: each takes the first lane that is free where it begins
 * (greedy interval colouring, which needs no more lanes than lie over one another). Longer ones go first where two
 * begin together, nearest the text.
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const order = spans.map((_, at) => at)
  // As a rule they come in this order, and with every coding made they come again.
  const isInOrder = spans.every((span, at) => at === 0 || inOrder(spans[at - 1]!, span) <= 0)
  if (!isInOrder) order.sort((one, other) => inOrder(spans[one]!, spans[other]!))
  const lanes = new Array<number>(spans.length)
  const endOf: number[] = []
  for (const at of order) {
    const { from, to } = spans[at]!
    const free = endOf.findIndex((end) => end + APART <= from)
    const lane = free < 0 ? endOf.length : free
    lanes[at] = lane
    endOf[lane] = to
  }
  return lanes
}

function inOrder(one: Span, other: Span): number {
  return one.from - other.from || other.to - one.to
}

/** Tops for labels that would like to stand at `top`: in their order, moved down rather than overlapping. */
export function spreadLabels(labels: readonly { readonly top: number; readonly height: number }[]): number[] {
  const order = labels.map((_, at) => at).sort((one, other) => labels[one]!.top - labels[other]!.top)
  const tops = new Array<number>(labels.length)
  let free = Number.NEGATIVE_INFINITY
  for (const at of order) {
    const { top, height } = labels[at]!
    tops[at] = Math.max(top, free)
    free = tops[at]! + height
  }
  return tops
}
