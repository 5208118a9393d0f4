import { describe, expect, it } from "vitest"
import { forYou } from "../../app/projects/[project]/_overview/forYou"

type Read = Parameters<typeof forYou>[0]
type Source = Read["sources"][number]

const now = "2026-11-24T12:00:00.000Z"
const quiet = {
  discuss: 0,
  toAnswer: 0,
  parked: 0,
  settled: 0,
  referred: 0,
  referredSince: null,
  opinions: [],
}

const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title: id.toUpperCase(),
  kind: "interview",
  blindness: "passage",
  createdAt: now,
  durationMs: null,
  hasRecording: false,
  kept: { until: null, destroyed: null },
  about: "",
  codingOpened: false,
  transcribing: false,
  passages: 9,
  coders: [],
  checks: null,
  talk: null,
  weakening: null,
  next: null,
  ...more,
})
const coder = (id: string, done: number) => ({ id, name: id, side: "a" as const, done, of: 9, newCodes: 0 })
const project = (role: Read["role"], sources: Source[], members = 3): Read => ({
  id: "p",
  role,
  sources,
  members: Array.from({ length: members }, () => ({ role: "coder" as const })),
})
const said = (read: Read, reader = "ana") =>
  forYou(read, reader, now).map(({ what, href }) => `${what} ${href.replace("/projects/p", "")}`)

describe("what waits for a reader of the overview", () => {
  it("is to go on where one stopped, and to begin what one has not begun", () => {
    const m7 = source("m7", { coders: [coder("ana", 5)], next: { index: 5, from: 420 } })
    const m8 = source("m8", { coders: [coder("ana", 0)], next: { index: 0, from: 0 } })
    expect(said(project("coder", [m7, m8]))).toEqual([
      "continue /sources/m7/code?at=420",
      "begin /sources/m8/code",
    ])
  })

  it("is nothing once all is complete and talked over", () => {
    expect(said(project("coder", [source("m7", { coders: [coder("ana", 9)], talk: quiet })]))).toEqual([])
  })

  it("puts talk before coding, and leads to the latest opinion of the last fortnight", () => {
    const opinions = [
      { flag: "a|b", at: "2026-11-20T08:00:00.000Z" },
      { flag: "old", at: "2026-10-01T08:00:00.000Z" },
    ]
    const talk = { ...quiet, discuss: 4, opinions }
    const m7 = source("m7", { coders: [coder("ana", 5)], next: { index: 5, from: 420 }, talk })
    const waiting = forYou(project("coder", [m7]), "ana", now)
    expect(waiting.map(({ what }) => what)).toEqual(["discuss", "opinions", "continue"])
    expect(waiting[1]).toMatchObject({ count: 1, href: "/projects/p/sources/m7/review?flag=a%7Cb" })
  })

  it("is, for a supervisor, what was referred, and nobody's coding", () => {
    const referred = (id: string, count: number, since: string) =>
      source(id, {
        coders: [coder("ana", 5)],
        talk: { ...quiet, discuss: 3, referred: count, referredSince: since },
      })
    const read = project("supervisor", [referred("m3", 2, "2026-11-10"), referred("m7", 1, "2026-11-02")])
    expect(forYou(read, "claire", now)).toEqual([
      { what: "decide", count: 3, since: "2026-11-02", href: "/projects/p/queue" },
    ])
  })

  it("is, for who runs the project, to say who codes and to invite the other", () => {
    expect(said(project("owner", [source("m9")], 1))).toEqual([
      "assign /sources/m9/passages",
      "invite /members",
    ])
    expect(said(project("observer", [source("m9")], 1))).toEqual([])
  })
})
