/**
 * Who may sit in which room: every room × every kind of caller × their own and another project, with the stock
 * client, against a table written from DESIGN.md section 4. Who reads tries to write.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { WebSocket } from "ws"
import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"
import { type CallerName, type Cast, callers, openCast } from "../support/recorderCast"
import { openTestApp, type TestApp } from "../support/testApp"

type Access = "write" | "read" | 4401 | 4403
const nobody: readonly CallerName[] = ["anonymous", "revoked", "expired"]

const people = "owner supervisor coderA coderB coderElsewhere observer"
interface Line {
  readonly as: "read" | "write"
  readonly who: string
  /** Let in as well, to read. */
  readonly readers?: string
}
/** Who is let in; everybody else hears 4403. */
const table: Readonly<Record<string, Line>> = {
  "source/{source}": { as: "read", who: people },
  "source/{transcribed}": {
    as: "write",
    who: "owner supervisor coderA coderB",
    readers: "coderElsewhere observer",
  },
  "layer/{source}/{self}": { as: "write", who: "coderA coderB" },
  "layer/{source}/{coderA}": { as: "write", who: "coderA" },
  "layer/{source}/{coderB}": { as: "write", who: "coderB" },
  "layer/{source}/missing": { as: "write", who: "" },
  "review/{source}": { as: "read", who: "supervisor coderA coderB" },
  "codebook/{project}": { as: "read", who: people },
  "tree/{project}": { as: "read", who: "owner supervisor coderA coderB coderElsewhere" },
  "comments/{source}": { as: "read", who: "owner supervisor coderA coderB" },
  "notes/{source}": { as: "write", who: "owner supervisor coderA coderB observer" },
  // The first coder's: what is shared is written together, what is private is nobody else's.
  "memo/{sharedMemo}": { as: "write", who: "owner supervisor coderA coderB coderElsewhere" },
  "memo/{privateMemo}": { as: "write", who: "coderA" },
  // Names of nothing.
  "review/{project}": { as: "read", who: "" },
  "codebook/{source}": { as: "read", who: "" },
  "source/missing": { as: "read", who: "" },
  "layer/{source}": { as: "write", who: "" },
  "memo/{source}": { as: "write", who: "" },
  "source/{source}/more": { as: "read", who: "" },
  "SOURCE/{source}": { as: "read", who: "" },
  "source/{source}~": { as: "read", who: "" },
}

function expected(room: string, caller: CallerName, where: "own" | "other"): Access {
  if (nobody.includes(caller)) return 4401
  const role = where === "own" ? caller : caller === "stranger" ? "owner" : "stranger"
  const { as, who, readers = "" } = table[room]!
  if (readers.split(" ").includes(role)) return "read"
  // The coders of the other project are none of the cast.
  return who.split(" ").includes(role) ? as : 4403
}

let app: TestApp
let cast: Cast
let origin: string
let stop: () => Promise<void>
beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
  cast = await openCast(app)
}, 120_000)
afterAll(async () => {
  await app.sync.stop()
  await stop()
  await app.close()
})

/** The stock client in a room, signed in as somebody; how it was received. */
async function knock(name: string, caller: CallerName) {
  class SignedIn extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { ...cast.headers[caller], origin } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/collab`, name, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  })
  const received = await new Promise<"in" | number>((resolve) => {
    provider.on("sync", (synced: boolean) => synced && resolve("in"))
    provider.on("connection-close", (event) => event && resolve(event.code))
  })
  return {
    received,
    doc,
    leave() {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** What somebody may in a room, found out by doing it. */
async function accessOf(name: string, caller: CallerName): Promise<Access | number> {
  const one = await knock(name, caller)
  try {
    if (one.received !== "in") return one.received
    const mark = randomUUID()
    for (const map of ["probe", "flags", "codes", "codings"]) one.doc.getMap(map).set(mark, { id: mark })
    // What is written is durable a little later: newcomers look several times.
    for (const patience of [0, 30, 100]) {
      await new Promise((resolve) => setTimeout(resolve, patience))
      const other = await knock(name, caller)
      const isThere = other.doc.getMap("probe").has(mark)
      other.leave()
      if (isThere) return "write"
    }
    const { updates } = await app.services.docs.load(name)
    expect(updates.some((update) => Buffer.from(update).includes(mark))).toBe(false)
    return "read"
  } finally {
    one.leave()
  }
}

describe.each(["own", "other"] as const)("in their %s project", (where) => {
  it.each(Object.keys(table))(
    "[B2, B4, B13] %s",
    async (room) => {
      const place = cast[where]
      const answered: Record<string, Access | number> = {}
      const wanted: Record<string, Access> = {}
      for (const caller of callers) {
        const names: Record<string, string> = {
          source: place.source,
          transcribed: place.transcribed,
          project: place.project,
          sharedMemo: place.sharedMemo,
          privateMemo: place.privateMemo,
          coderA: place.coders[0],
          coderB: place.coders[1],
          self: cast.ids[caller],
        }
        const name = room.replace(/\{(\w+)\}/g, (_, part: string) => names[part]!)
        answered[caller] = await accessOf(name, caller)
        wanted[caller] = expected(room, caller, where)
      }
      expect(answered).toEqual(wanted)
    },
    60_000,
  )
})
