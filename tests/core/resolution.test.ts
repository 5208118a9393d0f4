import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { agenda } from "../../core/agenda"
import type { Group, MergeRow, Proposal, Resolution, Standing, Verdict } from "../../core/reading"
import { type Deliberation, disagreementsOf, nothingSaid, onTheTable, readAgain } from "../../core/resolution"
import { unitsRevealed } from "../../core/review"
import { consensusOf, fits, outcomeOf, sameVerdict, standingProposal } from "../../core/verdict"
import { merge, revealText } from "../support/pictures"

const proposal = (by: string, verdict: Verdict, more: Partial<Proposal> = {}): Proposal => {
  const revision = more.revision ?? 1
  return {
    id: `${by}-${revision}`,
    revision,
    by,
    verdict,
    reason: "",
    oral: false,
    at: "2026-05-03",
    ...more,
  }
}
const resolution = (verdict: Verdict, at = "2026-05-04"): Resolution => {
  return { id: "r1", verdict, reason: "heard again", at, how: "adjudication", by: ["sam"], notedBy: null }
}
const said = (more: Partial<Deliberation>): Deliberation => ({ ...nothingSaid, ...more })

const a: Verdict = { kind: "reading", of: "a" }
const both: Verdict = { kind: "both" }
const parked: Verdict = { kind: "parked", until: "interview 9" }

interface Today {
  merges?: MergeRow[]
  tolerance?: number
  about?: Deliberation
}

/** Where each disagreement between two pictures stands today: `"code: settled by merge"`. */
function standings(
  ana: string,
  ben: string,
  { merges = [], tolerance = 0.5, about = nothingSaid }: Today = {},
) {
  const rereading = readAgain(revealText(ana, ben), { merges, tolerance })
  return disagreementsOf(rereading, () => about).map(({ kind, standing }) => `${kind}: ${drawn(standing)}`)
}

const drawn = (standing: Standing) =>
  standing.is === "settled"
    ? `settled by ${standing.by}${standing.merge ? ` ${standing.merge.id}` : ""}`
    : standing.is

describe("[R2] a disagreement is", () => {
  it("open until something is said of it, and tells who has listened", () => {
    expect(standings("fear 0-9", "anger 0-9")).toEqual(["code: open"])
    const heard = { by: "ana", together: true, clip: { startMs: 0, endMs: 9 }, heardMs: 9, at: "2026-05-03" }
    const rereading = readAgain(revealText("fear 0-9", "anger 0-9"), { merges: [], tolerance: 0.5 })
    const [one] = disagreementsOf(rereading, () => said({ listenings: [heard, heard] }))
    expect(one!.standing).toEqual({ is: "open", listenedBy: ["ana"], listenedTogether: true })
  })

  it("proposed, by the latest proposal not withdrawn", () => {
    const proposals = [proposal("ben", both, { revision: 2 }), proposal("ana", a)]
    expect(standings("fear 0-9", "anger 0-9", { about: said({ proposals }) })).toEqual(["code: proposed"])
    expect(standingProposal(proposals, new Set())?.id).toBe("ben-2")
    expect(standingProposal(proposals, new Set(["ben-2"]))?.id).toBe("ana-1")
    expect(standingProposal(proposals, new Set(["ben-2", "ana-1"]))).toBeNull()
  })

  it("referred, whatever is proposed meanwhile", () => {
    const about = said({
      proposals: [proposal("ana", a)],
      referral: { by: "ana", reason: "", at: "2026-05-03" },
    })
    expect(standings("fear 0-9", "anger 0-9", { about })).toEqual(["code: referred"])
  })

  it("resolved once people decided it, whatever merges and tolerance do later", () => {
    const about = said({ resolution: resolution(a) })
    const today = { about, merges: [merge("anger", "fear")], tolerance: 0.1 }
    expect(standings("fear 0-9", "anger 0-9", today)).toEqual(["code: resolved"])
  })

  it("[R11] parked, until something is said of it later", () => {
    const before = proposal("ana", a, { at: "2026-05-01" })
    const after = proposal("ben", a, { at: "2026-05-09" })
    const about = (...proposals: Proposal[]) => ({
      about: said({ resolution: resolution(parked), proposals }),
    })
    expect(standings("fear 0-9", "anger 0-9", about(before))).toEqual(["code: parked"])
    expect(standings("fear 0-9", "anger 0-9", about(before, after))).toEqual(["code: proposed"])
    expect(onTheTable(about(before).about)).toBeNull()
    expect(onTheTable(about(before, after).about)).toBe(after)
    expect(onTheTable(said({ proposals: [before], resolution: null }))).toBe(before)
  })

  it("[R3] settled by the merge that makes its two codes one, still the different reading that it was", () => {
    const merges = [merge("anger", "fear")]
    expect(standings("fear 0-9", "anger 0-9", { merges })).toEqual([
      "code: settled by merge merge-anger-fear",
    ])
  })

  it("[R3] a different cutting, when merging leaves the extents apart", () => {
    expect(standings("fear 0-20", "anger 15-30", { merges: [merge("anger", "fear")] })).toEqual([
      "boundary: open",
    ])
  })

  it("settled by relating its two codes, and only those", () => {
    const related = [merge("anger", "fear", { how: "relating" })]
    expect(standings("fear 0-9, clinic 20-25", "anger 0-9, sleep 20-25", { merges: related })).toEqual([
      "code: settled by relation merge-anger-fear",
      "code: open",
    ])
  })

  it("settled by the tolerance when that was lowered far enough", () => {
    expect(standings("fear 0-10", "fear 0-4", { tolerance: 0.4 })).toEqual(["boundary: settled by tolerance"])
    expect(standings("fear 0-10", "fear 0-4", { tolerance: 0.41 })).toEqual(["boundary: open"])
  })

  it("settled by the merge rather than the tolerance, if both changed; never by a merge older than the reveal", () => {
    const both = { merges: [merge("anger", "fear")], tolerance: 0.4 }
    expect(standings("fear 0-10", "anger 0-4", both)).toEqual(["code: settled by merge merge-anger-fear"])
    const old = [merge("anger", "fear", { at: "2026-01-01" })]
    const rereading = readAgain(revealText("fear 0-10", "anger 0-4", { merges: old }), {
      merges: old,
      tolerance: 0.4,
    })
    const [flag] = disagreementsOf(rereading)
    expect(flag!.standing).toEqual({ is: "settled", by: "tolerance", merge: null })
  })

  it("not settled while only a part of it would be agreed", () => {
    expect(standings("fear 0-30", "fear 0-14, fear 28-34", { tolerance: 0.4 })).toEqual(["boundary: open"])
  })

  it("[R15] open again when the merge that alone settled it is undone; what people decided stays", () => {
    const undone = [merge("anger", "fear", { undone: true })]
    expect(standings("fear 0-9", "anger 0-9", { merges: undone })).toEqual(["code: open"])
    const about = said({ resolution: resolution(a) })
    expect(standings("fear 0-9", "anger 0-9", { merges: undone, about })).toEqual(["code: resolved"])
  })
})

describe("[R1] after any merges, undone or not, and any tolerance", () => {
  const codes = ["fear", "anger", "clinic"]
  const layer = fc.array(fc.tuple(fc.constantFrom(...codes), fc.nat(30), fc.integer({ min: 1, max: 20 })), {
    maxLength: 6,
  })
  const row = fc.record({
    from: fc.constantFrom(...codes),
    into: fc.constantFrom(...codes),
    undone: fc.boolean(),
    how: fc.constantFrom("merging" as const, "relating" as const),
  })
  const today = fc.record({
    merges: fc.array(row, { maxLength: 4 }),
    tolerance: fc.constantFrom(0.1, 0.5, 0.9),
  })
  const picture = (drawn: [string, number, number][]) =>
    drawn.map(([c, at, n]) => `${c} ${at}-${at + n}`).join(", ")

  it("every decision is still on its flag, and every flag is still there", () => {
    fc.assert(
      fc.property(layer, layer, today, (ana, ben, { merges, tolerance }) => {
        const reveal = revealText(picture(ana), picture(ben))
        const rows = merges.map(({ from, into, ...more }) => merge(from, into, more))
        const decided = new Map(
          reveal.groups.map(({ id }) => [id, said({ resolution: { ...resolution(both), id: `${id}` } })]),
        )
        const now = disagreementsOf(readAgain(reveal, { merges: rows, tolerance }), (id) => decided.get(id)!)
        const frozen = reveal.groups.filter((group) => group.kind !== "agreed")
        expect(now.map(({ group }) => group)).toEqual(frozen)
        for (const { group, standing } of now) {
          expect(standing).toMatchObject({ is: "resolved", resolution: { id: group.id } })
        }
      }),
    )
  })

  it("what was settled is again as it was once all is undone", () => {
    let settled = 0
    fc.assert(
      fc.property(layer, layer, today, (ana, ben, { merges, tolerance }) => {
        const reveal = revealText(picture(ana), picture(ben))
        const rows = merges.map(({ from, into, how }) => merge(from, into, { how }))
        const before = disagreementsOf(readAgain(reveal, { merges: [], tolerance: reveal.tolerance }))
        const between = disagreementsOf(readAgain(reveal, { merges: rows, tolerance }))
        settled += between.filter(({ standing }) => standing.is === "settled").length
        const undone = rows.map((row) => ({ ...row, undone: true }))
        expect(disagreementsOf(readAgain(reveal, { merges: undone, tolerance: reveal.tolerance }))).toEqual(
          before,
        )
        expect(before.every(({ standing }) => standing.is === "open")).toBe(true)
      }),
      { numRuns: 300 },
    )
    expect(settled).toBeGreaterThan(50)
  })
})

describe("[R4] verdicts", () => {
  const merging: Verdict = { kind: "same-idea", by: "merging", from: "x", into: "y" }
  const other: Verdict = { kind: "other", codes: ["x", "y"], words: { from: 0, to: 3 } }

  it("are the same if they come to the same", () => {
    expect(sameVerdict(other, { ...other, codes: ["y", "x", "y"] })).toBe(true)
    const relating: Verdict = { ...merging, by: "relating" }
    expect(sameVerdict(relating, { ...relating, from: "y", into: "x" })).toBe(true)
    for (const verdict of [a, both, parked, merging, other, { kind: "neither" } as const]) {
      expect(sameVerdict(verdict, structuredClone(verdict))).toBe(true)
    }
  })

  it("are not the same if they do not", () => {
    expect(sameVerdict(merging, { ...merging, from: "y", into: "x" })).toBe(false)
    expect(sameVerdict(other, { ...other, words: { from: 0, to: 4 } })).toBe(false)
    expect(sameVerdict(a, { kind: "reading", of: "b" })).toBe(false)
    expect(sameVerdict(parked, { kind: "parked", until: "interview 10" })).toBe(false)
    expect(sameVerdict(both, { kind: "neither" })).toBe(false)
  })

  it("that both coders have as their latest word are a consensus", () => {
    expect(consensusOf([proposal("ana", a)])).toBeNull()
    expect(consensusOf([proposal("ana", a), proposal("ana", a, { revision: 2 })])).toBeNull()
    expect(consensusOf([proposal("ana", a), proposal("ben", both, { revision: 2 })])).toBeNull()
    const ben = proposal("ben", a, { revision: 2 })
    expect(consensusOf([proposal("ana", a), ben])).toEqual({ proposal: ben, by: ["ana", "ben"] })
    const changed = [proposal("ana", a), ben, proposal("ana", both, { revision: 3 })]
    expect(consensusOf(changed)).toBeNull()
    expect(consensusOf(changed, new Set(["ana-3"]))).not.toBeNull()
  })

  it("that cannot be carried out are seen at the door", () => {
    expect(fits(other, 3)).toBe(true)
    expect(fits(other, 2)).toBe(false)
    expect(fits({ ...other, codes: [] }, 3)).toBe(false)
    expect(fits({ ...other, words: { from: 2, to: 2 } }, 3)).toBe(false)
    expect(fits({ ...merging, into: "x" }, 3)).toBe(false)
  })
})

describe("[R5] what stands after a decision", () => {
  const outcome = (ana: string, ben: string, verdict: Verdict | null) => {
    const reveal = revealText(ana, ben)
    const group = reveal.groups[0] as Group
    const drawn = outcomeOf(group, unitsRevealed(reveal), verdict)
    return drawn.map(({ code, words, from }) => `${from}: ${code} ${words.from}-${words.to}`)
  }

  it("of what was agreed, the words of both", () => {
    expect(outcome("fear 0-9", "fear 2-12", null)).toEqual(["both: fear 0-12"])
  })

  it("of what is not decided, nothing", () => {
    expect(outcome("fear 0-9", "anger 0-9", null)).toEqual([])
    expect(outcome("fear 0-9", "anger 0-9", parked)).toEqual([])
  })

  it("of a different reading, what the verdict says", () => {
    expect(outcome("fear 0-9", "anger 1-9", a)).toEqual(["a: fear 0-9"])
    expect(outcome("fear 0-9", "anger 1-9", both)).toEqual(["a: fear 0-9", "b: anger 1-9"])
    expect(outcome("fear 0-9", "anger 1-9", { kind: "neither" })).toEqual([])
    const idea = { kind: "same-idea", from: "anger", into: "fear" } as const
    expect(outcome("fear 0-9", "anger 1-9", { ...idea, by: "merging" })).toEqual(["both: fear 0-9"])
    expect(outcome("fear 0-9", "anger 1-9", { ...idea, by: "relating" })).toEqual([
      "a: fear 0-9",
      "b: anger 1-9",
    ])
    const codes = ["x", "y", "x"]
    expect(outcome("fear 0-9", "anger 1-9", { kind: "other", codes, words: { from: 3, to: 4 } })).toEqual([
      "other: x 3-4",
      "other: y 3-4",
    ])
  })

  it("of what one alone coded: theirs keeps it, the other's drops it", () => {
    expect(outcome("fear 0-9", "", a)).toEqual(["a: fear 0-9"])
    expect(outcome("fear 0-9", "", { kind: "reading", of: "b" })).toEqual([])
  })
})

it("[R13] the agenda gathers flags into discussions, whichever code is whose", () => {
  const ana = "fear 0-5, sleep 10-15, anger 20-25, home 30-35, home 40-45, clinic 50-59"
  const ben = "anger 0-5, food 10-15, fear 20-25, clinic 50-53"
  const flags = disagreementsOf(readAgain(revealText(ana, ben), { merges: [], tolerance: 0.5 }))
  const drawn = agenda(flags).map(
    ({ kind, codes, flags }) => `${kind} ${codes.join("|")} ${flags.map((f) => f.words.from)}`,
  )
  expect(drawn).toEqual([
    "code anger|fear 0,20",
    "code food|sleep 10",
    "boundary clinic 50",
    "omission home 30,40",
  ])
})
