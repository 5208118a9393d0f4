/**
 * Erased means: no file of the data folder holds it, neither the tables nor the log nor the recordings. Every search
 * has found the word before, so that it could find it afterwards.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { WebSocket } from "ws"
import * as Y from "yjs"
import * as projectRoute from "../../app/api/projects/[project]/route"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import { isLost } from "../../core/anchor"
import { ERASED } from "../../core/erasing"
import { wordSpan, wordsOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { suggestCode } from "../../core/ydoc/layer"
import { docUpdate, erasure, handIn as handIns, reveal, source as sources } from "../../db/schema"
import { attachRecording } from "../../server/commands/attachRecording"
import { changeProject } from "../../server/commands/changeProject"
import { deleteSource } from "../../server/commands/deleteSource"
import { handIn } from "../../server/commands/handIn"
import { takeBack } from "../../server/commands/takeBack"
import { loadLayer, loadTranscript } from "../../server/documents"
import { finishErasures } from "../../server/erasure"
import { reviewOf } from "../../server/queries/review"
import { whereWords } from "../../server/queries/whereWords"
import { openCanaryStudy, turnsWith } from "../support/canaryStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({}, "disk")
}, 300_000)
afterAll(() => app.close())

type FoundSpan = { readonly from: number; readonly to: number; readonly words: string }

const remove = (
  handler: typeof projectRoute.DELETE,
  as: string,
  params: Record<string, string>,
  body: object,
) => app.call(handler, { method: "DELETE", as, params, body })

/** What a study comes to, as numbers and ids: nothing of it may move when words are erased. */
async function figures(source: string) {
  const review = await reviewOf(app.services, source)
  const { doc, text } = await loadTranscript(app.services, source)
  const words = wordsOf(text)
  const layers = await Promise.all(
    review.meta.meta!.source === source
      ? Object.keys(review.progress).map((coder) => loadLayer(app.services, source, coder))
      : [],
  )
  const rows = await app.services.db
    .select()
    .from(handIns)
    .where(eq(handIns.source, source))
    .orderBy(handIns.id)
  return {
    groups: Object.values(review.flags).map(({ id, kind, units, words, standing }) => ({
      id,
      kind,
      units,
      words,
      standing: standing.is,
    })),
    agreed: Object.values(review.agreements).map(({ id, units }) => ({ id, units })),
    units: Object.values(review.codings).map(({ unit, words, code }) => ({ unit, words, code })),
    handIns: rows.map(({ id, codings }) => ({
      id,
      words: codings.map((coding) => [coding.id, coding.words]),
    })),
    // Read against the transcript as any screen would: the same words, by number.
    anchored: layers.map(({ codings }) =>
      codings.map(({ id, anchor }) => {
        const span = resolveAnchor(doc, text, anchor)
        return [id, isLost(span) ? null : wordSpan(words, span)]
      }),
    ),
  }
}

describe("erasing words", () => {
  it("[S63, S64, S65] takes a name out of everything; no group, id, figure or anchor moves", async () => {
    const name = "Zyxwvemile"
    const { source, project, ana } = await openCanaryStudy(app, name)
    await changeProject(app.services, {
      project,
      by: ana.id,
      change: { question: `What became of ${name}?` },
    })
    const before = await figures(source)
    expect(before.groups.length).toBeGreaterThan(2)
    expect(before.anchored.flat().length).toBeGreaterThan(10)
    expect(before.anchored.flat().every(([, words]) => words !== null)).toBe(true)
    const places = await app.filesWith(name)
    expect(places.some((file) => file.startsWith("database/base/"))).toBe(true)
    const found = await app.call(erasures.GET, { as: ana.token, params: { source }, query: `?find=${name}` })
    expect(found.body.transcript).toHaveLength(3)
    expect(found.body.speakers).toHaveLength(1)
    expect(new Set(found.body.elsewhere.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(["project", "title", "about", "file", "code", "memo", "guide", "said"]),
    )
    const body = {
      spans: found.body.transcript.map(({ from, to, words }: FoundSpan) => ({ from, to, words })),
      words: name,
      places: [...found.body.speakers, ...found.body.elsewhere].map(({ key }: { key: string }) => key),
    }
    expect(
      (await app.call(erasures.POST, { method: "POST", as: ana.token, params: { source }, body })).status,
    ).toBe(201)
    expect(await figures(source)).toEqual(before)
    const { text, speakers } = await loadTranscript(app.services, source)
    expect(text.split("\n")).toEqual(turnsWith(ERASED))
    expect(speakers.map(({ label }) => label)).toEqual([ERASED])
    // The recording still holds it: sound is another matter (S68).
    expect((await app.filesWith(name)).filter((file) => !file.startsWith("recordings/"))).toEqual([])
    expect((await app.filesWith(name)).length).toBe(1)
  }, 120_000)

  it("[S65] takes spans alone, whoever's they are, and refuses words that are no longer there", async () => {
    const name = "Zyxwvfloris"
    const { source, passages, ana } = await openCanaryStudy(app, name)
    const { text } = await loadTranscript(app.services, source)
    const before = await figures(source)
    const from = text.indexOf("And did")
    const turn = { from, to: text.indexOf("I asked") - 1 }
    const ask = (words: string) => ({ spans: [{ ...turn, words }], mark: "X" })
    const post = (body: object) =>
      app.call(erasures.POST, { method: "POST", as: ana.token, params: { source }, body })
    expect(await post(ask("And did he"))).toMatchObject({ status: 409 })
    expect((await post(ask(text.slice(turn.from, turn.to)))).status).toBe(201)
    const after = (await loadTranscript(app.services, source)).text.split("\n")
    expect(after[1]).toMatch(/^X( X)*$/)
    expect([after[0], after[2]]).toEqual([turnsWith(name)[0], turnsWith(name)[2]])
    expect(await figures(source)).toEqual(before)
    const [row] = await app.services.db.select().from(reveal).where(eq(reveal.passage, passages[0]!))
    expect(row!.row.text.split("\n")).toEqual(after.slice(0, 2))
    const quotes = row!.row.handIns.flatMap(({ codings }) => codings.map(({ quote }) => quote))
    expect(quotes.some((quote) => quote.includes("perhaps"))).toBe(false)
    expect(await app.filesWith(`And did ${name} say`)).toEqual([])
    expect((await app.filesWith(`asked ${name} again`)).length).toBeGreaterThan(0)
  }, 120_000)

  it("[S65] goes on where a log holds what no replica can apply, which is left out, since it may hold the words", async () => {
    const name = "Zyxwvirene"
    const { source, ana, ben } = await openCanaryStudy(app, name)
    const data = new Uint8Array([9, 9, 9, ...Buffer.from(name)])
    for (const room of [`layer/${source}/${ben.id}`, `source/${source}`])
      await app.services.docs.append(room, [{ data, member: ben.id, session: null }])
    const found = await whereWords(app.services, source, name)
    const spans = found.transcript.map(({ from, to, words }) => ({ from, to, words }))
    const body = { spans, words: name, places: found.speakers.map(({ key }) => key) }
    const done = await app.call(erasures.POST, { method: "POST", as: ana.token, params: { source }, body })
    expect(done.status).toBe(201)
    const left = await app.services.db.select().from(docUpdate)
    expect(left.filter(({ room }) => room.includes(source)).length).toBeGreaterThan(2)
    expect(left.some(({ data }) => Buffer.from(data).includes(name))).toBe(false)
    expect((await loadLayer(app.services, source, ben.id)).codings.length).toBeGreaterThan(0)
  }, 120_000)

  it("[S67] calls back the copies of the transcript that are open", async () => {
    const name = "Zyxwvhenriette"
    const { source, ana, ben } = await openCanaryStudy(app, name)
    const { origin, stop } = await app.listen()
    const headers = { authorization: `Bearer ${ben.token}` }
    const sit = () => new WebSocket(`${origin.replace("http", "ws")}/collab/source/${source}`, { headers })
    const hear = (socket: WebSocket) =>
      new Promise<Buffer>((resolve) => {
        socket.on("open", () => socket.send(Uint8Array.of(0, 0, 1, 0)))
        socket.on("message", (data: Buffer) => data[0] === 0 && data[1] === 1 && resolve(data))
      })
    const open = sit()
    expect((await hear(open)).includes(name)).toBe(true)
    const closed = new Promise<number>((resolve) => open.on("close", resolve))
    const epoch = async () =>
      (await app.call(sourceRoute.GET, { as: ben.token, params: { source } })).body.source.epoch
    expect(await epoch()).toBe(0)
    const found = await whereWords(app.services, source, name)
    const spans = found.transcript.map(({ from, to, words }) => ({ from, to, words }))
    const body = { spans, words: name, places: found.speakers.map(({ key }) => key) }
    await app.call(erasures.POST, { method: "POST", as: ana.token, params: { source }, body })
    expect(await closed).toBe(4409)
    expect(await epoch()).toBe(1)
    const anew = sit()
    expect((await hear(anew)).includes(name)).toBe(false)
    anew.terminate()
    await stop()
  }, 120_000)

  it("[S69] is refused where there is nothing to erase, and calls no copy back", async () => {
    const { source, ana } = await openCanaryStudy(app, "Zyxwvida")
    const erase = async (body: object) =>
      (await app.call(erasures.POST, { method: "POST", as: ana.token, params: { source }, body })).body.code
    const epoch = async () =>
      (await app.call(sourceRoute.GET, { as: ana.token, params: { source } })).body.source.epoch
    const { text } = await loadTranscript(app.services, source)
    const from = text.indexOf(" ")
    const nothing = [
      {},
      { places: ["title", "no such place"] },
      { spans: [{ from, to: from + 1, words: " " }] },
      { words: "?!" },
    ]
    for (const body of nothing) expect(await erase(body)).toBe("nothing-to-erase")
    expect(await erase({ spans: [{ from: 1, to: 1, words: " " }] })).toBe("stale-revision")
    expect(await epoch()).toBe(0)
    const [word] = wordsOf(text)
    expect(await erase({ spans: [{ ...word!, words: text.slice(word!.from, word!.to) }] })).toBeUndefined()
    expect(await epoch()).toBe(1)
  }, 120_000)

  it("[S66] tells who erases nothing of what others have not revealed", async () => {
    const { source, ana, ben, passages } = await openCanaryStudy(app, "Zyxwvgerard")
    const look = () =>
      app.call(erasures.GET, { as: ana.token, params: { source }, query: "?find=Zyxwvhidden" })
    const before = await look()
    const { doc, text } = await loadTranscript(app.services, source)
    const layer = new Y.Doc()
    const anchor = anchorTo(doc, text, { from: text.indexOf("Nothing"), to: text.indexOf("Nothing") + 7 })
    const code = { id: "hidden", name: "Zyxwvhidden", definition: null, parent: null }
    const coding = { id: "h", code: "hidden", anchor, createdAt: "", memo: "Zyxwvhidden", shareMemo: true }
    suggestCode(layer, code, coding)
    const entry = { data: Y.encodeStateAsUpdate(layer), member: ben.id, session: null }
    await app.services.docs.append(`layer/${source}/${ben.id}`, [entry])
    const own = { source, passage: passages[1]!, coder: ben.id, codings: null, suggestedCodes: null }
    await takeBack(app.services, { source, passage: passages[1]!, coder: ana.id, expectedRevision: null })
    await handIn(app.services, { ...own, idempotencyKey: "hidden", expectedRevision: null })
    expect(await look()).toEqual(before)
    expect((await app.filesWith("Zyxwvhidden")).length).toBeGreaterThan(0)
    const body = { words: "Zyxwvhidden" }
    const done = await app.call(erasures.POST, { method: "POST", as: ana.token, params: { source }, body })
    expect(done).toEqual({ status: 201, body: {} })
    // Erased unseen, where it was; the coding is where it was.
    expect(await app.filesWith("Zyxwvhidden")).toEqual([])
    const { codings } = await loadLayer(app.services, source, ben.id)
    expect(codings.find(({ id }) => id === "h")).toMatchObject({ memo: ERASED, anchor })
  }, 120_000)
})

describe("deleting", () => {
  it("[S60] a source takes every byte of it from the disk, and of no other", async () => {
    const [gone, stays] = ["Zyxwvantoine", "Zyxwvberthe"]
    const { source, project, ana } = await openCanaryStudy(app, gone)
    await openCanaryStudy(app, stays)
    const before = await app.filesWith(gone)
    expect(before.some((file) => file.startsWith("database/base/"))).toBe(true)
    expect(before.some((file) => file.startsWith("database/pg_wal/"))).toBe(true)
    expect(before.some((file) => file.startsWith("recordings/"))).toBe(true)
    const title = `Interview with ${gone}`
    expect(await remove(sourceRoute.DELETE, ana.token, { source }, { title: "another" })).toMatchObject({
      status: 422,
    })
    expect(await remove(sourceRoute.DELETE, ana.token, { source }, { title })).toMatchObject({ status: 204 })
    // The project and its codes are named for it too: they go with the project, and nothing else is left.
    const left = await app.services.db.select().from(docUpdate)
    expect(left.some(({ room }) => room.includes(source))).toBe(false)
    const name = `A study of ${gone}`
    expect(await remove(projectRoute.DELETE, ana.token, { project }, { name })).toMatchObject({ status: 204 })
    expect(await app.filesWith(gone)).toEqual([])
    expect((await app.filesWith(stays)).length).toBeGreaterThan(2)
    expect((await app.call(projectRoute.GET, { as: ana.token, params: { project } })).status).toBe(404)
  }, 120_000)

  it("[S61] a project is for its owner, who names it", async () => {
    const { project, ana, ben } = await openCanaryStudy(app, "Zyxwvcharles1")
    const name = "A study of Zyxwvcharles1"
    expect(await remove(projectRoute.DELETE, ben.token, { project }, { name })).toMatchObject({ status: 403 })
    expect(await remove(projectRoute.DELETE, ana.token, { project }, { name: "" })).toMatchObject({
      status: 422,
    })
    expect((await app.call(projectRoute.GET, { as: ben.token, params: { project } })).status).toBe(200)
    expect(await remove(projectRoute.DELETE, ana.token, { project }, { name })).toMatchObject({ status: 204 })
    const [record] = await app.services.db.select().from(erasure).where(eq(erasure.project, project))
    expect(record).toMatchObject({ what: "project", by: ana.id, files: [] })
    expect(record!.finishedAt).not.toBeNull()
  }, 120_000)

  it("[S62] keeps the recording that takes another's place, though the other's file cannot be removed yet", async () => {
    const { source, ana } = await openCanaryStudy(app, "Zyxwvemma")
    const key = app.services.ids.newId()
    await app.services.recordings.write(key, Readable.from([Buffer.from("OggS")]), { maxBytes: 10 })
    const recording = { key, bytes: 4, mime: "audio/ogg", originalName: "new.ogg", durationMs: null }
    const broken = { ...app.services, scrub: () => Promise.reject(new Error("power failure")) }
    await app.services.db.update(sources).set({ codingOpenedAt: null }).where(eq(sources.id, source))
    await attachRecording(broken, { source, by: ana.id, recording })
    expect(await app.services.recordings.stat(key)).toEqual({ bytes: 4 })
    await finishErasures(app.services)
  }, 120_000)

  it("[S62] what was begun and broken off is finished at the next start", async () => {
    const word = "Zyxwvdenise22"
    const { source, ana } = await openCanaryStudy(app, word)
    const broken = { ...app.services, scrub: () => Promise.reject(new Error("power failure")) }
    const deleting = deleteSource(broken, { source, by: ana.id, title: `Interview with ${word}` })
    await expect(deleting).rejects.toMatchObject({ code: "still-on-disk" })
    const begun = () => app.services.db.select().from(erasure).where(eq(erasure.source, source))
    expect(await begun()).toMatchObject([{ finishedAt: null }])
    const [{ files } = { files: [] }] = await begun()
    expect(files).toHaveLength(1)
    await finishErasures(app.services)
    expect(await begun()).toMatchObject([{ files: [] }])
    expect((await begun())[0]!.finishedAt).not.toBeNull()
    expect(existsSync(join(app.dataDir, "recordings", files[0]!))).toBe(false)
  }, 120_000)
})
