import type { Span } from "./model"
import type { Unit } from "./reading"

/** Two coders' units with at least one word in common, and those words. */
export interface Meeting extends Span {
  readonly one: Unit
  readonly other: Unit
  /** Words in common over words that either covers: 1 when the extents are the same. */
  readonly ratio: number
}

/**
 * Every pair of overlapping units, one of ours and one of theirs, that `key` maps to the same value. A sweep from
 * left to right: the cost is that of sorting, plus one step for each pair found.
 */
export function meetings(
  ours: readonly Unit[],
  theirs: readonly Unit[],
  key: (unit: Unit) => string = () => "",
): Meeting[] {
  const found: Meeting[] = []
  const right = groupBy(theirs, key)
  for (const [value, left] of groupBy(ours, key)) sweep(left, right.get(value) ?? [], found)
  return found
}

function sweep(left: readonly Unit[], right: readonly Unit[], found: Meeting[]): void {
  if (left.length === 0 || right.length === 0) return
  const ours = [...left].sort(byPlace)
  const theirs = [...right].sort(byPlace)
  const openOurs: Unit[] = []
  const openTheirs: Unit[] = []
  for (let i = 0, j = 0; i < ours.length || j < theirs.length; ) {
    const one = ours[i]
    const other = theirs[j]
    if (one && (!other || one.from <= other.from)) {
      dropEnded(openTheirs, one.from)
      for (const open of openTheirs) found.push(meeting(one, open))
      openOurs.push(one)
      i++
    } else if (other) {
      dropEnded(openOurs, other.from)
      for (const open of openOurs) found.push(meeting(open, other))
      openTheirs.push(other)
      j++
    }
  }
}

/** In place: each unit is looked at once for every unit it meets, and once more when it leaves. */
function dropEnded(open: Unit[], from: number): void {
  let kept = 0
  for (const unit of open) if (unit.to > from) open[kept++] = unit
  open.length = kept
}

function meeting(one: Unit, other: Unit): Meeting {
  const from = Math.max(one.from, other.from)
  const to = Math.min(one.to, other.to)
  const either = Math.max(one.to, other.to) - Math.min(one.from, other.from)
  return { one, other, from, to, ratio: (to - from) / either }
}

/** Best first: the larger ratio, then the place of the common words, then the ids; the same from either side (D3). */
export function bestFirst(a: Meeting, b: Meeting): number {
  const unequal = b.ratio - a.ratio || a.from - b.from || a.to - b.to
  if (unequal) return unequal
  const [leastA, mostA] = idsInOrder(a)
  const [leastB, mostB] = idsInOrder(b)
  return byText(leastA, leastB) || byText(mostA, mostB)
}

/** In the order of the text; what begins together, the shorter first; then by id. */
export function byPlace(a: Unit, b: Unit): number {
  return a.from - b.from || a.to - b.to || byText(a.id, b.id)
}

/** Of each unit, the units it meets, in the order of the text. */
export function neighbours(all: readonly Meeting[]): (unit: Unit) => readonly Unit[] {
  const met = new Map<Unit, Unit[]>()
  const note = (unit: Unit, neighbour: Unit) => {
    const known = met.get(unit)
    if (known) known.push(neighbour)
    else met.set(unit, [neighbour])
  }
  for (const { one, other } of all) {
    note(one, other)
    note(other, one)
  }
  for (const list of met.values()) list.sort(byPlace)
  return (unit) => met.get(unit) ?? nobody
}

const nobody: readonly Unit[] = []

/** How many words of a span the others cover between them; each word counts once. */
export function wordsCovered(span: Span, others: readonly Span[]): number {
  let covered = 0
  let reached = span.from
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    const from = Math.max(reached, other.from)
    const to = Math.min(span.to, other.to)
    if (to > from) covered += to - from
    reached = Math.max(reached, to)
  }
  return covered
}

/** By code unit, never by language: the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function groupBy<Value, Key>(values: Iterable<Value>, key: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const at = key(value)
    const known = groups.get(at)
    if (known) known.push(value)
    else groups.set(at, [value])
  }
  return groups
}

function idsInOrder({ one, other }: Meeting): [string, string] {
  return byText(one.id, other.id) < 0 ? [one.id, other.id] : [other.id, one.id]
}
