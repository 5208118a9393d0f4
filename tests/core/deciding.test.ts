import { describe, expect, it } from "vitest"
import {
  mayAccept,
  mayPropose,
  mayRefer,
  mayRule,
  mayWithdraw,
  type UnderDiscussion,
} from "../../core/deciding"
import type { Proposal, Resolution, Standing } from "../../core/reading"

const open: Standing = { is: "open", listenedBy: [], listenedTogether: false }
const referred: Standing = { is: "referred", referral: { by: "ana", reason: "", at: "2026-05-03" } }
const settled: Standing = { is: "settled", by: "merge", merge: null }
const decision: Resolution = {
  id: "r1",
  verdict: { kind: "both" },
  reason: "",
  at: "2026-05-04",
  how: "adjudication",
  by: ["sam"],
  notedBy: null,
}
const resolved: Standing = { is: "resolved", resolution: decision }

const heard = (by: string) => ({
  by,
  together: false,
  clip: { startMs: 0, endMs: 9 },
  heardMs: 9,
  at: "2026-05-03",
})

/** A cutting to be talked over by ana and ben, unless said otherwise. */
const flag = (more: Partial<UnderDiscussion> = {}): UnderDiscussion => {
  return { kind: "boundary", standing: open, coders: ["ana", "ben"], listenings: [], audible: true, ...more }
}
const theirs: Proposal = {
  id: "p7",
  revision: 3,
  by: "ben",
  verdict: { kind: "both" },
  reason: "",
  oral: false,
  at: "2026-05-03",
}
const accepting = { proposal: "p7", revision: 3, whyNotListened: null }

describe("[R6] proposing", () => {
  it("is for the two coders, until it is done with", () => {
    expect(mayPropose(flag(), "ana")).toBeNull()
    expect(mayPropose(flag({ standing: referred }), "ben")).toBeNull()
    expect(mayPropose(flag(), "sam")).toBe("not-a-coder")
    expect(mayPropose(flag({ standing: resolved }), "ana")).toBe("already-resolved")
    expect(mayPropose(flag({ standing: settled }), "ana")).toBe("already-resolved")
  })

  it("is taken back by whoever proposed", () => {
    expect(mayWithdraw(flag(), "ben", theirs)).toBeNull()
    expect(mayWithdraw(flag(), "ana", theirs)).toBe("not-own-proposal")
    expect(mayWithdraw(flag(), "ana", null)).toBe("no-proposal")
  })
})

describe("[R7] accepting", () => {
  it("is for the other coder, in the revision that stands", () => {
    expect(mayAccept(flag(), "ana", accepting, theirs)).toBeNull()
    expect(mayAccept(flag(), "ben", accepting, theirs)).toBe("own-proposal")
    expect(mayAccept(flag(), "sam", accepting, theirs)).toBe("not-a-coder")
    expect(mayAccept(flag(), "ana", accepting, null)).toBe("no-proposal")
    expect(mayAccept(flag(), "ana", { ...accepting, revision: 2 }, theirs)).toBe("stale-revision")
    expect(mayAccept(flag(), "ana", { ...accepting, proposal: "p6" }, theirs)).toBe("stale-revision")
    expect(mayAccept(flag({ standing: resolved }), "ana", accepting, theirs)).toBe("already-resolved")
  })
})

describe("[R12] an agreement reached aloud", () => {
  it("counts when the other has accepted it, and not by who entered it", () => {
    const aloud = { ...theirs, oral: true }
    expect(mayAccept(flag(), "ben", accepting, aloud)).toBe("own-proposal")
    expect(mayAccept(flag(), "ana", accepting, aloud)).toBeNull()
  })
})

describe("[R8] listening first", () => {
  const reading = (more: Partial<UnderDiscussion> = {}) => flag({ kind: "code", ...more })

  it("is asked of whoever decides or refers a different reading, themself", () => {
    expect(mayAccept(reading(), "ana", accepting, theirs)).toBe("listen-first")
    expect(mayAccept(reading({ listenings: [heard("ben")] }), "ana", accepting, theirs)).toBe("listen-first")
    expect(mayAccept(reading({ listenings: [heard("ana")] }), "ana", accepting, theirs)).toBeNull()
    expect(mayRefer(reading(), "ana", null)).toBe("listen-first")
    expect(mayRefer(reading({ listenings: [heard("ana")] }), "ana", null)).toBeNull()
  })

  it("can be declined with a word why", () => {
    expect(mayAccept(reading(), "ana", { ...accepting, whyNotListened: "I remember it" }, theirs)).toBeNull()
    expect(mayRefer(reading(), "ana", "  ")).toBe("listen-first")
  })

  it("is not asked of cuttings and omissions, nor where there is no sound, nor before proposing", () => {
    expect(mayRefer(flag({ kind: "omission" }), "ana", null)).toBeNull()
    expect(mayRefer(flag({ kind: "boundary" }), "ana", null)).toBeNull()
    expect(mayRefer(reading({ audible: false }), "ana", null)).toBeNull()
    expect(mayPropose(reading(), "ana")).toBeNull()
  })
})

describe("[R9] ruling", () => {
  it("is for a supervisor, on what is referred", () => {
    expect(mayRule(flag({ standing: referred }), "sam", ["sam"], null)).toBeNull()
    expect(mayRule(flag(), "sam", ["sam"], null)).toBe("not-referred")
    expect(mayRule(flag({ standing: resolved }), "sam", ["sam"], null)).toBe("already-resolved")
    expect(mayRule(flag({ standing: referred }), "ana", ["sam"], null)).toBe("not-a-supervisor")
    expect(mayRefer(flag({ standing: referred }), "ana", null)).toBe("already-referred")
  })

  it("[B12] is never for one of its coders", () => {
    expect(mayRule(flag({ standing: referred }), "ana", ["ana"], null)).toBe("not-a-supervisor")
  })

  it("[R8] asks the supervisor too to have heard a different reading", () => {
    const reading = flag({ kind: "code", standing: referred })
    expect(mayRule(reading, "sam", ["sam"], null)).toBe("listen-first")
    expect(mayRule({ ...reading, listenings: [heard("sam")] }, "sam", ["sam"], null)).toBeNull()
    expect(mayRule(reading, "sam", ["sam"], "given in a meeting")).toBeNull()
  })
})
