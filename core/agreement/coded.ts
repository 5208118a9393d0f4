/** Units that were judged in advance alike for all coders: turns, sentences, or stretches of text with a length. */

/** What a coder said of a unit; null: not asked. A list is a set of codes. */
export type Value = string | number | boolean | readonly string[]

/** Units that every coder judged alike, once, with how many (or how long) they are. */
export interface Pattern {
  readonly weight: number
  readonly values: readonly (Value | null)[]
}

export interface Coded {
  readonly categories: readonly Value[]
  readonly patterns: readonly Pattern[]
}

/** Rows: the first coder; columns: the second. Numbers of units, or lengths. */
export type Contingency = readonly (readonly number[])[]

/** How many coders gave each category to a unit. */
export interface UnitCounts {
  readonly weight: number
  readonly counts: readonly number[]
}
export interface Counts {
  readonly categories: readonly Value[]
  readonly units: readonly UnitCounts[]
}

/** One name for a value, the same for the same set in another order. */
export function keyOf(value: Value): string {
  if (typeof value !== "object") return JSON.stringify(value)
  return JSON.stringify([...new Set(value)].sort())
}

/** Patterns with the categories that stand in them, in an order of their own where they have one, unless others are named. */
export function codedFrom(patterns: readonly Pattern[], categories?: readonly Value[]): Coded {
  const seen = new Map<string, Value>()
  for (const value of categories ?? []) seen.set(keyOf(value), value)
  const named = seen.size
  for (const { weight, values } of patterns)
    for (const value of values) if (value !== null && weight > 0) seen.set(keyOf(value), value)
  const all = [...seen.values()]
  return { categories: [...all.slice(0, named), ...all.slice(named).sort(inOrder)], patterns }
}

function inOrder(one: Value, other: Value): number {
  if (typeof one === "number" && typeof other === "number") return one - other
  const [a, b] = [keyOf(one), keyOf(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

const placesOf = ({ categories }: { categories: readonly Value[] }) =>
  new Map(categories.map((value, at) => [keyOf(value), at]))

/** Units both coders judged. */
export function contingencyOf(coded: Coded, first = 0, second = 1): Contingency {
  const places = placesOf(coded)
  const matrix = coded.categories.map(() => coded.categories.map(() => 0))
  for (const { weight, values } of coded.patterns) {
    const [one, other] = [values[first] ?? null, values[second] ?? null]
    if (one === null || other === null) continue
    matrix[places.get(keyOf(one))!]![places.get(keyOf(other))!]! += weight
  }
  return matrix
}

export function patternsOf(categories: readonly Value[], matrix: Contingency): Coded {
  const patterns = matrix.flatMap((row, i) =>
    row.map((weight, j) => ({ weight, values: [categories[i]!, categories[j]!] })),
  )
  return { categories, patterns }
}

export function countsOf(coded: Coded): Counts {
  const places = placesOf(coded)
  const units = coded.patterns.map(({ weight, values }) => {
    const counts = coded.categories.map(() => 0)
    for (const value of values) if (value !== null) counts[places.get(keyOf(value))!]!++
    return { weight, counts }
  })
  return { categories: coded.categories, units }
}

/** One category against the rest. */
export function against(coded: Coded, category: Value): Coded {
  const key = keyOf(category)
  const recode = (value: Value | null) => (value === null ? null : keyOf(value) === key ? "it" : "rest")
  const patterns = coded.patterns.map(({ weight, values }) => ({ weight, values: values.map(recode) }))
  return { categories: ["it", "rest"], patterns }
}

export function countsAgainst({ categories, units }: Counts, category: Value): Counts {
  const at = categories.findIndex((each) => keyOf(each) === keyOf(category))
  const recoded = units.map(({ weight, counts }) => {
    const it = counts[at] ?? 0
    return { weight, counts: [it, sum(counts) - it] }
  })
  return { categories: ["it", "rest"], units: recoded }
}

/** How many coders the patterns have. */
export function codersOf({ patterns }: Coded): number {
  return Math.max(0, ...patterns.map(({ values }) => values.length))
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

export function rowSums(matrix: Contingency): number[] {
  return matrix.map(sum)
}

export function columnSums(matrix: Contingency): number[] {
  return matrix.map((_, at) => sum(matrix.map((row) => row[at]!)))
}
