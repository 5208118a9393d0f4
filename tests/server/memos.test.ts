/** Memos of a project: who reads and writes them, by the API and by their rooms, and what goes with what. */
import { strFromU8, unzipSync } from "fflate"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import * as Y from "yjs"
import * as memoRoute from "../../app/api/memos/[memo]/route"
import * as auditRoute from "../../app/api/projects/[project]/audit/route"
import * as exportRoute from "../../app/api/projects/[project]/export/route"
import * as memosRoute from "../../app/api/projects/[project]/memos/route"
import { putMemo } from "../../core/ydoc/layer"
import { textOfRich } from "../../core/ydoc/richText"
import { source as sources } from "../../db/schema"
import { changeRole } from "../../server/commands/changeMember"
import { deleteProject } from "../../server/commands/deleteProject"
import { deleteSource } from "../../server/commands/deleteSource"
import { eraseWords } from "../../server/commands/eraseWords"
import { loadMemo, loadWords } from "../../server/documents"
import { memoPlaces, ownWordMemos } from "../../server/queries/memoPlaces"
import { whereWords } from "../../server/queries/whereWords"
import { type OpenedRoom, openRoom } from "../support/person"
import { openShortStudy, type ShortStudy, type Someone } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: ShortStudy
/** The supervisor, the project's owner who codes nothing, and an observer. */
let sue: Someone
let odile: Someone
let omar: Someone
let origin: string
let stop: () => Promise<void>
const rooms: OpenedRoom[] = []
beforeAll(async () => {
  app = await openTestApp({}, "disk")
  ;({ origin, stop } = await app.listen())
  study = await openShortStudy(app)
  sue = await app.person("Sue")
  odile = await app.person("Odile")
  omar = await app.person("Omar")
  await app.join(study.project, sue.id, "supervisor")
  await app.join(study.project, odile.id, "owner")
  await app.join(study.project, omar.id, "observer")
}, 120_000)
afterEach(() => {
  for (const room of rooms.splice(0)) room.close()
})
afterAll(async () => {
  await stop()
  await app.close()
})

let made = 0
const newKey = () => `key-${made++}`

async function make(as: Someone, fields: object = {}, key = newKey()) {
  const body = { idempotencyKey: key, ...fields }
  const params = { project: study.project }
  const answer = await app.call(memosRoute.POST, { method: "POST", as: as.token, params, body })
  return { status: answer.status, id: answer.body.id as string, code: answer.body.code }
}
const change = (as: Someone, memo: string, body: object) =>
  app.call(memoRoute.PATCH, { method: "PATCH", as: as.token, params: { memo }, body })
const remove = (as: Someone, memo: string) =>
  app.call(memoRoute.DELETE, { method: "DELETE", as: as.token, params: { memo } })
async function list(as: Someone, find = "") {
  const query = find === "" ? "" : `?find=${encodeURIComponent(find)}`
  const answer = await app.call(memosRoute.GET, { as: as.token, params: { project: study.project }, query })
  return answer.status === 200
    ? (answer.body.memos as { id: string; title: string; excerpt: string }[])
    : null
}
const idsFor = async (as: Someone, find = "") => (await list(as, find))?.map(({ id }) => id)

/** Opens a memo's room as somebody; rejects with the code it was closed with. */
async function open(as: Someone, memo: string) {
  const room = await openRoom(origin, { authorization: `Bearer ${as.token}` }, `memo/${memo}`)
  rooms.push(room)
  return {
    ...room,
    type(words: string) {
      const paragraph = new Y.XmlElement("paragraph")
      room.doc.getXmlFragment("text").push([paragraph])
      const text = new Y.XmlText()
      paragraph.push([text])
      text.insert(0, words)
    },
    reads: () => textOfRich(room.doc, "text"),
  }
}
const isSaid = (memo: string, words: string) =>
  vi.waitFor(async () => expect(await loadMemo(app.services, memo)).toContain(words))

describe("who reads and writes a memo", () => {
  it("[M1, M9] keeps a private one from everybody but its author, by every door, as if there were none", async () => {
    const { id } = await make(study.ana, { title: "Pour moi" })
    const own = await open(study.ana, id)
    own.type("canary-7f3a")
    await isSaid(id, "canary-7f3a")
    for (const other of [study.ben, sue, odile, omar]) {
      const missing = await change(other, "nothing", { title: "x" })
      expect(missing.status).toBe(404)
      expect(await change(other, id, { title: "x" })).toEqual(missing)
      expect(await remove(other, id)).toEqual(await remove(other, "nothing"))
      await expect(open(other, id)).rejects.toThrow("closed with 4403")
      await expect(open(other, "nothing")).rejects.toThrow("closed with 4403")
      if (other !== omar) {
        expect(await idsFor(other)).not.toContain(id)
        expect(await idsFor(other, "canary-7f3a")).toEqual([])
        expect(await exportedTo(other)).not.toContain("canary-7f3a")
      }
    }
    expect(await list(omar)).toBeNull()
    expect(await trail(odile)).not.toContain("memo")
    // So that all this could have failed.
    expect(await idsFor(study.ana, "CANARY")).toEqual([id])
    expect(await exportedTo(study.ana)).toContain("canary-7f3a")
    expect(await printedFor(study.ana)).not.toContain("canary-7f3a")
    expect((await change(study.ana, id, { title: "Autre" })).status).toBe(200)
    expect((await change(study.ana, id, { sharing: "shared" })).status).toBe(200)
    for (const other of [study.ben, sue, odile]) {
      expect(await idsFor(other, "canary-7f3a")).toEqual([id])
      expect((await open(other, id)).reads()).toBe("canary-7f3a")
    }
    expect(await exportedTo(sue)).toContain("canary-7f3a")
    expect(await printedFor(sue)).toMatch(/Mémos.*Autre.*Ana.*canary-7f3a/u)
    await expect(open(omar, id)).rejects.toThrow("closed with 4403")
    expect(await trail(odile)).toContain("memo-shared")
  }, 60_000)

  it("[M2, B14] is written together once it is shared, where each is passed on signed, and stays shared", async () => {
    const { id } = await make(study.ana, { sharing: "shared", kind: "journal" })
    const [ana, ben] = [await open(study.ana, id), await open(study.ben, id)]
    ana.type("de Ana")
    ben.type("de Ben")
    await vi.waitFor(() => {
      for (const one of [ana, ben]) {
        expect(one.reads()).toContain("de Ana")
        expect(one.reads()).toContain("de Ben")
      }
    })
    ben.provider.awareness.setLocalState({ writing: { head: null }, member: study.ana.id, secret: "no" })
    await vi.waitFor(() =>
      expect([...ana.provider.awareness.getStates().values()]).toContainEqual({
        writing: { head: null },
        member: study.ben.id,
      }),
    )
    expect(await change(study.ana, id, { sharing: "private" })).toMatchObject({ status: 409 })
    expect((await change(study.ben, id, { title: "À deux", kind: "reflexive" })).status).toBe(200)
    expect(await list(study.ana)).toContainEqual(expect.objectContaining({ id, title: "À deux" }))
  })

  it("[M1] closes an open memo to who becomes an observer or leaves", async () => {
    const { id } = await make(study.ana, { sharing: "shared" })
    const zoe = await app.person("Zoé")
    await app.join(study.project, zoe.id, "coder")
    const room = await open(zoe, id)
    const closed = new Promise((resolve) =>
      room.provider.on("connection-close", (event) => event?.code === 4403 && resolve(true)),
    )
    await changeRole(app.services, { project: study.project, by: odile.id, member: zoe.id, role: "observer" })
    expect(await closed).toBe(true)
  })
})

describe("what one noted on words", () => {
  it("[M8, B2] is listed beside one's memos with its place, for its coder alone", async () => {
    const room = await openRoom(
      origin,
      { authorization: `Bearer ${study.ana.token}` },
      `layer/${study.source}/${study.ana.id}`,
    )
    rooms.push(room)
    const anchor = await study.anchor(1)
    putMemo(room.doc, {
      id: "n1",
      text: "Sur ces mots",
      anchor,
      createdAt: "",
      changedAt: "2026-11-30T10:00:00Z",
    })
    const own = (as: Someone) =>
      ownWordMemos(app.services, study.project, { id: as.id, codes: new Set([study.source]) })
    const { text } = await loadWords(app.services, study.source)
    await vi.waitFor(async () =>
      expect(await own(study.ana)).toMatchObject([
        {
          id: "n1",
          text: "Sur ces mots",
          source: study.source,
          quote: anchor.quote,
          at: text.indexOf(anchor.quote, 10),
        },
      ]),
    )
    expect(await own(study.ben)).toEqual([])
    expect(await ownWordMemos(app.services, study.project, { id: study.ana.id, codes: new Set() })).toEqual(
      [],
    )
  })

  it("[B16] says of a source whether what is written of it may be read before it is revealed", async () => {
    const isBlind = async () => (await memoPlaces(app.services, study.project)).sources[0]!.isBlind
    expect(await isBlind()).toBe(true)
    for (const at of [0, 1]) for (const one of [study.ana, study.ben]) await study.handIn(one, at, [])
    expect(await isBlind()).toBe(false)
  })
})

describe("a memo", () => {
  it("[M3, S56] is made once under its key, about what stands in its project and nothing else", async () => {
    const key = newKey()
    const first = await make(study.ana, { title: "Une fois" }, key)
    expect(await make(study.ana, { title: "Une fois" }, key)).toMatchObject({ status: 201, id: first.id })
    // Another's key is another's.
    expect((await make(study.ben, { title: "Une fois" }, key)).id).not.toBe(first.id)
    expect((await list(study.ana))!.filter(({ title }) => title === "Une fois")).toHaveLength(1)
    await study.code("m-code")
    expect((await make(study.ana, { about: { source: study.source } })).status).toBe(201)
    expect((await make(study.ana, { about: { code: "m-code" } })).status).toBe(201)
    expect((await make(study.ana, { about: { source: "elsewhere" } })).status).toBe(404)
    expect(await make(study.ana, { about: { code: "elsewhere" } })).toMatchObject({
      status: 422,
      code: "unknown-code",
    })
    expect((await make(study.ana, { about: { passage: study.passages[0] } })).status).toBe(422)
    expect((await make(study.ana, { kind: "poem" })).status).toBe(422)
  })

  it("[M3] is deleted by its author, or by an owner where it is shared, and by nobody else", async () => {
    const { id } = await make(study.ana, { sharing: "shared", title: "Zyxwvpartir" })
    expect((await app.filesWith("Zyxwvpartir")).length).toBeGreaterThan(0)
    const room = await open(study.ana, id)
    room.type("Zyxwvrester")
    await isSaid(id, "Zyxwvrester")
    for (const other of [study.ben, sue]) expect((await remove(other, id)).status).toBe(403)
    const closed = new Promise((resolve) => room.provider.on("connection-close", () => resolve(true)))
    expect((await remove(odile, id)).status).toBe(204)
    await closed
    await expect(open(study.ana, id)).rejects.toThrow("closed with 4403")
    expect(await app.filesWith("Zyxwvpartir")).toEqual([])
    expect(await app.filesWith("Zyxwvrester")).toEqual([])
    expect(await trail(odile)).toContain("memo-deleted")
  }, 60_000)

  it("[M4, S65, S66] loses a name that is erased: unseen where it is private, where it is ticked if it is shared", async () => {
    const name = "Zyxwvemile"
    const memos = {
      own: (await make(study.ben, { title: `De ${name}` })).id,
      ticked: (await make(study.ana, { sharing: "shared", title: "Coché" })).id,
      left: (await make(study.ana, { sharing: "shared", title: "Laissé" })).id,
    }
    const opened = await open(study.ben, memos.own)
    opened.type(`Je crois que ${name} ment.`)
    for (const id of [memos.ticked, memos.left]) (await open(study.ana, id)).type(`Dit par ${name}.`)
    for (const id of Object.values(memos)) await isSaid(id, name)
    const { elsewhere } = await whereWords(app.services, study.source, name)
    const found = elsewhere.map(({ key }) => key)
    expect(found.sort()).toEqual([`shared-memo:${memos.left}`, `shared-memo:${memos.ticked}`].sort())
    const asked = { source: study.source, by: odile.id, spans: [], words: name, mark: "[⋯]" }
    await eraseWords(app.services, { ...asked, places: [`shared-memo:${memos.ticked}`] })
    expect(await loadMemo(app.services, memos.own)).toBe("Je crois que [⋯] ment.")
    expect(await loadMemo(app.services, memos.ticked)).toBe("Dit par [⋯].")
    expect(await loadMemo(app.services, memos.left)).toBe(`Dit par ${name}.`)
    expect(await list(study.ben)).toContainEqual(expect.objectContaining({ title: "De [⋯]" }))
    // Who has it open sees it go, and goes on in the same document.
    await vi.waitFor(() => expect(opened.reads()).toBe("Je crois que [⋯] ment."))
    opened.type("Encore.")
    await isSaid(memos.own, "Encore.")
    expect(await loadMemo(app.services, memos.own)).not.toContain(name)
    await eraseWords(app.services, { ...asked, places: [`shared-memo:${memos.left}`] })
    expect(await app.filesWith(name)).toEqual([])
  }, 120_000)

  it("[M3, S60] goes with the source it is about, and with its project, and leaves no byte", async () => {
    const about = { source: study.source }
    const ids = [
      (await make(study.ben, { about, title: "Zyxwvsource" })).id,
      (await make(study.ana, { title: "Zyxwvprojet" })).id,
    ]
    for (const [at, id] of ids.entries())
      (await open(at === 0 ? study.ben : study.ana, id)).type(`Zyxwvtexte${at}`)
    for (const [at, id] of ids.entries()) await isSaid(id, `Zyxwvtexte${at}`)
    const [source] = await app.services.db.select().from(sources)
    await deleteSource(app.services, { source: source!.id, by: odile.id, title: source!.title })
    expect(await app.filesWith("Zyxwvtexte0")).toEqual([])
    expect(await app.filesWith("Zyxwvsource")).toEqual([])
    expect(await loadMemo(app.services, ids[1]!)).toBe("Zyxwvtexte1")
    await deleteProject(app.services, { project: study.project, by: odile.id, name: "A study" })
    for (const gone of ["Zyxwvtexte1", "Zyxwvprojet"]) expect(await app.filesWith(gone)).toEqual([])
    expect(await loadMemo(app.services, ids[1]!)).toBe("")
  }, 120_000)
})

async function exportedTo(as: Someone): Promise<string> {
  const params = { project: study.project }
  return JSON.stringify((await app.call(exportRoute.GET, { as: as.token, params })).body)
}

/** The words of the document to read. */
async function printedFor(as: Someone): Promise<string> {
  const request = new Request("http://binome.test/?format=docx&lang=fr", {
    headers: { host: "binome.test", authorization: `Bearer ${as.token}` },
  })
  const answer = await exportRoute.GET(request, { params: Promise.resolve({ project: study.project }) })
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return strFromU8(files["word/document.xml"]!).replace(/<[^>]*>/gu, " ")
}

async function trail(as: Someone): Promise<string> {
  const params = { project: study.project }
  return JSON.stringify((await app.call(auditRoute.GET, { as: as.token, params })).body)
}
