/** A transcript opened to corrections, written by several at once, and closed: what may and may not be done meanwhile. */
import { setTimeout as later } from "node:timers/promises"
import { and, eq, like } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import * as handIns from "../../app/api/sources/[source]/hand-ins/route"
import * as passagesRoute from "../../app/api/sources/[source]/passages/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as transcribing from "../../app/api/sources/[source]/transcribing/route"
import * as transcript from "../../app/api/sources/[source]/transcript/route"
import { isLost } from "../../core/anchor"
import { ERASED } from "../../core/erasing"
import { textOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { replace, type } from "../../core/ydoc/editing"
import { readTranscript } from "../../core/ydoc/source"
import { joinTurns } from "../../core/ydoc/turnEdits"
import { audit, docUpdate, passage, source as sources } from "../../db/schema"
import { createSource } from "../../server/commands/createSource"
import { finishTranscribing } from "../../server/commands/transcribe"
import { loadTranscript } from "../../server/documents"
import { type OpenedRoom, openRoom } from "../support/person"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let origin: string
let stop: () => Promise<void>
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, ben, sue] = [] as unknown as [Person, Person, Person]
let source: string
let opened: OpenedRoom[] = []

const SAID = ["Vous avez peur ?", "Oui, du vide.", "Depuis quand ?", "Toujours."]

beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
})
beforeEach(async () => {
  await app.empty()
  ;[ana, ben, sue] = [await app.person("Ana"), await app.person("Ben"), await app.person("Sue")]
  const project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
  await app.join(project, sue.id, "observer")
  const made = await createSource(app.services, {
    project,
    by: ana.id,
    title: "M7",
    kind: "interview",
    blindness: "passage",
    coders: [ana.id, ben.id],
    context: { who: "", where: "", how: "" },
    transcript: {
      speakers: [],
      turns: SAID.map((text) => ({ speaker: null, startMs: null, endMs: null, text })),
    },
    passages: [
      { fromTurn: 0, toTurn: 2 },
      { fromTurn: 2, toTurn: 4 },
    ],
    recording: null,
  })
  source = made.id
})
afterAll(async () => {
  await app.sync.stop()
  await stop()
  await app.close()
})

const params = () => ({ source })
const open = (as = ana.token) => app.call(transcribing.POST, { method: "POST", as, params: params() })
const close = (as = ana.token) => app.call(transcribing.DELETE, { method: "DELETE", as, params: params() })
const see = async (as = ana.token) => (await app.call(sourceRoute.GET, { as, params: params() })).body
const move = (starts: number[]) =>
  app.call(passagesRoute.PUT, { method: "PUT", as: ana.token, params: params(), body: { starts } })
const erase = (words: string) =>
  app.call(erasures.POST, {
    method: "POST",
    as: ana.token,
    params: params(),
    body: { spans: [], words, places: [], mark: ERASED },
  })
const complete = (place: string, key = place) =>
  app.call(handIns.POST, {
    method: "POST",
    as: ana.token,
    params: params(),
    body: { passage: place, codings: [], suggestedCodes: [], idempotencyKey: key },
  })
const words = async () =>
  (await app.call(transcript.GET, { as: ben.token, params: params() })).body.turns.map(
    (turn: { text: string }) => turn.text,
  )

async function room({ token }: Person): Promise<OpenedRoom> {
  const one = await openRoom(origin, { authorization: `Bearer ${token}` }, `source/${source}`, { ack: true })
  opened.push(one)
  return one
}
const leaveAll = () => {
  for (const one of opened) one.close()
  opened = []
}
const textIn = ({ doc }: OpenedRoom) => textOf(readTranscript(doc).turns)
const put = (one: OpenedRoom, before: string, what: string) =>
  type(one.doc, textIn(one).indexOf(before), what)
const shows = (one: OpenedRoom, what: string) => vi.waitFor(() => expect(textIn(one)).toContain(what), 5_000)

describe("a transcript that is open to corrections", () => {
  it("[C30] is written by several at once, who see each other's words; others read", async () => {
    await open()
    expect((await see()).source.transcribing).toBe(true)
    const [one, two, reader] = [await room(ana), await room(ben), await room(sue)]
    put(one, "Oui", "Ah. ")
    put(two, "Toujours", "Depuis ")
    put(reader, "Vous", "non ")
    await shows(two, "Ah. Oui")
    await shows(one, "Depuis Toujours")
    await shows(reader, "Depuis Toujours")
    await later(100)
    expect(await words()).toEqual([
      "Vous avez peur ?",
      "Ah. Oui, du vide.",
      "Depuis quand ?",
      "Depuis Toujours.",
    ])
    leaveAll()
  })

  it("[C30] opens to those who had it open to read, without a reload", async () => {
    const one = await room(ana)
    put(one, "Oui", "Trop tôt. ")
    await later(100)
    expect(await words()).toEqual(SAID)
    await open(ben.token)
    // The stock client sends what the server lacks as soon as it may write.
    await vi.waitFor(async () => expect((await words())[1]).toBe("Trop tôt. Oui, du vide."), 5_000)
    leaveAll()
  })

  it("[C31] is handed in nothing of, cut nowhere, and not erased from; all of it again once it is closed", async () => {
    const [place] = (await see()).passages
    await open()
    for (const answer of [await complete(place.id), await move([0]), await erase("Toujours")]) {
      expect(answer).toMatchObject({ status: 409, body: { code: "being-transcribed" } })
    }
    await close()
    expect((await erase("Toujours")).status).toBeLessThan(300)
    expect((await move([0])).status).toBe(200)
    const [whole] = (await see()).passages
    expect((await complete(whole.id)).status).toBe(201)
  })

  it("is not opened once coding has opened, and can be again when all is taken back", async () => {
    const [place] = (await see()).passages
    await complete(place.id)
    expect(await open()).toMatchObject({ status: 409, body: { code: "coding-opened" } })
    const body = { passage: place.id }
    await app.call(handIns.DELETE, { method: "DELETE", as: ana.token, params: params(), body })
    expect((await open()).status).toBe(204)
  })

  it("is opened once and closed once, whoever asks how often; observers are refused", async () => {
    expect((await open(sue.token)).status).toBe(403)
    await open()
    await open(ben.token)
    await close(ben.token)
    await close()
    const noted = await app.services.db
      .select({ action: audit.action, account: audit.account })
      .from(audit)
      .where(and(eq(audit.subject, source), like(audit.action, "transcribing%")))
    expect(noted.map(({ action, account }) => [action, account === ana.id ? "ana" : "ben"]).sort()).toEqual([
      ["transcribing-closed", "ben"],
      ["transcribing-opened", "ana"],
    ])
  })
})

describe("closing", () => {
  it("[C30, C31] fixes all that was acknowledged, and lays passages on their words", async () => {
    const before = await see()
    await open()
    const one = await room(ana)
    put(one, "Depuis quand", "Mais ")
    joinTurns(one.doc, 1)
    await vi.waitFor(async () => expect((await words())[0]).toBe("Vous avez peur ?Oui, du vide."), 5_000)
    await close()
    const after = await see()
    expect(after.source).toMatchObject({ transcribing: false, transcriptVersion: 2 })
    const { text } = await loadTranscript(app.services, source)
    expect(after.passages.map(({ from, to }: { from: number; to: number }) => text.slice(from, to))).toEqual([
      "Vous avez peur ?Oui, du vide.",
      "Mais Depuis quand ?\nToujours.",
    ])
    // A hand-in that a device holds is of other words.
    expect((await complete(before.passages[0].id)).status).toBe(404)
    expect((await complete(after.passages[0].id)).status).toBe(201)
    leaveAll()
  })

  it("[C31] leaves everything as it was where nothing was written", async () => {
    const before = await see()
    await open()
    await close()
    expect(await see()).toEqual(before)
  })

  it("[C31] takes nothing that comes later, from whoever is still writing", async () => {
    await open()
    const [one, two] = [await room(ana), await room(ben)]
    let written = 0
    const typing = setInterval(() => put(two, "Toujours", `${written++} `), 3)
    await vi.waitFor(() => expect(textIn(one)).toContain("5 Toujours"), 5_000)
    await close()
    const fixed = await words()
    const { passages } = await see()
    await later(300)
    clearInterval(typing)
    put(two, "Vous", "trop tard ")
    await later(300)
    expect(written).toBeGreaterThan(20)
    expect(fixed[3]).toMatch(/5( \d+)* Toujours/)
    expect(await words()).toEqual(fixed)
    const { text } = await loadTranscript(app.services, source)
    expect(text.slice(passages[1].from, passages[1].to)).toBe(fixed.slice(2).join("\n"))
    // Not lost: it stands with its writer.
    expect(textIn(two)).toContain("trop tard Vous")
    await shows(await room(sue), fixed[3]!)
    leaveAll()
  })

  it("[C1] leaves codings on their words, whose log holds nothing deleted any more", async () => {
    const { doc, text } = await loadTranscript(app.services, source)
    const at = text.indexOf("du vide")
    const anchor = anchorTo(doc, text, { from: at, to: at + "du vide".length })
    await open()
    const one = await room(ana)
    put(one, "Oui", "un secret, ")
    await vi.waitFor(async () => expect((await words())[1]).toContain("secret"), 5_000)
    const from = textIn(one).indexOf("un secret, Oui")
    replace(one.doc, { from, to: from + "un secret, Oui".length }, "Euh oui")
    await vi.waitFor(async () => expect((await words())[1]).toBe("Euh oui, du vide."), 5_000)
    const holding = async () => {
      const rows = await app.services.db
        .select()
        .from(docUpdate)
        .where(eq(docUpdate.room, `source/${source}`))
      return rows.filter(({ data }) => Buffer.from(data).includes("secret")).length
    }
    expect(await holding()).toBeGreaterThan(0)
    await close()
    expect(await holding()).toBe(0)
    const now = await loadTranscript(app.services, source)
    const stands = resolveAnchor(now.doc, now.text, anchor)
    expect(isLost(stands) ? stands : now.text.slice(stands.from, stands.to)).toBe("du vide")
    leaveAll()
  })

  it("[C31] that was cut short is gone on with, and once", async () => {
    await open()
    const one = await room(ana)
    put(one, "Oui", "Ah. ")
    await vi.waitFor(async () => expect((await words())[1]).toContain("Ah."), 5_000)
    leaveAll()
    const [row] = await app.services.db.select().from(sources).where(eq(sources.id, source))
    const closedBy = ben.id
    await app.services.db
      .update(sources)
      .set({ transcribing: { ...row!.transcribing!, closedBy } })
      .where(eq(sources.id, source))
    await app.services.live.settle(`source/${source}`)
    const reader = await room(ana)
    put(reader, "Vous", "non ")
    await later(100)
    await finishTranscribing(app.services)
    await finishTranscribing(app.services)
    expect((await see()).source).toMatchObject({ transcribing: false, transcriptVersion: 2 })
    expect(await words()).toEqual(["Vous avez peur ?", "Ah. Oui, du vide.", "Depuis quand ?", "Toujours."])
    const rows = await app.services.db.select().from(passage).where(eq(passage.source, source))
    expect(rows.map(({ version }) => version)).toEqual([2, 2])
    leaveAll()
  })
})
