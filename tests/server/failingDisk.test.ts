/** The server over a disk that fails: what it says meanwhile, and that it goes on by itself. */
import { encode } from "next-auth/jwt"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { watchSaved } from "../../app/_sync/acknowledgement"
import { POST as postProject } from "../../app/api/projects/route"
import { GET as readyz } from "../../app/readyz/route"
import { diskOf } from "../../server/disk"
import { enter } from "../../server/door"
import { openSession } from "../../server/signIn"
import { breakDisk, type Fault } from "../support/faultyDisk"
import { type OpenedRoom, openRoom, personWith } from "../support/person"
import { importTranscript, shortTranscript } from "../support/study"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let layer: OpenedRoom
let token: string
let openAgain: () => Promise<OpenedRoom>
let saved = false
const closings: number[] = []
const after: (() => Promise<void> | void)[] = []

beforeAll(async () => {
  app = await openTestApp({}, "disk")
  after.push(app.close)
  const { origin, stop } = await app.listen()
  after.push(stop)
  const ana = await app.person("Ana")
  token = ana.token
  const sid = await openSession(app.services, ana.id)
  const signed = await encode({ token: { sid }, secret: app.services.env.authSecret! })
  const cookie = `next-auth.session-token=${signed}`
  const project = await app.project(ana.id)
  const person = personWith(origin, cookie, ana.id)
  const source = await importTranscript({ address: origin }, person, project, shortTranscript, [ana.id])
  openAgain = () => openRoom(origin, { cookie, origin }, `layer/${source}/${ana.id}`, { ack: true })
  layer = await openAgain()
  after.push(layer.close)
  layer.provider.on("connection-close", (event) => event && closings.push(event.code))
  watchSaved(layer, (is) => {
    saved = is
  })
}, 180_000)
afterAll(async () => {
  for (const close of after.reverse()) await close()
})

const write = (key: string) => layer.doc.getMap("codings").set(key, { id: key })
const makeProject = () => app.call(postProject, { method: "POST", as: token, body: { name: "Étude" } })
const patient = { timeout: 60_000, interval: 100 }

describe("a disk that fails", { timeout: 150_000 }, () => {
  for (const fault of ["ENOSPC", "EROFS", "EIO"] as const satisfies Fault[]) {
    it(`[S3] (${fault}): nobody is told that it was kept; when the disk takes it again it is kept, once`, async () => {
      write(`before ${fault}`)
      await expect.poll(() => saved, patient).toBe(true)
      closings.length = 0

      const mend = breakDisk(app.dataDir, fault)
      write(`during ${fault}`)
      await expect.poll(() => closings, patient).toContain(1013)
      expect(saved).toBe(false)
      const refused = await makeProject()
      expect(refused).toMatchObject({ status: 503, body: { code: "not-saved" } })
      await expect.poll(async () => (await readyz()).status, patient).toBe(503)
      expect(await (await readyz()).text()).not.toContain(app.dataDir)
      expect(saved).toBe(false)
      mend()

      await expect.poll(() => saved, patient).toBe(true)
      await expect.poll(async () => (await makeProject()).status, patient).toBe(201)
      await expect.poll(async () => (await readyz()).status, patient).toBe(200)
      const newcomer = await openAgain()
      expect(newcomer.doc.getMap("codings").toJSON()).toEqual(layer.doc.getMap("codings").toJSON())
      expect(newcomer.doc.getMap("codings").has(`during ${fault}`)).toBe(true)
      newcomer.close()
    })
  }

  it("[S3] is known for full before the database runs into the end of it", () => {
    expect(() => diskOf(app.dataDir).demandRoom()).not.toThrow()
    expect(diskOf(app.dataDir).trouble()).toBeNull()
    const asking = diskOf(app.dataDir, Number.MAX_SAFE_INTEGER)
    expect(() => asking.demandRoom()).toThrow("free")
    expect(asking.trouble()).toContain("free")
    expect(diskOf(app.dataDir, 2 ** 60).trouble()).toBe(
      "less than 1099511627776 MB are free on the disk of the data folder",
    )
  })

  it("[S3] lets in who deletes while it is full, since that makes room, and nobody else who changes something", async () => {
    const full = { ...app.services, disk: diskOf(app.dataDir, Number.MAX_SAFE_INTEGER) }
    const asking = (method: string) => enter(full, { for: "anyone", summary: "" }, { headers, method }, {})
    const headers = new Headers()
    await expect(asking("DELETE")).resolves.toMatchObject({ caller: null })
    for (const method of ["POST", "PUT", "PATCH"]) await expect(asking(method)).rejects.toThrow("free")
  })
})
