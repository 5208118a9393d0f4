import type { CodeId, PassageId } from "./model"
import { bestFirst, byPlace, byText, type Meeting, meetings, neighbours, wordsCovered } from "./overlap"
import type { Group, GroupId, HandedIn, Unit, UnitId } from "./reading"
import { intersection, lengthOf } from "./text"

export interface Comparing {
  /** Words in common over words either covers, from which two extents count as the same; above 0, at most 1. */
  readonly tolerance: number
  /** The code that a code stands for: merges followed. */
  readonly canonical: (code: CodeId) => CodeId
}

/**
 * What two coders did alike in a passage, and every way in which they differ (D1–D12). Each unit is in exactly one
 * group; exchanging the coders changes only the order within groups; the same units always give the same ids.
 */
export function compare(
  passage: PassageId,
  round: number,
  ours: readonly Unit[],
  theirs: readonly Unit[],
  { tolerance, canonical }: Comparing,
): Group[] {
  const units = [...ours, ...theirs]
  const placed = new Set<Unit>()
  const left = (unit: Unit) => !placed.has(unit)

  const sameCode = meetings(ours, theirs, (unit) => canonical(unit.code))
  const met = neighbours(sameCode)

  const pairs = pairOff(
    sameCode.filter((meeting) => meeting.ratio >= tolerance),
    placed,
  )
  const agreed = join(pairs, units.filter(left), met, tolerance, placed)
  const stars = starsOf(units.filter(left), met, placed)
  const differing = pairOff(meetings(ours.filter(left), theirs.filter(left)), placed)
  const alone = units.filter(left).map((unit) => [unit])

  const weAre = new Set(ours)
  const oursFirst = (a: Unit, b: Unit) => Number(weAre.has(b)) - Number(weAre.has(a)) || byPlace(a, b)
  const written: Written[] = []
  const write = (kind: Group["kind"], found: readonly Unit[][]) => {
    for (const members of found) {
      const first = members.reduce((least, unit) => (byPlace(unit, least) < 0 ? unit : least))
      const units = idsOf(members.length > 1 ? [...members].sort(oursFirst) : members)
      const beside = kind === "boundary" ? idsOf(besideOf(members, met)) : []
      written.push({ first, group: { id: groupId(passage, round, members), kind, units, beside } })
    }
  }
  write("agreed", agreed)
  write("boundary", stars)
  write("code", differing)
  write("omission", alone)
  return written.sort((a, b) => byPlace(a.first, b.first)).map(({ group }) => group)
}

interface Written {
  readonly first: Unit
  readonly group: Group
}

/** The units of a hand-in, in the order of the text (D1). A coding that is handed in twice counts once. */
export function unitsOf(handIn: Pick<HandedIn, "coder" | "side" | "codings">, passage: PassageId): Unit[] {
  const units = new Map<UnitId, Unit>()
  for (const coding of handIn.codings) {
    if (lengthOf(coding.words) <= 0) continue
    const id = unitId(handIn.coder, coding.id, passage)
    const { coder, side } = handIn
    if (!units.has(id))
      units.set(id, { id, coding: coding.id, code: coding.code, coder, side, ...coding.words })
  }
  return [...units.values()].sort(byPlace)
}

export function unitId(coder: string, coding: string, passage: PassageId): UnitId {
  return `${coder}/${coding}/${passage}`
}

/**
 * The name of a group: its passage, its round, the least unit of each coder, and how many there are (D2). No unit is
 * in two groups, so this much is enough, and a flag that gathers forty units still has a name that fits an index.
 * It can be a segment of a path as it is, and comes out of one unchanged, whatever the codings are called.
 */
export function groupId(passage: PassageId, round: number, members: readonly Unit[]): GroupId {
  const least: Unit[] = []
  for (const unit of members) {
    const known = least.findIndex(({ coder }) => coder === unit.coder)
    if (known < 0) least.push(unit)
    else if (unit.id < least[known]!.id) least[known] = unit
  }
  let named = ""
  for (const { coder, coding } of least.sort((a, b) => byText(a.id, b.id)))
    named += `~${escapePart(coder)}~${escapePart(coding)}`
  return `${escapePart(passage)}~${round}${named}~${members.length}`
}

/** Keeps letters, digits, "-" and "_"; anything else becomes "." and four hexadecimal digits for each code unit. */
function escapePart(part: string): string {
  if (!/[^A-Za-z0-9_-]/.test(part)) return part
  return part.replace(/[^A-Za-z0-9_-]/g, (mark) => `.${mark.charCodeAt(0).toString(16).padStart(4, "0")}`)
}

/** One-to-one, best first: a unit that is taken makes no further pair (D3, D8). */
function pairOff(candidates: readonly Meeting[], placed: Set<Unit>): [Unit, Unit][] {
  const pairs: [Unit, Unit][] = []
  for (const { one, other } of [...candidates].sort(bestFirst)) {
    if (placed.has(one) || placed.has(other)) continue
    placed.add(one).add(other)
    pairs.push([one, other])
  }
  return pairs
}

/** Adds to the pairs what is left over and lies well inside what was agreed (D4). */
function join(
  pairs: readonly [Unit, Unit][],
  leftOver: readonly Unit[],
  met: (unit: Unit) => readonly Unit[],
  tolerance: number,
  placed: Set<Unit>,
): Unit[][] {
  const groups = pairs.map((pair): Unit[] => [...pair])
  // Only the pairs take others in; what has joined does not, or groups would chain.
  const groupOf = new Map(groups.flatMap((group) => group.map((unit) => [unit, group] as const)))
  for (const unit of leftOver) {
    const agreed = met(unit).filter((other) => groupOf.has(other))
    if (agreed.length === 0 || wordsCovered(unit, agreed) / lengthOf(unit) < tolerance) continue
    groupOf.get(closest(unit, agreed))!.push(unit)
    placed.add(unit)
  }
  return groups
}

/** The one with the most words in common; among equals the first in the text. */
function closest(unit: Unit, others: readonly Unit[]): Unit {
  const common = (other: Unit) => lengthOf(intersection(unit, other))
  return others.reduce((best, other) => (common(other) > common(best) ? other : best))
}

/** Each unit left, the longest first, gathers what is left of the other's that it meets with the same code (D5, D6). */
function starsOf(
  leftOver: readonly Unit[],
  met: (unit: Unit) => readonly Unit[],
  placed: Set<Unit>,
): Unit[][] {
  const stars: Unit[][] = []
  const longestFirst = leftOver
    .filter((unit) => met(unit).length > 0)
    .sort((a, b) => lengthOf(b) - lengthOf(a) || byPlace(a, b))
  for (const centre of longestFirst) {
    if (placed.has(centre)) continue
    const star = [centre, ...met(centre).filter((other) => !placed.has(other))]
    for (const unit of star) placed.add(unit)
    stars.push(star)
  }
  return stars
}

/** What these units meet with the same code in other groups (D7). */
function besideOf(members: readonly Unit[], met: (unit: Unit) => readonly Unit[]): Unit[] {
  const own = new Set(members)
  return [...new Set(members.flatMap(met))].filter((unit) => !own.has(unit)).sort(byPlace)
}

function idsOf(units: readonly Unit[]): UnitId[] {
  return units.map((unit) => unit.id)
}
