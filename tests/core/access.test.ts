import { describe, expect, it } from "vitest"
import {
  accessTo,
  type Door,
  type Member,
  parseRoom,
  type Room,
  roomName,
  supervises,
} from "../../core/access"
import { mayRemoveMemo } from "../../core/memos"
import type { ProjectRole } from "../../core/model"

const member = (id: string, role: ProjectRole, ...codes: string[]): Member => ({
  id,
  role,
  codes: new Set(codes),
  corrects: new Set(),
})
const ana = member("ana", "coder", "m7")
const ben = member("ben", "coder", "m7")
const chloe = member("chloe", "coder", "m8")
const claire = member("claire", "supervisor")
const odile = member("odile", "owner")
const omar = member("omar", "observer")
const everybody = [ana, ben, chloe, claire, odile, omar]

/** Who may, by their access; whoever is not named may not. */
function who(place: Room | Door): Record<string, string> {
  const may = everybody.map(({ id, ...rest }) => [id, accessTo(place, { id, ...rest })] as const)
  return Object.fromEntries(may.filter(([, access]) => access !== "none"))
}
const all = (access: string, ...except: string[]) =>
  Object.fromEntries(everybody.filter(({ id }) => !except.includes(id)).map(({ id }) => [id, access]))

describe("accessTo", () => {
  it("[B2] opens a layer to its coder and to nobody else", () => {
    expect(who({ kind: "layer", source: "m7", coder: "ana" })).toEqual({ ana: "write" })
    expect(who({ kind: "layer", source: "m8", coder: "chloe" })).toEqual({ chloe: "write" })
  })

  it("[B2] opens no layer in a source that one does not code", () => {
    expect(who({ kind: "layer", source: "m8", coder: "ana" })).toEqual({})
    expect(who({ kind: "layer", source: "m7", coder: "claire" })).toEqual({})
  })

  it("[B4] lets nobody write what the server writes", () => {
    expect(who({ kind: "review", source: "m7" })).toEqual({ ana: "read", ben: "read", claire: "read" })
    expect(who({ kind: "codebook", project: "p" })).toEqual(all("read"))
    expect(who({ kind: "tree", project: "p" })).toEqual(all("read", "omar"))
    expect(who({ kind: "source", source: "m7" })).toEqual(all("read"))
  })

  it("[C30] lets write a transcript, while it is open, who made it", () => {
    const open = (one: Member): Member => ({ ...one, corrects: new Set(["m7"]) })
    expect(accessTo({ kind: "source", source: "m7" }, open(ana))).toBe("write")
    expect(accessTo({ kind: "source", source: "m8" }, open(ana))).toBe("read")
    expect(who({ kind: "transcribing", source: "m7" })).toEqual({
      ana: "write",
      ben: "write",
      claire: "write",
      odile: "write",
    })
  })

  it("lets those code who are assigned", () => {
    expect(who({ kind: "coding", source: "m7" })).toEqual({ ana: "write", ben: "write" })
  })

  it("[B12] lets nobody rule on what they code", () => {
    expect(who({ kind: "ruling", source: "m7" })).toEqual({ claire: "write" })
    const both = member("both", "supervisor", "m7")
    expect(accessTo({ kind: "ruling", source: "m7" }, both)).toBe("none")
    expect(accessTo({ kind: "ruling", source: "m8" }, both)).toBe("write")
    expect([supervises(both, "m7"), supervises(both, "m8"), supervises(ana, "m8")]).toEqual([
      false,
      true,
      false,
    ])
  })

  it("keeps settings to owners, the queue to supervisors, changes and exports from observers", () => {
    expect(who({ kind: "settings" })).toEqual({ odile: "write" })
    expect(who({ kind: "queue" })).toEqual({ claire: "write" })
    expect(who({ kind: "participants" })).toEqual(all("write", "omar"))
    expect(who({ kind: "codes" })).toEqual(all("write", "omar"))
    expect(who({ kind: "export" })).toEqual(all("read", "omar"))
    expect(who({ kind: "agreement" })).toEqual(all("read", "omar"))
  })

  it("lets every member know the project, hear and read its sources", () => {
    expect(who({ kind: "project" })).toEqual(all("read"))
    expect(who({ kind: "transcript", source: "m7" })).toEqual(all("read"))
    expect(who({ kind: "recording", source: "m7" })).toEqual(all("read"))
  })

  it("[F6] lets write live notes who makes the transcript, and who observes", () => {
    expect(who({ kind: "notes", source: "m7" })).toEqual(all("write", "chloe"))
    expect(accessTo({ kind: "notes", source: "m7" }, null)).toBe("none")
  })

  it("[F17] lets who only observes read closed notes, and record there no more; those of other sources are open", () => {
    const closed: Member = { ...omar, notesClosed: new Set(["m7"]) }
    expect(accessTo({ kind: "notes", source: "m7" }, closed)).toBe("read")
    expect(accessTo({ kind: "giving", source: "m7" }, closed)).toBe("none")
    expect(accessTo({ kind: "notes", source: "m8" }, closed)).toBe("write")
    expect(accessTo({ kind: "notes", source: "m7" }, { ...ana, notesClosed: new Set(["m7"]) })).toBe("write")
  })

  it("[F14] lets record an event who may be there, and send who may be at one", () => {
    expect(who({ kind: "giving", source: "m7" })).toEqual(all("write", "chloe"))
    expect(who({ kind: "sending" })).toEqual(all("write"))
    expect(accessTo({ kind: "sending" }, member("dan", "coder"))).toBe("none")
    expect(accessTo({ kind: "giving", source: "m7" }, null)).toBe("none")
  })

  it("[K1, K10] tells that participants wrote something to who makes the transcript, and to nobody else", () => {
    expect(who({ kind: "comments", source: "m7" })).toEqual({
      ana: "read",
      ben: "read",
      claire: "read",
      odile: "read",
    })
  })

  it("[M1, M2] keeps what is private to its author, whatever anybody's role, and what is shared from observers", () => {
    const memo = (author: string, sharing: "private" | "shared") =>
      ({ kind: "memo", memo: "m", facts: { author, sharing } }) as const
    expect(who(memo("ana", "private"))).toEqual({ ana: "write" })
    expect(who(memo("claire", "private"))).toEqual({ claire: "write" })
    expect(who(memo("ana", "shared"))).toEqual(all("write", "omar"))
    expect(who(memo("omar", "private"))).toEqual({})
    expect(who({ kind: "memo", memo: "m" })).toEqual({})
    expect(who({ kind: "memos" })).toEqual(all("write", "omar"))
    expect(everybody.filter((one) => mayRemoveMemo({ author: "ben", sharing: "shared" }, one))).toEqual([
      ben,
      odile,
    ])
    expect(everybody.filter((one) => mayRemoveMemo({ author: "ben", sharing: "private" }, one))).toEqual([
      ben,
    ])
  })

  it("refuses strangers, and whatever has no rule", () => {
    expect(accessTo({ kind: "project" }, null)).toBe("none")
    expect(accessTo({ kind: "source", source: "m7" }, null)).toBe("none")
    expect(accessTo({ kind: "attic" } as unknown as Door, odile)).toBe("none")
  })
})

describe("room names", () => {
  const rooms: Room[] = [
    { kind: "source", source: "m7" },
    { kind: "layer", source: "m7", coder: "ana" },
    { kind: "review", source: "m7" },
    { kind: "codebook", project: "p" },
    { kind: "tree", project: "p" },
    { kind: "notes", source: "m7" },
    { kind: "comments", source: "m7" },
    { kind: "memo", memo: "m1" },
  ]
  it.each(rooms.map((room) => [roomName(room), room] as const))(
    "%s is read as it is written",
    (name, room) => {
      expect(parseRoom(name)).toEqual(room)
    },
  )

  const long = "x".repeat(65)
  it.each([
    "",
    "source",
    "source/",
    "source/a/b",
    "layer/a",
    "layer/a/b/c",
    "Source/a",
    "source/a b",
    "memo/a/b",
  ])("%j names no room", (name) => {
    expect(parseRoom(name)).toBeNull()
  })
  it.each([`source/${long}`, `layer/a/${long}`, "source/..", "source/é", "source/a\n", "\nsource/a"])(
    "%j names no room",
    (name) => {
      expect(parseRoom(name)).toBeNull()
    },
  )
})
