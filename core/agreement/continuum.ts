/**
 * Codings of one text as numbers: coders and codes by their place in a list, positions counted in text that can be coded.
 * A coder's overlapping spans of one code are one; spans that only touch stay two, which matters to u-alpha alone.
 */

/** Parallel columns, in the order of their starts. */
export interface Units {
  readonly count: number
  readonly start: Float64Array
  readonly end: Float64Array
  readonly coder: Int32Array
  readonly code: Int32Array
}

export interface Continuum {
  readonly length: number
  /** How many coders finished it; `coder` counts from 0 below this. */
  readonly coders: number
  readonly units: Units
}

/** Rows to be united, in any order; columns have room for more than `count`. */
export interface Loose {
  count: number
  start: Float64Array
  end: Float64Array
  coder: Int32Array
  code: Int32Array
}

/** `room`: for how many at first. */
export const loose = (room = 64): Loose => ({
  count: 0,
  start: new Float64Array(room),
  end: new Float64Array(room),
  coder: new Int32Array(room),
  code: new Int32Array(room),
})

export function add(to: Loose, start: number, end: number, coder: number, code: number): void {
  if (to.count === to.start.length) grow(to)
  const row = to.count++
  to.start[row] = start
  to.end[row] = end
  to.coder[row] = coder
  to.code[row] = code
}

function grow(rows: Loose): void {
  const { start, end, coder, code } = rows
  Object.assign(rows, { ...loose(2 * rows.count + 1), count: rows.count })
  rows.start.set(start)
  rows.end.set(end)
  rows.coder.set(coder)
  rows.code.set(code)
}

/** Sorts, drops what has no length, and unites overlapping spans of one code of one coder. */
export function unite(rows: Loose, codes: number, coders: number): Units {
  const size = rows.count
  const order = orderOf(rows.start.subarray(0, size))
  const last = new Int32Array(codes * coders).fill(-1)
  const start = new Float64Array(size)
  const end = new Float64Array(size)
  const coder = new Int32Array(size)
  const code = new Int32Array(size)
  let count = 0
  for (const row of order) {
    const from = rows.start[row]!
    const to = rows.end[row]!
    if (to <= from) continue
    const slot = rows.coder[row]! * codes + rows.code[row]!
    const before = last[slot]!
    if (before >= 0 && from < end[before]!) {
      if (to > end[before]!) end[before] = to
      continue
    }
    start[count] = from
    end[count] = to
    coder[count] = rows.coder[row]!
    code[count] = rows.code[row]!
    last[slot] = count++
  }
  const cut = <Column extends Float64Array | Int32Array>(column: Column) =>
    column.subarray(0, count) as Column
  return { count, start: cut(start), end: cut(end), coder: cut(coder), code: cut(code) }
}

/** The places of numbers in their order, by one sort of numbers that hold both. */
export function orderOf(numbers: Float64Array): Int32Array {
  const size = numbers.length
  const keys = new Float64Array(size)
  for (let at = 0; at < size; at++) keys[at] = numbers[at]! * size + at
  keys.sort()
  const order = new Int32Array(size)
  for (let at = 0; at < size; at++) order[at] = keys[at]! - Math.floor(keys[at]! / size) * size
  return order
}

/** A continuum in parts that begin at `starts` (the first at 0), each counted from its own beginning; units are cut. */
export function partsOf(
  { length, coders, units }: Continuum,
  starts: readonly number[],
  codes: number,
): Continuum[] {
  const rows = starts.map(() => loose())
  const endOf = (part: number) => starts[part + 1] ?? length
  for (let at = 0; at < units.count; at++) {
    const [from, to] = [units.start[at]!, units.end[at]!]
    for (let part = lastAtOrBefore(starts, from); part < starts.length && starts[part]! < to; part++) {
      const begin = starts[part]!
      add(
        rows[part]!,
        Math.max(from, begin) - begin,
        Math.min(to, endOf(part)) - begin,
        units.coder[at]!,
        units.code[at]!,
      )
    }
  }
  return rows.map((each, part) => ({
    length: endOf(part) - starts[part]!,
    coders,
    units: unite(each, codes, coders),
  }))
}

/** The place of the last number, in order, that is no greater. */
export function lastAtOrBefore(numbers: ArrayLike<number>, value: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
