/** Stretches of clocks, ascending, apart from each other; `to` is excluded. */
export type Ranges = { from: number; to: number }[]

/** Puts one more stretch among the others, joining those it touches. */
export function addRange(ranges: Ranges, from: number, to: number): void {
  if (to <= from) return
  const first = firstEndingFrom(ranges, from)
  let after = first
  while (after < ranges.length && ranges[after]!.from <= to) after++
  const touched = ranges.slice(first, after)
  ranges.splice(first, touched.length, {
    from: Math.min(from, touched[0]?.from ?? from),
    to: Math.max(to, touched.at(-1)?.to ?? to),
  })
}

/** Puts many among the others: one walk over all of them instead of a search for each. */
export function addRanges(
  ranges: Ranges,
  more: Iterable<{ readonly from: number; readonly to: number }>,
): Ranges {
  const sorted = [...ranges]
  for (const { from, to } of more) if (to > from) sorted.push({ from, to })
  sorted.sort((one, other) => one.from - other.from)
  const joined: Ranges = []
  for (const { from, to } of sorted) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

export function coversRange(ranges: Ranges | undefined, from: number, to: number): boolean {
  if (to <= from) return true
  const range = ranges?.[firstEndingFrom(ranges, from + 1)]
  return range !== undefined && range.from <= from && to <= range.to
}

function firstEndingFrom(ranges: Ranges, clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.to >= clock) high = middle
    else low = middle + 1
  }
  return low
}
