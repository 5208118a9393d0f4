import type { Span } from "../../core/model"

/** Stretches covered once, twice, and three times or more. */
export type Depths = readonly [readonly Span[], readonly Span[], readonly Span[]]

/** How deep spans lie over one another, as stretches that touch but do not overlap. */
export function depthsOf(spans: readonly Span[]): Depths {
  const edges = spans
    .filter((span) => span.to > span.from)
    .flatMap((span) => [
      { at: span.from, by: 1 },
      { at: span.to, by: -1 },
    ])
    .sort((one, other) => one.at - other.at)
  const depths: [Span[], Span[], Span[]] = [[], [], []]
  let depth = 0
  let from = 0
  for (const { at, by } of edges) {
    if (depth > 0 && at > from) depths[Math.min(depth, 3) - 1]!.push({ from, to: at })
    depth += by
    from = at
  }
  return depths
}

/** What stands in parentheses: the non-verbal remarks of a transcript. Never longer than a remark is. */
export function nonverbalOf(text: string): Span[] {
  return [...text.matchAll(/\([^()\n]{1,120}\)/gu)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }))
}

/** What says that nobody could hear what was said, with or without when: « [inaudible 12:31] ». */
export function inaudibleOf(text: string): Span[] {
  const marks = text.matchAll(/\[(?:inaudible|incompréhensible|indistinct|unclear)(?: [^[\]\n]{1,40})?\]/giu)
  return Array.from(marks, ({ index, 0: { length } }) => ({ from: index, to: index + length }))
}
