/** A device that was off while words were erased comes back with quotes of them. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import * as Y from "yjs"
import { isLost } from "../../core/anchor"
import { ERASED } from "../../core/erasing"
import { wordSpan, wordsOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { putCoding, readLayer, removeCoding } from "../../core/ydoc/layer"
import { docUpdate } from "../../db/schema"
import { eraseWords } from "../../server/commands/eraseWords"
import { loadLayer, loadTranscript } from "../../server/documents"
import { whereWords } from "../../server/queries/whereWords"
import { type CanaryStudy, openCanaryStudy } from "../support/canaryStudy"
import { openTestApp, type TestApp } from "../support/testApp"
import { connect, type TestClient } from "../support/ysocket"

let app: TestApp
let served: Awaited<ReturnType<TestApp["listen"]>>
beforeAll(async () => {
  app = await openTestApp({}, "disk")
  served = await app.listen()
}, 300_000)
const clients: TestClient[] = []
afterEach(() => {
  for (const { provider } of clients.splice(0)) provider.destroy()
})
afterAll(async () => {
  await served.stop()
  await app.close()
})

const roomOf = ({ source, ana }: CanaryStudy) => `layer/${source}/${ana.id}`

/** What a device of Ana's has when it goes off: her layer and the transcript, as they are then. */
async function deviceOff(study: CanaryStudy) {
  const layer = new Y.Doc()
  for (const update of (await app.services.docs.load(roomOf(study))).updates) Y.applyUpdate(layer, update)
  const { doc, text } = await loadTranscript(app.services, study.source)
  return {
    layer,
    code(words: string, id: string) {
      const from = text.indexOf(words)
      const anchor = anchorTo(doc, text, { from, to: from + words.length })
      putCoding(layer, { id, code: "c", anchor, createdAt: "", memo: null, shareMemo: false })
      return wordSpan(wordsOf(text), { from, to: from + words.length })
    },
  }
}

async function toErase({ source, ana }: CanaryStudy, name: string) {
  const found = await whereWords(app.services, source, name)
  const spans = found.transcript.map(({ from, to, words }) => ({ from, to, words }))
  const places = [...found.speakers, ...found.elsewhere].map(({ key }) => key)
  return { source, by: ana.id, spans, words: name, places, mark: ERASED }
}

const erase = async (study: CanaryStudy, name: string) => eraseWords(app.services, await toErase(study, name))

async function comeOnline(study: CanaryStudy, doc: Y.Doc): Promise<TestClient> {
  const url = `${served.origin.replace("http", "ws")}/collab`
  const client = connect(url, study.ana.token, roomOf(study), { doc })
  clients.push(client)
  await client.synced()
  return client
}

/** The rows of the log and the files that hold a name: what is long is kept compressed in the files. */
async function kept(name: string): Promise<string[]> {
  await app.services.db.execute("checkpoint")
  const rows = (await app.services.db.select().from(docUpdate)).filter(({ data }) =>
    Buffer.from(data).includes(name),
  )
  const files = (await app.filesWith(name)).filter((file) => !file.startsWith("recordings/"))
  return [...rows.map(({ room }) => room), ...files]
}

/** Quote and words of a coding, read against the transcript of today as any screen would. */
async function shown(study: CanaryStudy, doc: Y.Doc, id: string) {
  const transcript = await loadTranscript(app.services, study.source)
  const { anchor } = readLayer(doc).codings.find((coding) => coding.id === id)!
  const span = resolveAnchor(transcript.doc, transcript.text, anchor)
  return { quote: anchor.quote, words: isLost(span) ? null : wordSpan(wordsOf(transcript.text), span) }
}

describe("[S65] a device that was off while words were erased", () => {
  it("brings none of them back: its codings stand on the marks, and no file holds a byte of the quotes", async () => {
    const name = "Zyxwvjeanne"
    const study = await openCanaryStudy(app, name)
    const { layer, code } = await deviceOff(study)
    const inside = code(`Doctor ${name}, who`, "late")
    const beside = code("told me", "beside")
    code(`asked ${name} again`, "removed")
    removeCoding(layer, "removed")
    await erase(study, name)
    expect(await kept(name)).toEqual([])
    // What it is about to send holds the name, in quotes and in what stands beside them.
    expect(Buffer.from(Y.encodeStateAsUpdate(layer)).includes(`Doctor ${name}, who`)).toBe(true)
    await comeOnline(study, layer)
    const stored = async () => (await loadLayer(app.services, study.source, study.ana.id)).codings
    await expect
      .poll(async () => (await stored()).map(({ id }) => id))
      .toEqual(expect.arrayContaining(["late", "beside"]))
    expect(await kept(name)).toEqual([])
    const late = { quote: `Doctor ${ERASED}, who`, words: inside }
    await expect.poll(() => shown(study, layer, "late")).toEqual(late)
    expect(await shown(study, layer, "beside")).toEqual({ quote: "told me", words: beside })
    expect(JSON.stringify(readLayer(layer))).not.toContain(name)
    // Another device of hers has the same; what is written from now on passes as it is.
    const anew = new Y.Doc()
    await comeOnline(study, anew)
    expect(await shown(study, anew, "late")).toEqual(late)
    expect(readLayer(anew).codings.length).toBe(readLayer(layer).codings.length)
    putCoding(anew, { ...readLayer(anew).codings.find(({ id }) => id === "late")!, id: "after" })
    await expect.poll(() => readLayer(layer).codings.some(({ id }) => id === "after")).toBe(true)
  }, 120_000)

  it("would have brought them back: the log takes what it is given, and the search finds it", async () => {
    const name = "Zyxwvkatia"
    const study = await openCanaryStudy(app, name)
    const { layer, code } = await deviceOff(study)
    const before = Y.encodeStateVector(layer)
    code(`Doctor ${name}, who`, "late")
    await erase(study, name)
    expect(await kept(name)).toEqual([])
    const data = Y.encodeStateAsUpdate(layer, before)
    await app.services.docs.append(roomOf(study), [{ data, member: study.ana.id, session: null }])
    const found = await kept(name)
    expect(found[0]).toBe(roomOf(study))
    expect(found.some((file) => file.startsWith("database/"))).toBe(true)
  }, 120_000)

  it("that carries what waited over into a layer begun anew brings none back either; lost words leave a mark", async () => {
    const name = "Zyxwvlouise"
    const study = await openCanaryStudy(app, name)
    const { layer, code } = await deviceOff(study)
    code(`asked ${name} again`, "late")
    await erase(study, name)
    const carried = new Y.Doc()
    const value = layer.getMap("codings").get("late") as { anchor: object }
    carried.getMap("codings").set("late", value)
    carried
      .getMap("codings")
      .set("lost", { ...value, id: "lost", anchor: { ...value.anchor, start: 1, end: 2 } })
    await comeOnline(study, carried)
    await expect.poll(async () => (await shown(study, carried, "late")).quote).toBe(`asked ${ERASED} again`)
    expect(await shown(study, carried, "lost")).toEqual({ quote: ERASED, words: null })
    expect(await kept(name)).toEqual([])
  }, 120_000)

  it("or that was writing at that moment: what came behind the erasure is erased before it is answered", async () => {
    const name = "Zyxwvmarthe"
    const study = await openCanaryStudy(app, name)
    const { layer, code } = await deviceOff(study)
    const before = Y.encodeStateVector(layer)
    code(`asked ${name} again`, "late")
    const data = Y.encodeStateAsUpdate(layer, before)
    expect(Buffer.from(data).includes(name)).toBe(true)
    // One connection: what is asked second waits until the first has let go of the database.
    const request = await toErase(study, name)
    await Promise.all([
      eraseWords(app.services, request),
      app.services.docs.append(roomOf(study), [{ data, member: study.ana.id, session: null }]),
    ])
    expect(await kept(name)).toEqual([])
    const { codings } = await loadLayer(app.services, study.source, study.ana.id)
    expect(codings.find(({ id }) => id === "late")!.anchor.quote).toBe(`asked ${ERASED} again`)
  }, 120_000)
})
