import { readdir, readFile, rename } from "node:fs/promises"
import { request as httpRequest } from "node:http"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { assignment, recording, source } from "../../db/schema"
import { createSource } from "../../server/commands/createSource"
import { startHousekeeping } from "../../server/housekeeping"
import { readRange } from "../../server/http/byteRange"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let origin: string
let stop: () => Promise<void>
let sound: Buffer
let ana: { id: string; token: string }
let id: string

beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
  sound = await readFile(join(import.meta.dirname, "../fixtures/audio/seconds.ogg"))
})
beforeEach(async () => {
  await app.empty()
  ana = await app.person("Ana")
  const project = await app.project(ana.id)
  const made = await createSource(app.services, {
    project,
    by: ana.id,
    title: "M7",
    kind: "interview",
    blindness: "passage",
    coders: [ana.id],
    context: { who: "", where: "", how: "" },
    transcript: { speakers: [], turns: [{ speaker: null, startMs: 0, endMs: null, text: "Bonjour." }] },
    recording: null,
  })
  id = made.id
})
afterAll(async () => {
  await stop()
  await app.close()
})

const path = () => `${origin}/api/sources/${id}/recording`
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const put = (body: Uint8Array, { as = ana.token, name = "entretien é.ogg", query = "" } = {}) =>
  fetch(`${path()}${query}`, {
    method: "PUT",
    headers: { ...bearer(as), "x-file-name": encodeURIComponent(name), "content-type": "audio/ogg" },
    body: body as Uint8Array<ArrayBuffer>,
  })
const get = (headers: Record<string, string> = {}, as = ana.token, method = "GET") =>
  fetch(path(), { method, headers: { ...bearer(as), ...headers } })
/** Recordings in the folder; what is drawn of them is another matter (waveforms.test.ts). */
const kept = async () => {
  const files = await readdir(join(app.dataDir, "recordings")).catch(() => [] as string[])
  return files.filter((name) => !name.includes(".peaks"))
}

describe("a recording", () => {
  it("comes back as it was given, under its kind and its name", async () => {
    const given = await put(sound)
    expect([given.status, await given.json()]).toMatchObject([
      200,
      { mime: "audio/ogg", bytes: sound.length, originalName: "entretien é.ogg" },
    ])
    const back = await get()
    expect(back.status).toBe(200)
    expect(back.headers.get("content-type")).toBe("audio/ogg")
    expect(back.headers.get("cache-control")).toBe("private, no-store")
    expect(Buffer.from(await back.arrayBuffer()).equals(sound)).toBe(true)
  })

  it("comes in stretches, so that one can jump into it", async () => {
    await put(sound)
    const part = await get({ range: "bytes=10-19" })
    expect(part.status).toBe(206)
    expect(part.headers.get("content-range")).toBe(`bytes 10-19/${sound.length}`)
    expect(Buffer.from(await part.arrayBuffer()).equals(sound.subarray(10, 20))).toBe(true)
    const end = await get({ range: "bytes=-5" })
    expect(Buffer.from(await end.arrayBuffer()).equals(sound.subarray(-5))).toBe(true)
    const beyond = await get({ range: `bytes=${sound.length}-` })
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${sound.length}`])
  })

  it("says how long it is without being sent", async () => {
    await put(sound)
    const head = await get({}, ana.token, "HEAD")
    expect([head.status, head.headers.get("content-length"), head.headers.get("accept-ranges")]).toEqual([
      200,
      String(sound.length),
      "bytes",
    ])
    expect(await head.text()).toBe("")
  })

  it("is not kept when its first bytes are none's, whatever it is called", async () => {
    const answer = await put(Buffer.from("<html>not a sound</html>"), { name: "entretien.mp3" })
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: "unknown-recording" }])
    expect((await get()).status).toBe(404)
  })

  it("[B13] is not there for strangers, exactly as one that does not exist", async () => {
    await put(sound)
    const eve = await app.person("Eve")
    const refused = await get({}, eve.token)
    const missing = await fetch(`${origin}/api/sources/nothing/recording`, { headers: bearer(eve.token) })
    expect([refused.status, await refused.text()]).toEqual([missing.status, await missing.text()])
    expect(refused.status).toBe(404)
    expect((await put(sound, { as: eve.token })).status).toBe(404)
    expect((await get()).status).toBe(200)
  })

  it("takes the place of another until coding has opened", async () => {
    await put(sound)
    const before = await kept()
    expect((await put(sound)).status).toBe(200)
    expect((await kept()).length).toBe(before.length)
    await app.services.db.update(source).set({ codingOpenedAt: new Date() })
    const late = await put(sound)
    expect([late.status, await late.json()]).toMatchObject([409, { code: "recording-exists" }])
    expect((await kept()).length).toBe(before.length)
    expect((await get()).status).toBe(200)
  })
})

describe("[F14] a recording by who was at the event", () => {
  it("comes from an observer or a coder of the source to one that has none, with its length; from no other", async () => {
    const [omar, cleo, dan] = [await app.person("Omar"), await app.person("Cleo"), await app.person("Dan")]
    const [{ project }] = (await app.services.db.select({ project: source.project }).from(source)) as [
      { project: string },
    ]
    await app.join(project, omar.id, "observer")
    await app.join(project, cleo.id, "coder")
    await app.join(project, dan.id, "coder")
    const before = await kept()
    expect((await put(sound, { as: dan.token })).status).toBe(403)
    expect((await put(sound, { as: omar.token, query: "?durationMs=long" })).status).toBe(422)
    expect(await kept()).toEqual(before)
    const given = await put(sound, { as: omar.token, query: "?durationMs=60000" })
    expect([given.status, await given.json()]).toMatchObject([200, { durationMs: 60_000 }])
    // Nor may they put another in its place, though they may make the transcript.
    await app.services.db.insert(assignment).values({ source: id, account: cleo.id, side: "b" })
    const files = await kept()
    for (const { token } of [omar, cleo]) {
      const again = await put(sound, { as: token })
      expect([again.status, await again.json()]).toMatchObject([409, { code: "recording-there" }])
    }
    expect(await kept()).toEqual(files)
    expect((await put(sound)).status).toBe(200)
    await app.services.db.delete(recording)
    await app.services.db.update(source).set({ codingOpenedAt: new Date() })
    expect((await put(sound, { as: cleo.token })).status).toBe(409)
    await app.services.db.update(source).set({ codingOpenedAt: null })
    expect((await put(sound, { as: cleo.token })).status).toBe(200)
  })
})

describe("a start", () => {
  const orphan = "a-recording-that-nothing-names"
  const start = async () => (await startHousekeeping(app.services))()

  it("[S62] removes the recordings that nothing names, and no other", async () => {
    const before = await kept()
    await put(sound)
    const standing = (await kept()).filter((name) => !before.includes(name))
    expect(standing).toHaveLength(1)
    const { recordings } = app.services
    for (const key of [orphan, "half"])
      await recordings.write(key, Readable.from([sound]), { maxBytes: sound.length })
    const folder = join(app.dataDir, "recordings")
    await rename(join(folder, "half"), join(folder, `${standing[0]}.half.part`))
    expect(await kept()).toHaveLength(before.length + 3)
    await start()
    expect(await kept()).toEqual(standing)
    expect((await get()).status).toBe(200)
  })

  it("[S62] leaves recordings alone that are all of another database", async () => {
    for (const name of await kept()) await app.services.recordings.remove(name)
    await app.services.recordings.write(orphan, Readable.from([sound]), { maxBytes: sound.length })
    await start()
    expect(await kept()).toEqual([orphan])
    await app.services.recordings.remove(orphan)
  })
})

describe("an upload that breaks off", () => {
  it("leaves nothing behind, and one that does not leaves a file", async () => {
    const before = await kept()
    const request = httpRequest(path(), {
      method: "PUT",
      headers: { ...bearer(ana.token), "content-length": 10_000_000, "x-file-name": "a.ogg" },
    })
    request.on("error", () => {})
    request.write(sound)
    for (let tries = 0; (await kept()).length === before.length && tries < 200; tries++) await wait(25)
    expect((await kept()).length).toBe(before.length + 1) // it had begun
    request.destroy()
    for (let tries = 0; (await kept()).length > before.length && tries < 200; tries++) await wait(25)
    expect(await kept()).toEqual(before)
    await put(sound)
    expect((await kept()).length).toBe(before.length + 1)
  })
})

describe("the store", () => {
  it("refuses what is too long and keeps nothing of it", async () => {
    const { recordings } = app.services
    const write = (maxBytes: number) =>
      recordings.write("one", Readable.from([Buffer.alloc(11)]), { maxBytes })
    await expect(write(10)).rejects.toMatchObject({ code: "too-large" })
    expect(await recordings.stat("one")).toBeNull()
    expect(await write(11)).toEqual({ bytes: 11 })
    expect((await buffer(recordings.read("one", { start: 1, end: 2 }))).length).toBe(2)
    await recordings.remove("one")
    expect(await recordings.stat("one")).toBeNull()
  })

  it("takes no key that is a path", async () => {
    await expect(app.services.recordings.stat("../secret")).rejects.toThrow(RangeError)
  })
})

describe("a Range header", () => {
  it.each([
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=90-", { start: 90, end: 99 }],
    ["bytes=90-500", { start: 90, end: 99 }],
    ["bytes=-10", { start: 90, end: 99 }],
    ["bytes=-500", { start: 0, end: 99 }],
    ["bytes=100-", "none"],
    ["bytes=-0", "none"],
    ["bytes=5-2", null],
    ["bytes=0-1,4-5", null],
    ["bytes=-", null],
    ["items=0-1", null],
    [undefined, null],
  ] as const)("%s of 100 bytes is %j", (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected)
  })
})
