/** Recordings that come in pieces, over lines that break. */
import { randomBytes } from "node:crypto"
import { mkdir, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises"
import { request as httpRequest } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { setTimeout as wait } from "node:timers/promises"
import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import * as projectRoute from "../../app/api/projects/[project]/route"
import * as one from "../../app/api/projects/[project]/uploads/[upload]/route"
import * as all from "../../app/api/projects/[project]/uploads/route"
import { upload } from "../../db/schema"
import { createSource } from "../../server/commands/createSource"
import { MOST_PIECE_BYTES, MOST_UPLOADS, sweepUploadFiles } from "../../server/commands/sendRecording"
import { startHousekeeping } from "../../server/housekeeping"
import { MOST_RECORDING_BYTES } from "../../server/recordings"
import { provideServices } from "../../server/services"
import { folderUploads } from "../../server/uploads"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let origin: string
let stop: () => Promise<void>
let ogg: Buffer
/** A file that begins as a recording does, and is like no other. */
let sound: Buffer
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, zoe, ben, eve] = [] as unknown as [Person, Person, Person, Person]
let project: string
let source: string

beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
  ogg = await readFile(join(import.meta.dirname, "../fixtures/audio/seconds.ogg"))
})
beforeEach(async () => {
  await app.empty()
  await sweepUploadFiles(app.services)
  ;[ana, zoe, ben, eve] = [
    await app.person("Ana"),
    await app.person("Zoe"),
    await app.person("Ben"),
    await app.person("Eve"),
  ]
  project = await app.project(ana.id)
  await app.join(project, zoe.id, "owner")
  await app.join(project, ben.id, "coder")
  source = await interview()
  sound = Buffer.concat([ogg, randomBytes(200_000)])
})
afterAll(async () => {
  await stop()
  await app.close()
})

async function interview(): Promise<string> {
  const turns = [{ speaker: null, startMs: 0, endMs: null, text: "Bonjour." }]
  const made = await createSource(app.services, {
    project,
    by: ana.id,
    title: "M7",
    kind: "interview",
    blindness: "passage",
    coders: [ana.id],
    context: { who: "", where: "", how: "" },
    transcript: { speakers: [], turns },
    recording: null,
  })
  return made.id
}

const begin = (as = ana.token, file: Partial<{ name: string; bytes: number; modifiedAt: number }> = {}) =>
  app.call(all.POST, {
    method: "POST",
    as,
    params: { project },
    body: { name: "entretien é.ogg", bytes: sound.length, modifiedAt: 7, ...file },
  })
const begun = async (file = {}) => (await begin(ana.token, file)).body.id as string
const far = (id: string, as = ana.token) => app.call(one.GET, { as, params: { project, upload: id } })
const drop = (id: string, as = ana.token) =>
  app.call(one.DELETE, { method: "DELETE", as, params: { project, upload: id } })

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const at = (id: string) => `${origin}/api/projects/${project}/uploads/${id}`
async function piece(id: string, from: number, to: number, { as = ana.token, bytes = sound } = {}) {
  const headers = { ...bearer(as), "upload-offset": String(from) }
  const body = bytes.subarray(from, to) as Uint8Array<ArrayBuffer>
  const answer = await fetch(at(id), { method: "PATCH", headers, body })
  return { status: answer.status, body: (await answer.json()) as any }
}
const attach = async (id: string, as = ana.token, to = source) => {
  const answer = await fetch(`${origin}/api/sources/${to}/recording?upload=${id}`, {
    method: "PUT",
    headers: bearer(as),
  })
  return { status: answer.status, body: (await answer.json()) as any }
}
const heard = async (of = source) => {
  const answer = await fetch(`${origin}/api/sources/${of}/recording`, { headers: bearer(ana.token) })
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null
}
const onDisk = () => readdir(join(app.dataDir, "uploads")).catch(() => [] as string[])
const rows = () => app.services.db.select().from(upload)

describe("a recording in pieces", () => {
  it("[S90] is the same bytes as the file, and nothing is left of its coming", async () => {
    const id = await begun()
    expect(await piece(id, 0, 90_000)).toMatchObject({ status: 200, body: { received: 90_000 } })
    expect((await piece(id, 90_000, sound.length)).body.received).toBe(sound.length)
    expect(await attach(id)).toMatchObject({
      status: 200,
      body: { mime: "audio/ogg", bytes: sound.length, originalName: "entretien é.ogg" },
    })
    expect((await heard())!.equals(sound)).toBe(true)
    expect([await onDisk(), await rows()]).toEqual([[], []])
    // Once only.
    expect((await attach(id)).status).toBe(404)
    expect((await heard())!.equals(sound)).toBe(true)
  })

  it("[S90] goes on where it was: the same file chosen again, a piece of elsewhere told where", async () => {
    const id = await begun()
    await piece(id, 0, 50_000)
    expect((await begin()).body).toMatchObject({ id, received: 50_000, bytes: sound.length })
    for (const other of [{ name: "other.ogg" }, { bytes: sound.length + 1 }, { modifiedAt: 8 }])
      expect((await begin(ana.token, other)).body.id).not.toBe(id)
    for (const elsewhere of [0, 49_999, 50_001])
      expect(await piece(id, elsewhere, elsewhere + 10)).toMatchObject({
        status: 409,
        body: { code: "other-offset", offset: 50_000 },
      })
    expect((await far(id)).body).toMatchObject({ received: 50_000 })
    await piece(id, 50_000, sound.length)
    await attach(id)
    expect((await heard())!.equals(sound)).toBe(true)
  })

  it("[S90] keeps what came before the line broke, and waits for no line that died", async () => {
    const id = await begun()
    const broken = httpRequest(at(id), {
      method: "PATCH",
      headers: { ...bearer(ana.token), "upload-offset": 0, "content-length": sound.length },
    })
    broken.on("error", () => {})
    broken.write(sound.subarray(0, 70_000))
    await vi.waitFor(async () =>
      expect((await readFile(app.services.uploads.fileOf(id))).length).toBe(70_000),
    )
    broken.destroy()
    await vi.waitFor(async () => expect((await far(id)).body.received).toBe(70_000))

    const dead = httpRequest(at(id), {
      method: "PATCH",
      headers: { ...bearer(ana.token), "upload-offset": 70_000, "content-length": 100_000 },
    })
    dead.on("error", () => {})
    dead.write(sound.subarray(70_000, 80_000))
    await vi.waitFor(async () =>
      expect((await readFile(app.services.uploads.fileOf(id))).length).toBe(80_000),
    )
    // It is not over, and nobody says so: whoever comes meanwhile is told how far it got.
    expect(await piece(id, 70_000, 90_000)).toMatchObject({ status: 409, body: { offset: 80_000 } })
    expect((await piece(id, 80_000, sound.length)).status).toBe(200)
    await attach(id)
    expect((await heard())!.equals(sound)).toBe(true)
  })

  it("[S90] comes with a new source; a form that is refused leaves it to be sent again", async () => {
    const id = await begun()
    await piece(id, 0, sound.length)
    const send = async (fields: Record<string, string>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ coders: "[]", ...fields })) form.set(name, value)
      const path = `${origin}/api/projects/${project}/sources`
      const answer = await fetch(path, { method: "POST", headers: bearer(ana.token), body: form })
      return { status: answer.status, body: (await answer.json()) as any }
    }
    const kept = await app.services.db.select().from(upload)
    expect((await send({ title: "", upload: id, coders: JSON.stringify([ana.id]) })).status).toBe(422)
    expect(await rows()).toEqual(kept)
    const made = await send({ title: "M8", upload: id, durationMs: "9000", coders: JSON.stringify([ana.id]) })
    expect(made.status).toBe(201)
    expect((await heard(made.body.id))!.equals(sound)).toBe(true)
    expect([await onDisk(), await rows()]).toEqual([[], []])
    expect((await send({ title: "M9", upload: id, coders: JSON.stringify([ana.id]) })).status).toBe(404)
  })

  it("[S60] outlives the erasure of another, and goes with its project: no file holds it", async () => {
    const [kept, going] = [await begun({ name: "kept.ogg" }), await begun({ name: "canary-4c1e.ogg" })]
    await piece(kept, 0, 100_000)
    await piece(going, 0, 100_000)
    await app.services.db
      .update(upload)
      .set({ project: await app.project(ana.id, "Other") })
      .where(eq(upload.id, kept))
    expect((await onDisk()).sort()).toEqual([kept, going].sort())
    const deleted = await app.call(projectRoute.DELETE, {
      method: "DELETE",
      as: ana.token,
      params: { project },
      body: { name: "A study" },
    })
    expect(deleted.status).toBe(204)
    expect([await onDisk(), (await rows()).map(({ id }) => id)]).toEqual([[kept], [kept]])
  })
})

describe("what is refused", () => {
  it("[S91] who may not send, as what is missing or as a role that does not; nobody has another's", async () => {
    const id = await begun()
    await piece(id, 0, sound.length)
    expect([(await begin(ben.token)).status, (await begin(eve.token)).status]).toEqual([403, 404])
    // Zoe holds the project too: what Ana sends is Ana's.
    for (const [person, status] of [
      [zoe, 404],
      [eve, 404],
      [ben, 403],
    ] as const) {
      const as = person.token
      const answers = [
        await far(id, as),
        await piece(id, sound.length, sound.length, { as }),
        await drop(id, as),
      ]
      expect(answers.map((answer) => answer.status)).toEqual([status, status, status])
      expect((await attach(id, as)).status).toBe(status)
    }
    expect((await far(id, zoe.token)).body).toEqual((await far("none", zoe.token)).body)
    expect((await app.call(all.GET, { as: zoe.token, params: { project } })).body).toEqual([])
    expect((await app.call(all.GET, { as: ana.token, params: { project } })).body).toMatchObject([{ id }])
    expect((await attach(id)).status).toBe(200)
  })

  it("[F14, S91] what an observer has recorded comes in pieces, theirs alone, and takes no other's place", async () => {
    await app.join(project, eve.id, "observer")
    const id = (await begin(eve.token)).body.id as string
    expect((await piece(id, 0, sound.length, { as: eve.token })).status).toBe(200)
    expect([(await far(id)).status, (await attach(id)).status]).toEqual([404, 404])
    expect((await attach(id, eve.token)).status).toBe(200)
    const again = (await begin(eve.token)).body.id as string
    await piece(again, 0, sound.length, { as: eve.token })
    expect((await attach(again, eve.token)).status).toBe(409)
    // It waits to be asked again.
    expect((await far(again, eve.token)).body).toMatchObject({ received: sound.length })
  })

  it("[S91] a source of another project takes nothing of this one", async () => {
    const id = await begun()
    await piece(id, 0, sound.length)
    const here = source
    project = await app.project(ana.id, "Other")
    const there = await interview()
    expect((await attach(id, ana.token, there)).status).toBe(404)
    expect((await attach(id, ana.token, here)).status).toBe(200)
  })

  it("[S90] what is no recording, at its first bytes; what has not come whole; what is already listened to", async () => {
    const text = Buffer.alloc(sound.length, "not a sound ")
    const none = await begun({ name: "entretien.mp3" })
    expect(await piece(none, 0, 5_000, { bytes: text })).toMatchObject({
      status: 422,
      body: { code: "unknown-recording" },
    })
    expect((await far(none)).status).toBe(404)
    // One that comes by a few bytes at a time is not known yet.
    const slow = await begun({ name: "slow.mp3" })
    expect((await piece(slow, 0, 100, { bytes: text })).status).toBe(200)
    expect((await piece(slow, 100, 5_000, { bytes: text })).status).toBe(422)
    const id = await begun()
    await piece(id, 0, 5_000)
    expect(await attach(id)).toMatchObject({
      status: 409,
      body: { code: "upload-incomplete", offset: 5_000 },
    })
    expect(await heard()).toBeNull()
    expect((await piece(id, 5_000, sound.length)).status).toBe(200)
    expect((await attach(id)).status).toBe(200)
  })

  it("[S91] more than was said, more than one request may bring, more than a recording may be", async () => {
    const id = await begun({ bytes: 1_000 })
    expect(await piece(id, 0, 1_001)).toMatchObject({ status: 413, body: { code: "too-large" } })
    expect(await far(id)).toMatchObject({ body: { received: 0 } })
    expect((await piece(id, 0, 1_000)).status).toBe(200)
    const long = Buffer.concat([ogg, Buffer.alloc(MOST_PIECE_BYTES + 1)])
    const big = await begun({ bytes: long.length })
    expect((await piece(big, 0, MOST_PIECE_BYTES + 1, { bytes: long })).status).toBe(413)
    expect((await piece(big, 0, MOST_PIECE_BYTES, { bytes: long })).status).toBe(200)
    expect((await begin(ana.token, { bytes: MOST_RECORDING_BYTES + 1 })).body.code).toBe("too-large")
    expect((await begin(ana.token, { bytes: MOST_RECORDING_BYTES })).status).toBe(201)
    expect((await begin(ana.token, { bytes: 0 })).status).toBe(422)
  })

  it("[S91] more than one person has on the way at once; another may, and they again after dropping one", async () => {
    const ids: string[] = []
    for (let count = 0; count < MOST_UPLOADS; count++) ids.push(await begun({ name: `${count}.ogg` }))
    expect(await begin(ana.token, { name: "more.ogg" })).toMatchObject({
      status: 409,
      body: { code: "too-many-uploads" },
    })
    expect((await begin(zoe.token)).status).toBe(201)
    expect((await begin(ana.token, { name: "3.ogg" })).body.id).toBe(ids[3])
    expect((await drop(ids[3]!)).status).toBe(204)
    expect(await onDisk()).not.toContain(ids[3])
    expect((await begin(ana.token, { name: "more.ogg" })).status).toBe(201)
  })

  it("[S91] what the disk has no room for, before it comes", async () => {
    const disk = {
      ...app.services.disk,
      demandRoom: (bytes = 0) => {
        if (bytes > 1_000) throw Object.assign(new Error("full"), { name: "DiskFull" })
      },
    }
    provideServices({ ...app.services, disk })
    try {
      expect(await begin()).toMatchObject({ status: 503, body: { code: "not-saved" } })
      expect((await begin(ana.token, { bytes: 1_000 })).status).toBe(201)
    } finally {
      provideServices(app.services)
    }
    expect((await begin()).status).toBe(201)
  })

  it("[S91] what the disk has promised to others, and a piece that it has no more room for", async () => {
    let free = 1_000
    const asked = vi.spyOn(app.services.disk, "demandRoom").mockImplementation((bytes = 0) => {
      if (bytes > free) throw Object.assign(new Error("full"), { name: "DiskFull" })
    })
    try {
      const id = await begun({ bytes: 600 })
      expect((await begin(zoe.token, { bytes: 401 })).status).toBe(503)
      expect((await begin(zoe.token, { bytes: 400 })).status).toBe(201)
      // What has come has taken its room.
      expect((await piece(id, 0, 500)).status).toBe(200)
      free = 600
      expect((await begin(zoe.token, { name: "more.ogg", bytes: 101 })).status).toBe(503)
      expect((await begin(zoe.token, { name: "more.ogg", bytes: 100 })).status).toBe(201)
      free = 99
      expect(await piece(id, 500, 600)).toMatchObject({ status: 503, body: { code: "not-saved" } })
      free = 100
      expect((await piece(id, 500, 600)).body.received).toBe(600)
    } finally {
      asked.mockRestore()
    }
  })

  it("[S91] another's piece, which does not break off the one that is coming", async () => {
    const id = await begun()
    const coming = httpRequest(at(id), {
      method: "PATCH",
      headers: { ...bearer(ana.token), "upload-offset": 0, "content-length": sound.length },
    })
    const answered = new Promise<number | undefined>((resolve, reject) => {
      coming.on("error", reject).on("response", (answer) => resolve(answer.resume().statusCode))
    })
    coming.write(sound.subarray(0, 70_000))
    await vi.waitFor(async () =>
      expect((await readFile(app.services.uploads.fileOf(id))).length).toBe(70_000),
    )
    expect((await piece(id, 0, 10, { as: zoe.token })).status).toBe(404)
    coming.end(sound.subarray(70_000))
    expect(await answered).toBe(200)
    expect((await far(id)).body.received).toBe(sound.length)
  })

  it("[S55] an upload that can be none", async () => {
    for (const said of ["%00", "a%00b", "", "x".repeat(101)])
      expect(await attach(said)).toMatchObject({ status: 422, body: { errors: [{ path: "upload" }] } })
    expect((await attach("none")).status).toBe(404)
    const form = new FormData()
    form.set("title", "M8")
    form.set("coders", JSON.stringify([ana.id]))
    form.set("upload", "x".repeat(101))
    const path = `${origin}/api/projects/${project}/sources`
    const answer = await fetch(path, { method: "POST", headers: bearer(ana.token), body: form })
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ path: "upload" }] }])
  })

  it("[S55] a piece that says no place", async () => {
    const id = await begun()
    for (const said of ["", "-1", "x", "9".repeat(16)]) {
      const headers = { ...bearer(ana.token), "upload-offset": said }
      expect((await fetch(at(id), { method: "PATCH", headers, body: "OggS" })).status).toBe(422)
    }
    expect((await piece(id, 0, 10)).status).toBe(200)
  })
})

describe("what nobody goes on with", () => {
  it("[S91] is gone after a day, and what is of no upload with it; what somebody goes on with stays", async () => {
    const [old, fresh] = [await begun({ name: "old.ogg" }), await begun({ name: "fresh.ogg" })]
    for (const id of [old, fresh]) await piece(id, 0, 1_000)
    const begunAt = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000)
    await app.services.db.update(upload).set({ createdAt: begunAt(99), touchedAt: begunAt(23) })
    await app.services.db
      .update(upload)
      .set({ touchedAt: begunAt(25) })
      .where(eq(upload.id, old))
    await writeFile(join(app.dataDir, "uploads", "of-nobody"), "bytes")
    await (await startHousekeeping(app.services))()
    expect(await onDisk()).toEqual([fresh])
    expect([(await far(old)).status, (await far(fresh)).body.received]).toEqual([404, 1_000])
    expect((await piece(fresh, 1_000, 2_000)).body.received).toBe(2_000)
  })

  it("[S14] begins anew where a backup was put back: of what was on its way it holds no bytes", async () => {
    const [whole, half] = [await begun(), await begun({ name: "half.ogg" })]
    await piece(whole, 0, sound.length)
    await piece(half, 0, 1_000)
    for (const id of [whole, half]) await app.services.uploads.remove(id)
    expect((await attach(whole)).status).toBe(404)
    expect((await piece(half, 1_000, 2_000)).status).toBe(404)
    for (const name of ["entretien é.ogg", "half.ogg"])
      expect((await begin(ana.token, { name })).body.received).toBe(0)
    expect((await piece(await begun(), 0, 1_000)).status).toBe(200)
  })

  it("[S90] begins anew where its file is shorter than what was counted: no recording has a hole", async () => {
    const [whole, half] = [await begun(), await begun({ name: "half.ogg" })]
    await piece(whole, 0, sound.length)
    await piece(half, 0, 6_000)
    await truncate(app.services.uploads.fileOf(whole), sound.length - 1)
    await truncate(app.services.uploads.fileOf(half), 5_999)
    // What draws the waveforms of recordings kept before may be at work meanwhile.
    const recordings = async () =>
      (await readdir(join(app.dataDir, "recordings")).catch(() => [])).filter(
        (name) => !name.includes(".peaks"),
      )
    const before = await recordings()
    expect((await attach(whole)).status).toBe(404)
    expect(await recordings()).toEqual(before)
    expect(await heard()).toBeNull()
    expect((await piece(half, 6_000, 7_000)).status).toBe(404)
    expect([await onDisk(), await rows()]).toEqual([[], []])
  })

  it("ends for who was sending it when it is dropped", async () => {
    const id = await begun()
    const dead = httpRequest(at(id), {
      method: "PATCH",
      headers: { ...bearer(ana.token), "upload-offset": 0, "content-length": sound.length },
    })
    const ended = new Promise((resolve) => dead.on("error", resolve).on("response", resolve))
    dead.write(sound.subarray(0, 10_000))
    while ((await readFile(app.services.uploads.fileOf(id))).length < 10_000) await wait(5)
    expect((await drop(id)).status).toBe(204)
    await ended
    expect(await onDisk()).toEqual([])
    expect((await piece(id, 0, 10)).status).toBe(404)
  })
})

describe("the folder of what is on its way", () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "binome-uploads-"))
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await rm(folder, { recursive: true, force: true })
  })
  const how = () => ({ most: sound.length, signal: new AbortController().signal })

  /** A disk that takes a little at a time, and after so many bytes nothing. */
  async function nearlyFull(room: number) {
    const file = await open(join(folder, "any"), "w")
    const handles = Object.getPrototypeOf(file) as typeof file
    await file.close()
    type Write = (bytes: Buffer, from: number, length: number, at: number) => Promise<unknown>
    const write = handles.write as Write
    let left = room
    const writesFew: Write = async function (this: unknown, bytes, from, length, at) {
      const few = Math.min(length, 1_000, left)
      if (few === 0) throw Object.assign(new Error("full"), { code: "ENOSPC" })
      left -= few
      return write.call(this, bytes, from, few, at)
    }
    vi.spyOn(handles, "write").mockImplementation(writesFew as typeof handles.write)
  }

  it("[S90] counts what the disk took: all of it, or it fails", async () => {
    const uploads = folderUploads(folder)
    await uploads.begin("one")
    await nearlyFull(sound.length + 500)
    expect(await uploads.write("one", 0, Readable.from([sound]), how())).toEqual({
      bytes: sound.length,
      isLonger: false,
    })
    expect((await readFile(uploads.fileOf("one"))).equals(sound)).toBe(true)
    await uploads.begin("two")
    await expect(uploads.write("two", 0, Readable.from([sound]), how())).rejects.toMatchObject({
      code: "ENOSPC",
    })
  })

  it("[S91] is swept of what is ours alone", async () => {
    const uploads = folderUploads(folder)
    for (const id of ["standing", "of-nobody"]) await uploads.begin(id)
    for (const name of ["@eaDir", "lost+found", "snapshot"]) await mkdir(join(folder, name))
    await writeFile(join(folder, ".DS_Store"), "theirs")
    await uploads.sweep(async () => ["standing"])
    expect((await readdir(folder)).sort()).toEqual(
      [".DS_Store", "@eaDir", "lost+found", "snapshot", "standing"].sort(),
    )
  })
})
