/**
 * The rules D1–D13 of core/SPEC.md once more, written from the rules alone and as slowly as they read: a unit is the
 * set of its words, and every "best" is looked for among all that is left. Used to check core/disagreement.ts.
 */
export interface OracleUnit {
  readonly id: string
  readonly side: "a" | "b"
  /** The code it stands for. */
  readonly code: string
  readonly words: ReadonlySet<number>
}

export interface OracleGroup {
  readonly kind: "agreed" | "boundary" | "code" | "omission"
  readonly units: readonly string[]
  readonly beside: readonly string[]
}

export function compareSlowly(units: readonly OracleUnit[], tolerance: number): OracleGroup[] {
  const left = new Set(units)
  const groups: { kind: OracleGroup["kind"]; members: OracleUnit[] }[] = []

  // D3
  const pairs: OracleUnit[][] = []
  for (;;) {
    const best = bestPair(left, (a, b) => a.code === b.code && ratio(a, b) >= tolerance)
    if (!best) break
    pairs.push(best)
    for (const unit of best) left.delete(unit)
  }
  // D4: the pairs as they were, whoever joins meanwhile
  const agreed = pairs.map((pair) => [...pair])
  for (const unit of [...left]) {
    const others = pairs.flat().filter((other) => opposite(unit, other) && other.code === unit.code)
    const covered = [...unit.words].filter((word) => others.some((other) => other.words.has(word)))
    const near = others.filter((other) => common(unit, other).size > 0)
    if (near.length === 0 || covered.length / unit.words.size < tolerance) continue
    const most = Math.max(...near.map((other) => common(unit, other).size))
    const host = inPlace(near.filter((other) => common(unit, other).size === most))[0]!
    agreed[pairs.findIndex((pair) => pair.includes(host))]!.push(unit)
    left.delete(unit)
  }
  for (const members of agreed) groups.push({ kind: "agreed", members })

  // D5, D6
  const meets = (unit: OracleUnit, other: OracleUnit) =>
    opposite(unit, other) && other.code === unit.code && common(unit, other).size > 0
  const asked = inPlace([...left]).sort((a, b) => b.words.size - a.words.size)
  for (const unit of asked) {
    if (!left.has(unit)) continue
    if (!units.some((other) => meets(unit, other))) continue
    const taken = [...left].filter((other) => meets(unit, other))
    groups.push({ kind: "boundary", members: [unit, ...taken] })
    for (const member of [unit, ...taken]) left.delete(member)
  }

  // D8
  for (;;) {
    const best = bestPair(left, (a, b) => common(a, b).size > 0)
    if (!best) break
    groups.push({ kind: "code", members: best })
    for (const unit of best) left.delete(unit)
  }
  // D10
  for (const unit of left) groups.push({ kind: "omission", members: [unit] })

  // D7, D13
  const placeOf = (members: readonly OracleUnit[]) => inPlace(members)[0]!
  return groups
    .sort((a, b) => before(placeOf(a.members), placeOf(b.members)))
    .map(({ kind, members }) => ({
      kind,
      units: [
        ...inPlace(members.filter((m) => m.side === "a")),
        ...inPlace(members.filter((m) => m.side === "b")),
      ].map((unit) => unit.id),
      beside:
        kind === "boundary"
          ? inPlace(
              units.filter((unit) => !members.includes(unit) && members.some((m) => meets(m, unit))),
            ).map((u) => u.id)
          : [],
    }))
}

function bestPair(
  left: ReadonlySet<OracleUnit>,
  fits: (a: OracleUnit, b: OracleUnit) => boolean,
): [OracleUnit, OracleUnit] | null {
  let best: [OracleUnit, OracleUnit] | null = null
  for (const a of left) {
    for (const b of left) {
      if (a.side !== "a" || b.side !== "b" || !fits(a, b)) continue
      if (!best || better([a, b], best)) best = [a, b]
    }
  }
  return best
}

function better(one: [OracleUnit, OracleUnit], other: [OracleUnit, OracleUnit]): boolean {
  const rank = ([a, b]: [OracleUnit, OracleUnit]) => {
    const shared = [...common(a, b)]
    return [-ratio(a, b), Math.min(...shared), Math.max(...shared), ...[a.id, b.id].sort()] as const
  }
  const [mine, theirs] = [rank(one), rank(other)]
  const differing = mine.findIndex((value, place) => value !== theirs[place])
  return differing >= 0 && mine[differing]! < theirs[differing]!
}

function inPlace(units: readonly OracleUnit[]): OracleUnit[] {
  return [...units].sort(before)
}

function before(a: OracleUnit, b: OracleUnit): number {
  const first = (unit: OracleUnit) => Math.min(...unit.words)
  const last = (unit: OracleUnit) => Math.max(...unit.words)
  return first(a) - first(b) || last(a) - last(b) || (a.id < b.id ? -1 : 1)
}

function opposite(a: OracleUnit, b: OracleUnit): boolean {
  return a.side !== b.side
}

function common(a: OracleUnit, b: OracleUnit): Set<number> {
  return new Set([...a.words].filter((word) => b.words.has(word)))
}

function ratio(a: OracleUnit, b: OracleUnit): number {
  return common(a, b).size / new Set([...a.words, ...b.words]).size
}
