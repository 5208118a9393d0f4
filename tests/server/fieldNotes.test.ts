/** Live notes of a source: who takes them away, and what goes with what. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import * as notesRoute from "../../app/api/sources/[source]/notes/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import { putEntry, readFieldNotes } from "../../core/ydoc/fieldNotes"
import { source as sources } from "../../db/schema"
import { deleteSource } from "../../server/commands/deleteSource"
import { eraseWords } from "../../server/commands/eraseWords"
import { type OpenedRoom, openRoom } from "../support/person"
import { openShortStudy, type ShortStudy, type Someone } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: ShortStudy
let omar: Someone
let origin: string
let stop: () => Promise<void>
const rooms: OpenedRoom[] = []
beforeAll(async () => {
  app = await openTestApp({}, "disk")
  ;({ origin, stop } = await app.listen())
  study = await openShortStudy(app)
  omar = await app.person("Omar")
  await app.join(study.project, omar.id, "observer")
}, 120_000)
afterEach(() => {
  for (const room of rooms.splice(0)) room.close()
})
afterAll(async () => {
  await stop()
  await app.close()
})

async function open(as: Someone) {
  const headers = { authorization: `Bearer ${as.token}` }
  const room = await openRoom(origin, headers, `notes/${study.source}`)
  rooms.push(room)
  return room.doc
}
const note = (id: string, at: number, text: string, by = omar.id) =>
  ({ id, at, by, kind: "note", who: ["A"], sign: "", text }) as const
const read = async (as: Someone, query = "") => {
  const params = { source: study.source }
  return app.call(notesRoute.GET, { as: as.token, params, query })
}
const texts = async () =>
  (await read(study.ana)).body.marks.map(({ text }: { text: string }) => text) as string[]

describe("live notes", () => {
  it("[F6, F9] are written by an observer and a coder together, and taken away in their order, with names of who noted", async () => {
    const [theirs, hers] = [await open(omar), await open(study.ana)]
    putEntry(theirs, "clock", { id: "c", is: "began", at: 10_000, by: omar.id })
    putEntry(theirs, "marks", note("n1", 12_300, "=rit jaune"))
    putEntry(hers, "marks", {
      ...note("n2", 11_000, "", study.ana.id),
      kind: "sign",
      sign: "rires",
      who: "all",
    })
    await vi.waitFor(async () => expect(await texts()).toEqual(["", "=rit jaune"]))
    await vi.waitFor(() => expect(readFieldNotes(theirs).marks).toHaveLength(2))
    const asked = new Request("http://localhost/x?format=csv", {
      headers: { authorization: `Bearer ${omar.token}` },
    })
    const table = await notesRoute.GET(asked, { params: Promise.resolve({ source: study.source }) })
    expect(table.status).toBe(200)
    expect((await table.text()).split("\r\n").slice(1, 3)).toEqual([
      '"1970-01-01T00:00:11.000Z","1.0","","sign","all","rires","","Ana"',
      `"1970-01-01T00:00:12.300Z","2.3","","note","A","","'=rit jaune","Omar"`,
    ])
    expect((await read(omar, "?format=pdf")).status).toBe(422)
    const stranger = await app.person("Nobody")
    expect((await read(stranger)).status).toBe(404)
  })

  it("[F6, F10] are said to be there to whoever may read them, and to nobody else", async () => {
    const cleo = await app.person("Cleo")
    await app.join(study.project, cleo.id, "coder")
    const said = async (as: Someone) => {
      const answer = await app.call(sourceRoute.GET, { as: as.token, params: { source: study.source } })
      return (answer.body as { source: { notes: boolean } }).source.notes
    }
    expect(await said(study.ana)).toBe(true)
    expect(await said(omar)).toBe(true)
    expect(await said(cleo)).toBe(false)
  })

  it("[F8, S65] lose a word that is erased, unseen; who has them open goes on in the same", async () => {
    const doc = await open(omar)
    putEntry(doc, "marks", note("n3", 13_000, "Zyxwvzoe se tait"))
    await vi.waitFor(async () => expect(await texts()).toContain("Zyxwvzoe se tait"))
    const asked = { source: study.source, by: study.ana.id, spans: [], places: [], mark: "[⋯]" }
    await eraseWords(app.services, { ...asked, words: "Zyxwvzoe" })
    expect(await app.filesWith("Zyxwvzoe")).toEqual([])
    await vi.waitFor(() => expect(readFieldNotes(doc).marks.at(-1)?.text).toBe("[⋯] se tait"))
    putEntry(doc, "marks", note("n4", 14_000, "Encore."))
    await vi.waitFor(async () => expect(await texts()).toContain("Encore."))
    expect(await texts()).toContain("[⋯] se tait")
    expect(await app.filesWith("Zyxwvzoe")).toEqual([])
  }, 60_000)

  it("[F8, S60] go with their source, and leave no byte", async () => {
    const doc = await open(omar)
    putEntry(doc, "marks", note("n5", 15_000, "Zyxwvdernier"))
    await vi.waitFor(async () => expect(await texts()).toContain("Zyxwvdernier"))
    expect(await app.filesWith("Zyxwvdernier")).not.toEqual([])
    const [source] = await app.services.db.select().from(sources)
    await deleteSource(app.services, { source: source!.id, by: study.ana.id, title: source!.title })
    expect(await app.filesWith("Zyxwvdernier")).toEqual([])
    expect((await read(omar)).status).toBe(404)
    await expect(open(omar)).rejects.toThrow("closed with 4403")
  }, 60_000)
})
