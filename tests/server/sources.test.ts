import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import * as assignments from "../../app/api/sources/[source]/assignments/route"
import * as handIns from "../../app/api/sources/[source]/hand-ins/route"
import * as passages from "../../app/api/sources/[source]/passages/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as transcribing from "../../app/api/sources/[source]/transcribing/route"
import * as transcript from "../../app/api/sources/[source]/transcript/route"
import { type } from "../../core/ydoc/editing"
import { docRoom, docUpdate, handIn, reveal, source } from "../../db/schema"
import { openRoom } from "../support/person"
import { openTestApp, readAnswer, type TestApp } from "../support/testApp"

let app: TestApp
let origin: string
let stop: () => Promise<void>
let sound: Buffer
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, ben, sue] = [] as unknown as [Person, Person, Person]
let project: string

const WORDS = [
  "ENQ : Comment cela s'est-il passé ?",
  "M7 : J'ai attendu, et puis j'ai renoncé.",
  "ENQ : Pourquoi ?",
  "M7 : Le rendez-vous était dans six mois.",
].join("\n")

beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
  sound = await readFile(join(import.meta.dirname, "../fixtures/audio/seconds.ogg"))
})
beforeEach(async () => {
  await app.empty()
  ;[ana, ben, sue] = [await app.person("Ana"), await app.person("Ben"), await app.person("Sue")]
  project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
  await app.join(project, sue.id, "supervisor")
})
afterAll(async () => {
  await stop()
  await app.close()
})

type Parts = Record<string, string | string[] | Blob>

async function send(what: "sources" | "transcript-readings", parts: Parts, as = ana.token) {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each instanceof Blob) form.append(name, each, name === "recording" ? "m7.ogg" : "m7.txt")
      else form.append(name, each)
    }
  }
  const headers = { authorization: `Bearer ${as}` }
  const path = `${origin}/api/projects/${project}/${what}`
  return readAnswer(await fetch(path, { method: "POST", headers, body: form }))
}

const bring = (parts: Parts = {}, as?: string) =>
  send("sources", { title: "Entretien M7", text: WORDS, coders: [ana.id, ben.id], ...parts }, as)
const read = (id: string, as = ana.token) => app.call(sourceRoute.GET, { as, params: { source: id } })
const kept = async () =>
  (await readdir(join(app.dataDir, "recordings")).catch(() => [])).filter((name) => !name.includes(".peaks"))
const openCoding = () => app.services.db.update(source).set({ codingOpenedAt: new Date() })

describe("bringing a source in", () => {
  it("makes its transcript, passages, coders and recording in one go", async () => {
    const { status, body } = await bring({
      transcript: new Blob([WORDS]),
      recording: new Blob([new Uint8Array(sound)]),
      coders: ["ben@test.example", ana.id],
      context_where: "cabinet",
    })
    expect(status).toBe(201)
    const seen = await read(body.id)
    expect(seen.body).toMatchObject({
      source: {
        title: "Entretien M7",
        blindness: "passage",
        codingOpened: false,
        context: { where: "cabinet" },
      },
      coders: [
        { name: "Ben", side: "a" },
        { name: "Ana", side: "b" },
      ],
      recording: { mime: "audio/ogg", bytes: sound.length, originalName: "m7.ogg" },
      passages: [{ id: body.passages[0], index: 0, from: 0 }],
      mine: { [body.passages[0]]: { revision: 0, state: "open" } },
      progress: { [ana.id]: { done: 0, of: 1 }, [ben.id]: { done: 0, of: 1 } },
    })
    const words = await app.call(transcript.GET, { as: ben.token, params: { source: body.id } })
    expect(words.body.turns.map((turn: { text: string }) => turn.text)).toEqual([
      "Comment cela s'est-il passé ?",
      "J'ai attendu, et puis j'ai renoncé.",
      "Pourquoi ?",
      "Le rendez-vous était dans six mois.",
    ])
    expect(words.body.speakers).toMatchObject([{ label: "ENQ", interviewer: true }, { label: "M7" }])
  })

  it("takes the labels as they were decided, coders as a JSON array", async () => {
    const labels = JSON.stringify([
      { label: "ENQ", speaks: true, as: "Int.", interviewer: true },
      { label: "M7", speaks: true, as: "Médecin 7", interviewer: false },
    ])
    const { body } = await bring({ labels, coders: JSON.stringify([ana.id]) })
    const words = await app.call(transcript.GET, { as: ana.token, params: { source: body.id } })
    expect(words.body.speakers.map((one: { label: string }) => one.label).sort()).toEqual([
      "Int.",
      "Médecin 7",
    ])
  })

  it("[C30] of a recording alone has its transcript written here: open to its coders, ready once it has words", async () => {
    const { status, body } = await bring({ text: "", recording: new Blob([new Uint8Array(sound)]) })
    expect(status).toBe(201)
    const seen = await read(body.id, ben.token)
    expect(seen.body).toMatchObject({ source: { transcribing: true }, passages: [{ from: 0, to: 0 }] })
    const words = await app.call(transcript.GET, { as: ben.token, params: { source: body.id } })
    expect(words.body.speakers).toMatchObject([{ label: "I", interviewer: true }, { label: "P" }])
    expect(words.body.turns).toMatchObject([{ text: "", startMs: 0 }])
    const close = () =>
      app.call(transcribing.DELETE, { method: "DELETE", as: ben.token, params: { source: body.id } })
    expect(await close()).toMatchObject({ status: 409, body: { code: "nothing-written" } })
    const room = `source/${body.id}`
    const one = await openRoom(origin, { authorization: `Bearer ${ben.token}` }, room, { ack: true })
    type(one.doc, 0, "Racontez-moi.")
    await vi.waitFor(async () => {
      const now = await app.call(transcript.GET, { as: ana.token, params: { source: body.id } })
      expect(now.body.turns[0].text).toBe("Racontez-moi.")
    }, 5_000)
    one.close()
    expect((await close()).status).toBe(204)
    const ready = await read(body.id)
    expect(ready.body).toMatchObject({ source: { transcribing: false }, passages: [{ from: 0, to: 13 }] })
  })

  it("[F6] that is prepared begins without words and sound: its transcript and its notes are open to who makes it", async () => {
    const { status, body } = await bring({ text: "", begins: "event", kind: "focus-group" })
    expect(status).toBe(201)
    const seen = await read(body.id, ben.token)
    expect(seen.body).toMatchObject({ source: { transcribing: true, kind: "focus-group" }, recording: null })
    const notes = await openRoom(origin, { authorization: `Bearer ${ben.token}` }, `notes/${body.id}`)
    notes.close()
    const params = { source: body.id }
    expect(await app.call(transcribing.DELETE, { method: "DELETE", as: ben.token, params })).toMatchObject({
      body: { code: "nothing-written" },
    })
    expect((await bring({ text: "", begins: "nothing" })).status).toBe(422)
  })

  it.each<[string, () => Parts, number, string]>([
    ["with neither words nor a recording", () => ({ text: "", recording: "" }), 422, "unreadable-transcript"],
    ["without a coder", () => ({ coders: [] }), 422, "no-coder"],
    ["with a supervisor as coder", () => ({ coders: [ana.id, sue.id] }), 422, "not-a-coder"],
    ["with a stranger as coder", () => ({ coders: ["eve@test.example"] }), 422, "not-a-coder"],
    ["with one coder twice", () => ({ coders: [ana.id, ana.id] }), 422, "not-a-coder"],
    ["with three coders", () => ({ coders: [ana.id, ben.id, sue.id] }), 422, "too-many-coders"],
    ["without words", () => ({ text: " " }), 422, "unreadable-transcript"],
    ["without a title", () => ({ title: "" }), 422, "invalid-body"],
    ["with a recording that is none", () => ({ recording: new Blob(["nothing"]) }), 422, "unknown-recording"],
    ["with labels that are no JSON", () => ({ labels: "{" }), 422, "invalid-body"],
    ["longer than any recording", () => ({ durationMs: "3e9" }), 422, "invalid-body"],
  ])("is refused %s, and nothing of it stays", async (_, parts, status, code) => {
    const before = await kept()
    const recording = new Blob([new Uint8Array(sound)])
    expect(await bring({ recording, ...parts() })).toMatchObject({ status, body: { code } })
    const { db } = app.services
    expect([await db.select().from(source), await db.select().from(docUpdate), await kept()]).toEqual([
      [],
      [],
      before,
    ])
    expect((await bring({ recording })).status).toBe(201)
    expect([(await db.select().from(source)).length, (await kept()).length]).toEqual([1, before.length + 1])
  })

  it("[S54] keeps what no database holds as what cannot be read, up to the reveal", async () => {
    const bad = "a\0b"
    const labels = JSON.stringify([{ label: "M7", speaks: true, as: "M\ud83d7", interviewer: false }])
    const recording = new Blob([new Uint8Array(sound)])
    const { status, body } = await bring({
      title: bad,
      text: `M7 : ${bad}.`,
      context_who: bad,
      labels,
      recording,
    })
    expect(status).toBe(201)
    const words = await app.call(transcript.GET, { as: ana.token, params: { source: body.id } })
    expect(words.body).toMatchObject({ turns: [{ text: "a\ufffdb." }], speakers: [{ label: "M\ufffd7" }] })
    const seen = (await read(body.id)).body.source
    expect([seen.title, seen.context.who]).toEqual(["a\ufffdb", "a\ufffdb"])
    const headers = { authorization: `Bearer ${ana.token}`, "x-file-name": "a%00.ogg" }
    const put = { method: "PUT", headers, body: recording }
    const heard = await readAnswer(await fetch(`${origin}/api/sources/${body.id}/recording`, put))
    expect(heard).toMatchObject({ status: 200, body: { originalName: "a\ufffd.ogg" } })
    for (const person of [ana, ben]) {
      const sent = { passage: body.passages[0], codings: [], idempotencyKey: person.id }
      const asked = { method: "POST", as: person.token, params: { source: body.id }, body: sent }
      expect((await app.call(handIns.POST, asked)).body.revealed).toBe(person === ben)
    }
  })

  it("is for owners", async () => {
    expect(await bring({}, ben.token)).toMatchObject({ status: 403, body: { code: "not-allowed" } })
    expect(await bring({})).toMatchObject({ status: 201 })
  })

  it("can be looked at before anything is kept", async () => {
    const { status, body } = await send("transcript-readings", { transcript: new Blob([WORDS]) })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      format: "text",
      paragraphs: 4,
      labels: [
        { label: "ENQ", count: 2, speaks: true, interviewer: true },
        { label: "M7", count: 2, speaks: true },
      ],
    })
    expect(await app.services.db.select().from(source)).toEqual([])
  })
})

describe("a source", () => {
  it("[B13] is not there for strangers", async () => {
    const { body } = await bring()
    const eve = await app.person("Eve")
    expect(await read(body.id, eve.token)).toEqual(await read("nothing", eve.token))
    expect((await read(body.id, sue.token)).body).toMatchObject({ mine: null, role: "supervisor" })
  })

  it("[B9] tells of the other's work how many passages are complete, not which", async () => {
    const { body } = await bring()
    await app.services.db.insert(handIn).values({
      id: "h",
      source: body.id,
      passage: body.passages[0],
      account: ana.id,
      revision: 1,
      idempotencyKey: "k",
      transcriptVersion: 1,
      codings: [],
      suggested: [],
      seen: {} as never,
    })
    const [own, others] = [(await read(body.id)).body, (await read(body.id, ben.token)).body]
    expect(own.mine[body.passages[0]]).toEqual({ revision: 1, state: "handed-in" })
    expect(others.progress).toEqual({ [ana.id]: { done: 1, of: 1 }, [ben.id]: { done: 0, of: 1 } })
    expect(others.mine[body.passages[0]]).toEqual({ revision: 0, state: "open" })
  })

  it("is cut anew until coding opens", async () => {
    const { body } = await bring()
    const cut = (starts: number[]) =>
      app.call(passages.PUT, { method: "PUT", as: ana.token, params: { source: body.id }, body: { starts } })
    // The same words are the same passage; others are another.
    expect((await cut([0])).body.passages).toEqual(body.passages)
    expect((await cut([0, 2])).body.passages).not.toContain(body.passages[0])
    const [first, second] = (await read(body.id)).body.passages
    expect(second.from).toBe(first.to + 1)
    for (const wrong of [[1], [0, 2, 2], [0, 4]]) expect(await cut(wrong)).toMatchObject({ status: 422 })
    await openCoding()
    expect(await cut([0])).toMatchObject({ status: 409, body: { code: "coding-opened" } })
  })

  it("changes how blind it is until coding opens", async () => {
    const { body } = await bring()
    const change = (sent: object) =>
      app.call(sourceRoute.PATCH, { method: "PATCH", as: ana.token, params: { source: body.id }, body: sent })
    expect((await change({ blindness: "source" })).body.source.blindness).toBe("source")
    await openCoding()
    expect(await change({ blindness: "open" })).toMatchObject({
      status: 409,
      body: { code: "needs-consent" },
    })
    expect((await change({ blindness: "source", title: "M 7" })).body.source.title).toBe("M 7")
  })

  it("is given other coders, but for those who have handed in", async () => {
    const { body } = await bring()
    const assign = (coders: string[]) =>
      app.call(assignments.PUT, {
        method: "PUT",
        as: ana.token,
        params: { source: body.id },
        body: { coders },
      })
    const cem = await app.person("Cem")
    await app.join(project, cem.id, "coder")
    expect(await assign([ana.id, cem.email])).toMatchObject({
      status: 200,
      body: { coders: [ana.id, cem.id] },
    })
    expect(await assign([sue.id])).toMatchObject({ status: 422, body: { code: "not-a-coder" } })
    await openCoding()
    await app.services.db.insert(handIn).values({
      id: "h",
      source: body.id,
      passage: body.passages[0],
      account: ana.id,
      revision: 1,
      idempotencyKey: "k",
      transcriptVersion: 1,
      codings: [],
      suggested: [],
      seen: {} as never,
    })
    expect(await assign([ben.id, cem.id])).toMatchObject({ status: 409, body: { code: "coding-opened" } })
    expect(await assign([ana.id])).toMatchObject({ status: 409, body: { code: "coding-opened" } })
    expect(await assign([ana.id, ben.id])).toMatchObject({ status: 200 })
  })

  it("is deleted with all that hangs on it by its owner, who names it", async () => {
    const before = await kept()
    const { body } = await bring({ recording: new Blob([new Uint8Array(sound)]) })
    const { db } = app.services
    const row = { source: body.id, passage: body.passages[0], round: 1, row: {} as never }
    await db.insert(reveal).values(row)
    const erase = (title: string, as = ana.token) =>
      app.call(sourceRoute.DELETE, { method: "DELETE", as, params: { source: body.id }, body: { title } })
    expect(await erase("Entretien M8")).toMatchObject({ status: 422, body: { code: "invalid-body" } })
    expect(await erase("Entretien M7", ben.token)).toMatchObject({ status: 403 })
    expect((await read(body.id)).status).toBe(200)
    expect((await erase("Entretien M7")).status).toBe(204)
    expect((await read(body.id)).status).toBe(404)
    expect(await Promise.all([source, reveal, docUpdate].map((table) => db.select().from(table)))).toEqual([
      [],
      [],
      [],
    ])
    // What was on its way when it was deleted does not bring its log back.
    const room = `source/${body.id}`
    const late = { data: new Uint8Array([0, 0]), member: null, session: null }
    await expect(app.services.docs.append(room, [late])).rejects.toThrow("erased")
    expect(await db.select().from(docUpdate)).toEqual([])
    expect((await db.select().from(docRoom)).every(({ gone }) => gone)).toBe(true)
    expect(await kept()).toEqual(before)
  })
})
