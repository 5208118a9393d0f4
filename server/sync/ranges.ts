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
