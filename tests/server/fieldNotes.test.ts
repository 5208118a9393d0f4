/** Live notes of a source: who takes them away, and what goes with what. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import * as closingRoute from "../../app/api/sources/[source]/notes/closing/route"
import * as namesRoute from "../../app/api/sources/[source]/notes/names/route"
import * as notesRoute from "../../app/api/sources/[source]/notes/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as speakingRoute from "../../app/api/sources/[source]/speaking/route"
import { putEntry, readFieldNotes } from "../../core/ydoc/fieldNotes"
import { source as sources } from "../../db/schema"
import { deleteSource } from "../../server/commands/deleteSource"
import { eraseWords } from "../../server/commands/eraseWords"
import { addPseudonym } from "../../server/commands/pseudonyms"
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
/** Whoever was sent away knocks again after a while. */
const COMES_BACK_MS = 15_000
const texts = async () =>
  (await read(study.ana)).body.marks.map(({ text }: { text: string }) => text) as string[]

describe("live notes", () => {
  it("[F6, F9] are written by an observer and a coder together, and taken away in their order with the questions of the guide, put and not, with names of who noted", async () => {
    const [theirs, hers] = [await open(omar), await open(study.ana)]
    putEntry(theirs, "clock", { id: "c", is: "began", at: 10_000, by: omar.id })
    putEntry(theirs, "marks", note("n1", 12_300, "=rit jaune"))
    putEntry(hers, "marks", {
      ...note("n2", 11_000, "", study.ana.id),
      kind: "sign",
      sign: "rires",
      who: "all",
    })
    const asked = { order: 1, prompts: [], from: null }
    putEntry(hers, "guide", { ...asked, id: "q1", text: "Et vous ?" })
    putEntry(hers, "guide", { ...asked, order: 2, id: "q2", text: "Et après ?" })
    for (const [id, at] of [
      ["t1", 12_000],
      ["t2", 12_400],
    ] as const)
      putEntry(hers, "ticks", { id, question: "q2", at, by: id === "t1" ? study.ana.id : omar.id })
    await vi.waitFor(async () => expect(await texts()).toEqual(["", "=rit jaune"]))
    await vi.waitFor(async () => expect((await read(study.ana)).body.ticks).toHaveLength(2))
    await vi.waitFor(() => expect(readFieldNotes(theirs).marks).toHaveLength(2))
    const request = new Request("http://localhost/x?format=csv", {
      headers: { authorization: `Bearer ${omar.token}` },
    })
    const table = await notesRoute.GET(request, { params: Promise.resolve({ source: study.source }) })
    expect(table.status).toBe(200)
    expect((await table.text()).trim().split("\r\n").slice(1)).toEqual([
      '"1970-01-01T00:00:11.000Z","1.0","","sign","all","rires","","Ana",""',
      '"1970-01-01T00:00:12.000Z","2.0","","question","","","Et après ?","Ana","2"',
      `"1970-01-01T00:00:12.300Z","2.3","","note","A","","'=rit jaune","Omar","2"`,
      '"1970-01-01T00:00:12.400Z","2.4","","question","","","Et après ?","Omar","2"',
      '"","","","question-left","","","Et vous ?","","1"',
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

  it("[F12] tell whoever may read them how much each spoke, as a table too, and nobody else", async () => {
    const doc = await open(omar)
    const speaks = (id: string, at: number, letter: string) =>
      ({ ...note(id, at, ""), kind: "speaks", who: [letter] }) as const
    putEntry(doc, "marks", speaks("s1", 20_000, "M7"))
    putEntry(doc, "marks", speaks("s2", 26_000, "Int."))
    putEntry(doc, "marks", speaks("s3", 26_000, "B"))
    putEntry(doc, "clock", { id: "e", is: "ended", at: 28_000, by: omar.id })
    const ask = (as: Someone, query = "") =>
      app.call(speakingRoute.GET, { as: as.token, params: { source: study.source }, query })
    await vi.waitFor(async () => expect((await ask(omar)).body.speaking.from).toBe("marks"))
    const { turns, speaking } = (await ask(study.ana)).body
    expect(turns.map(({ time }: { time: unknown }) => time)).toEqual(turns.map(() => null))
    // Its words are counted, and are not in the answer.
    expect(JSON.stringify(turns)).not.toContain("text")
    expect(speaking.whole.shares.find(({ who }: { who: string }) => who === "M7")).toMatchObject({
      turns: 1,
      ms: 6_000,
    })
    // Nobody is named in the transcript.
    expect(speaking.whole.shares.find(({ who }: { who: string }) => who === "")).toMatchObject({
      turns: 0,
      words: 6,
    })
    const asked = new Request("http://localhost/x?format=csv", {
      headers: { authorization: `Bearer ${omar.token}` },
    })
    const table = await speakingRoute.GET(asked, { params: Promise.resolve({ source: study.source }) })
    expect(table.headers.get("content-disposition")).toContain("speaking.csv")
    expect(await table.text()).toMatch(
      /"","M7","participant","1","0","6\.0","0\.7500","0\.0000","6\.0","yes","0","marks"/,
    )
    expect((await ask(omar, "?format=pdf")).status).toBe(422)
    expect((await ask(await app.person("Stranger"))).status).toBe(404)
  })

  it("[F17] closed, they take nothing from an observer, who reads on; what waits with them enters when they are open again", async () => {
    const [theirs, hers] = [await open(omar), await open(study.ana)]
    const close = (as: Someone, method: "POST" | "DELETE") =>
      app.call(method === "POST" ? closingRoute.POST : closingRoute.DELETE, {
        method,
        as: as.token,
        params: { source: study.source },
      })
    putEntry(theirs, "marks", note("before", 40_000, "avant"))
    await vi.waitFor(async () => expect(await texts()).toContain("avant"))
    expect((await close(omar, "POST")).status).toBe(403)
    expect((await close(study.ana, "POST")).status).toBe(204)
    putEntry(theirs, "marks", note("late", 41_000, "trop tard"))
    const again = await open(omar)
    putEntry(again, "marks", note("later", 42_000, "encore plus tard"))
    putEntry(hers, "marks", note("written-up", 43_000, "au propre", study.ana.id))
    // Whoever makes the transcript writes; the observer reads it.
    for (const doc of [theirs, again])
      await vi.waitFor(
        () => expect(readFieldNotes(doc).marks.map(({ text }) => text)).toContain("au propre"),
        COMES_BACK_MS,
      )
    expect((await read(omar)).status).toBe(200)
    expect(await texts()).not.toContain("trop tard")
    expect(await texts()).not.toContain("encore plus tard")
    expect((await close(study.ana, "DELETE")).status).toBe(204)
    await vi.waitFor(
      async () => expect(await texts()).toEqual(expect.arrayContaining(["trop tard", "encore plus tard"])),
      COMES_BACK_MS,
    )
  }, 60_000)

  it("[F16, S87] say before they go out how many names of the key stand in them, and none of the key", async () => {
    const ask = (as: Someone) => app.call(namesRoute.GET, { as: as.token, params: { source: study.source } })
    expect((await ask(omar)).body).toEqual({ names: 0 })
    for (const name of ["Zuleika Morin", "Besançon", "Ailleurs"])
      await addPseudonym(app.services, { project: study.project, name, stands: null })
    const doc = await open(omar)
    putEntry(doc, "marks", note("named", 30_000, "zuleika  morin, de Besançon, rit"))
    putEntry(doc, "guide", { id: "asked", order: 1, text: "Et Besançon ?", prompts: [], from: null })
    await vi.waitFor(async () => expect((await ask(study.ana)).body).toEqual({ names: 2 }))
    expect((await ask(omar)).body).toEqual({ names: 2 })
    expect((await ask(await app.person("Passer-by"))).status).toBe(404)
  })

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
