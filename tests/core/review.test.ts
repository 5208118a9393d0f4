import { describe, expect, it } from "vitest"
import type { Blindness } from "../../core/model"
import { deriveReveal, dueForReveal, newCodesOf } from "../../core/review"
import { handIn, passage, passageText } from "../support/pictures"

const pair = ["ana", "ben"]

/** `"p1 ana ben, p2 ana"`: who has handed in what; each passage is assigned to both, unless said otherwise. */
function due(
  policy: Blindness,
  handedIn: string,
  more: { coders?: Record<string, string[]>; revealed?: string[] } = {},
) {
  const standing = handedIn.split(",").flatMap((part) => {
    const [passage, ...coders] = part.trim().split(" ")
    return coders.map((coder) => ({ passage: passage!, coder }))
  })
  const passages = ["p1", "p2", "p3"].map((id) => ({
    id,
    coders: more.coders?.[id] ?? pair,
    revealed: more.revealed?.includes(id) ?? false,
  }))
  return dueForReveal({ policy, passages, standing })
}

describe("a passage is due", () => {
  it.each(["passage", "open"] as const)(
    "[B1, B23] under %s when both have handed it in, and not before",
    (policy) => {
      expect(due(policy, "")).toEqual([])
      expect(due(policy, "p1 ana, p2 ben")).toEqual([])
      expect(due(policy, "p1 ana, p2 ben ana")).toEqual(["p2"])
    },
  )

  it("[B24] under source when both have handed in all, then all at once", () => {
    expect(due("source", "p1 ana ben, p2 ana ben, p3 ana")).toEqual([])
    expect(due("source", "p1 ana ben, p2 ana ben, p3 ben ana")).toEqual(["p1", "p2", "p3"])
  })

  it("[B22] when its one coder has handed it in, where there is one", () => {
    expect(due("passage", "p1 ana, p2 ana", { coders: { p1: ["ana"] } })).toEqual(["p1"])
  })

  it("[B22] never by the hand-in of somebody it is not assigned to", () => {
    expect(due("passage", "p1 ana zoe")).toEqual([])
  })

  it("[B22] never while nobody is assigned, which holds up nothing else", () => {
    expect(due("source", "p1 ana ben, p2 ana ben", { coders: { p3: [] } })).toEqual(["p1", "p2"])
  })

  it("once only", () => {
    expect(due("passage", "p1 ana ben, p2 ana ben", { revealed: ["p1"] })).toEqual(["p2"])
    expect(due("source", "p1 ana ben, p2 ana ben, p3 ana ben", { revealed: ["p1", "p2"] })).toEqual(["p3"])
  })
})

const code = (id: string, name: string) => ({ id, name, definition: null })
const reveal = (...handIns: Parameters<typeof deriveReveal>[0]["handIns"]) =>
  deriveReveal({
    passage,
    round: 1,
    policy: "source",
    independent: true,
    text: passageText,
    transcriptVersion: 3,
    handIns,
    tolerance: 0.5,
    codebook: { revision: 7, merges: [] },
    at: "2026-05-02T10:00:00Z",
  })

describe("a reveal", () => {
  it("holds both hand-ins, A first, and what came of comparing them", () => {
    const revealed = reveal(handIn("b", "fear 0-9"), handIn("a", "fear 0-9, clinic 2-4"))
    expect(revealed.handIns.map((own) => own.side)).toEqual(["a", "b"])
    expect(revealed.groups.map((group) => group.kind)).toEqual(["agreed", "omission"])
    expect(revealed).toMatchObject({
      passage: "p1",
      span: { from: 0, to: passageText.length },
      codebookRevision: 7,
    })
  })

  it("[D14] of one coder compares nothing", () => {
    expect(reveal(handIn("a", "fear 0-9")).groups).toEqual([])
    expect(reveal(handIn("a", "fear 0-9"), handIn("b", "")).groups).toHaveLength(1)
  })

  it("[B16] copies what is listed, and nothing else that a hand-in may hold", () => {
    const laden = { ...handIn("a", "fear 0-9"), canary: "canary-7f3a" }
    const coding = { ...laden.codings[0]!, createdAt: "canary-7f3a", memo: "kept" }
    const bytes = JSON.stringify(reveal({ ...laden, codings: [coding] }))
    expect(bytes).not.toContain("canary-7f3a")
    expect(bytes).toContain("kept") // so the line above could have failed
  })

  it("[B17] brings the suggested codes that a coding of the passage uses, and no others", () => {
    const ana = { ...handIn("a", "s1 0-9"), suggested: [code("s1", "Night"), code("s2", "canary-7f3a")] }
    const revealed = reveal(ana, handIn("b", ""))
    expect(JSON.stringify(revealed)).not.toContain("canary-7f3a")
    expect(JSON.stringify(revealed)).toContain("Night")
  })

  it("[B17] tells no order of work: codes by name, codings by place", () => {
    const suggested = [code("s1", "zeal"), code("s2", "Éveil"), code("s3", "abandon")]
    const ana = { ...handIn("a", "s1 40-42, s2 20-22, s3 0-2"), suggested }
    const ben = { ...handIn("b", "t1 0-2"), suggested: [code("t1", "faim")] }
    const revealed = reveal(ana, ben)
    expect(revealed.handIns[0]!.suggested.map(({ name }) => name)).toEqual(["abandon", "Éveil", "zeal"])
    expect(revealed.handIns[0]!.codings.map(({ words }) => words.from)).toEqual([0, 20, 40])
    expect(newCodesOf(revealed).map(({ name, by }) => `${name} ${by}`)).toEqual([
      "abandon ana",
      "Éveil ana",
      "faim ben",
      "zeal ana",
    ])
  })

  it("[B17] keeps two codes of one name apart, each with its id", () => {
    const ana = { ...handIn("a", "s1 0-9"), suggested: [code("s1", "night")] }
    const ben = { ...handIn("b", "t1 0-9"), suggested: [code("t1", "night")] }
    const revealed = reveal(ana, ben)
    expect(newCodesOf(revealed).map(({ id }) => id)).toEqual(["s1", "t1"])
    expect(revealed.groups.map((group) => group.kind)).toEqual(["code"])
  })

  it("[B10] does not depend on the order in which a coder worked", () => {
    const forwards = handIn("a", "fear 0-9, clinic 2-4")
    const backwards = { ...forwards, codings: [...forwards.codings].reverse() }
    expect(reveal(backwards, handIn("b", "fear 1-9"))).toEqual(reveal(forwards, handIn("b", "fear 1-9")))
  })
})
