import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cutToPassage } from "../../core/cutting"
import { compare, unitsOf } from "../../core/disagreement"
import type { CodeId, MemberId, Side } from "../../core/model"
import type { Group, Unit } from "../../core/reading"
import { placeTurns, textOf } from "../../core/text"
import { compareSlowly, type OracleUnit } from "../support/oracle"
import { coderOn, handIn } from "../support/pictures"

// Twenty words in each of two passages: small enough that codings meet, cross the border and tie.
const turns = ["p1", "p2"].map((passage) => ({
  speaker: null,
  startMs: null,
  endMs: null,
  text: Array.from({ length: 20 }, (_, at) => `${passage}w${at}`).join(" « "),
}))
const text = textOf(turns)
const passages = placeTurns(turns).map(({ from, to }, index) => ({ id: `p${index + 1}`, index, from, to }))

const codings = fc.array(
  fc.record({
    code: fc.constantFrom("fear", "worry", "anger", "clinic", "sleep"),
    from: fc.nat(text.length),
    length: fc.oneof(fc.nat(40), fc.nat(120)),
  }),
  { maxLength: 9 },
)
const layers = fc.record({
  ana: codings,
  ben: codings,
  tolerance: fc.constantFrom(0.2, 0.5, 0.51, 0.75, 1),
  merged: fc.boolean(),
})
type Layers = typeof layers extends fc.Arbitrary<infer Value> ? Value : never

const canonicalFor = (merged: boolean) => (code: CodeId) => (merged && code === "worry" ? "fear" : code)

function unitsIn(passage: (typeof passages)[number], side: Side, layer: Layers["ana"]): Unit[] {
  const coder: MemberId = coderOn[side]
  const whole = layer.map(({ code, from, length }, at) => ({
    id: `${at}`,
    code,
    from,
    to: from + length,
    memo: null,
  }))
  return unitsOf({ coder, side, codings: cutToPassage(whole, passage, text) }, passage.id)
}

/** Both passages compared, with all that went in. */
function comparisons({ ana, ben, tolerance, merged }: Layers) {
  return passages.map((passage) => {
    const [ours, theirs] = [unitsIn(passage, "a", ana), unitsIn(passage, "b", ben)]
    const canonical = canonicalFor(merged)
    const groups = compare(passage.id, 1, ours, theirs, { tolerance, canonical })
    return { passage: passage.id, ours, theirs, units: [...ours, ...theirs], tolerance, canonical, groups }
  })
}
type Compared = ReturnType<typeof comparisons>[number]

const law = (runs: number, holds: (compared: Compared) => void) =>
  fc.assert(
    fc.property(layers, (drawn) => comparisons(drawn).forEach(holds)),
    { numRuns: runs },
  )

const meet = (one: Unit, other: Unit) => one.from < other.to && other.from < one.to

describe("any two layers", () => {
  it("[D1–D13] are compared as the rules say, read word by word", () => {
    law(4_000, ({ units, tolerance, canonical, groups }) => {
      const slow = units.map((unit): OracleUnit => {
        const words = new Set(Array.from({ length: unit.to - unit.from }, (_, at) => unit.from + at))
        return { id: unit.id, side: unit.side, code: canonical(unit.code), words }
      })
      expect(groups.map(({ kind, units, beside }) => ({ kind, units, beside }))).toEqual(
        compareSlowly(slow, tolerance),
      )
    })
  })

  it("[D11] have every unit in exactly one group", () => {
    law(500, ({ units, groups }) => {
      const placed = groups.flatMap((group) => group.units)
      expect([...placed].sort()).toEqual(units.map((unit) => unit.id).sort())
    })
  })

  it("[D11] make no group larger than a star", () => {
    law(500, ({ units, groups }) => {
      const byId = new Map(units.map((unit) => [unit.id, unit]))
      for (const group of groups) {
        const members = group.units.map((unit) => byId.get(unit)!)
        if (group.kind === "code") expect(members.map((unit) => unit.side)).toEqual(["a", "b"])
        if (group.kind === "omission") expect(members).toHaveLength(1)
        const hubs = group.kind === "agreed" ? pairsOf(members) : members.map((unit) => [unit])
        const isStar = hubs.some((hub) =>
          members.every((unit) => hub.includes(unit) || hub.some((h) => meet(h, unit))),
        )
        expect(isStar).toBe(true)
      }
    })
  })

  it("[D2] have ids that are all different, also across passages", () => {
    fc.assert(
      fc.property(layers, (drawn) => {
        const ids = comparisons(drawn).flatMap(({ groups }) => groups.map((group) => group.id))
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it("[D12] give the same when the coders change places", () => {
    law(500, ({ passage, ours, theirs, tolerance, canonical, groups }) => {
      const exchanged = compare(passage, 1, theirs, ours, { tolerance, canonical })
      expect(exchanged.map(unordered)).toEqual(groups.map(unordered))
    })
  })

  it("[D12] give the same in whatever order the units come", () => {
    law(500, ({ passage, ours, theirs, tolerance, canonical, groups }) => {
      const shuffled = compare(passage, 1, [...ours].reverse(), [...theirs].reverse(), {
        tolerance,
        canonical,
      })
      expect(shuffled).toEqual(groups)
    })
  })

  it("[D9] never put two codes of one coder into one group, nested or not", () => {
    law(500, ({ units, groups, canonical }) => {
      const groupOf = new Map(groups.flatMap((group) => group.units.map((unit) => [unit, group] as const)))
      for (const [one, other] of pairsOf(units)) {
        const nested = one!.side === other!.side && canonical(one!.code) !== canonical(other!.code)
        if (nested) expect(groupOf.get(one!.id)).not.toBe(groupOf.get(other!.id))
      }
    })
  })
})

it("the layers generated are worth comparing", () => {
  const seen: Record<string, number> = {}
  const count = (what: string, holds: boolean) => {
    if (holds) seen[what] = (seen[what] ?? 0) + 1
  }
  for (const drawn of fc.sample(layers, { numRuns: 500, seed: 42 })) {
    const [first, second] = comparisons(drawn)
    const codings = (compared: Compared) =>
      new Set(compared.units.map((unit) => `${unit.side}${unit.coding}`))
    count(
      "crosses the border",
      [...codings(first!)].some((coding) => codings(second!).has(coding)),
    )
    for (const { kind, units, beside } of [...first!.groups, ...second!.groups]) {
      count(kind, true)
      count(`${kind} of three or more`, units.length > 2)
      count("alone beside", units.length === 1 && beside.length > 0)
    }
  }
  const expected = [
    "agreed",
    "boundary",
    "code",
    "omission",
    "agreed of three or more",
    "boundary of three or more",
  ]
  for (const what of [...expected, "alone beside", "crosses the border"]) {
    expect(seen[what] ?? 0, what).toBeGreaterThan(20)
  }
})

it("the oracle is not the engine in disguise: it can tell a wrong answer", () => {
  const units = unitsOf(handIn("a", "fear 0-9"), "p1")
  const words = new Set([0, 1, 2])
  const slow = compareSlowly([{ id: units[0]!.id, side: "a", code: "fear", words }], 0.5)
  expect(slow).toEqual([{ kind: "omission", units: [units[0]!.id], beside: [] }])
})

function pairsOf(units: readonly Unit[]): Unit[][] {
  return units.flatMap((one, at) => units.slice(at + 1).map((other) => [one, other]))
}

function unordered({ id, kind, units, beside }: Group) {
  return { id, kind, units: [...units].sort(), beside }
}
