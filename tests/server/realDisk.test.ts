/** The server on a file system that is really full, and on one that the kernel has made read-only. */
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, it, type TestContext } from "vitest"
import { watchSaved } from "../../app/_sync/acknowledgement"
import { layDatabase } from "../support/bornFolder"
import { mountBlocks, mountMemory } from "../support/mountedDisk"
import { type OpenedRoom, type Person, personWith } from "../support/person"
import { importTranscript, shortTranscript } from "../support/study"
import { startServer } from "../support/testServer"
import { startVictim, type Victim } from "../torture/process"

const MB = 1024 * 1024
const patient = { timeout: 60_000, interval: 50 }
const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The disk with a database on it; where there can be none the test is skipped, and says why. */
async function laid<Disk extends { folder: string; unmount(): void }>(
  context: TestContext,
  disk: Disk | string,
) {
  if (typeof disk === "string") return context.skip(disk)
  closing.push(disk.unmount)
  await layDatabase(disk.folder)
  return disk
}

/** Two coders at one interview, on a server over this folder. */
async function study(folder: string) {
  const server = await startVictim({ folder, settings: quiet })
  closing.push(server.stop)
  const { project, people } = server.first.study!
  const [ana, ben] = people.map(({ id, cookie }) => personWith(server.address, cookie, id)) as [
    Person,
    Person,
  ]
  const source = await importTranscript(server, ana, project, shortTranscript, [ana.id, ben.id])
  const coders = await Promise.all([ana, ben].map((person) => startCoding(person, source)))
  closing.push(() => {
    for (const coder of coders) coder.stop()
  })
  return { server, project, source, ana, ben, coders }
}

/** Writes into their layer without a pause, until told to stop. */
async function startCoding(person: Person, source: string) {
  const room = `layer/${source}/${person.id}`
  const layer = await person.room(room, { ack: true })
  const written: string[] = []
  let acknowledged: readonly string[] = []
  const closings: number[] = []
  watchSaved(layer, (saved) => {
    if (saved) acknowledged = [...written]
  })
  layer.provider.maxBackoffTime = 200
  layer.provider.on("connection-close", (event) => event && closings.push(event.code))
  const timer = setInterval(() => {
    const key = `${person.id}-${written.length}`
    written.push(key)
    layer.doc.getMap("codings").set(key, { id: key })
  }, 50)
  return {
    layer,
    closings,
    written,
    acknowledged: () => acknowledged,
    lay: () => clearInterval(timer),
    /** What stands in the layer for somebody who has nothing of it yet. */
    onServer: async () => {
      const newcomer: OpenedRoom = await person.room(room)
      const keys = [...newcomer.doc.getMap("codings").keys()]
      newcomer.close()
      return keys.sort()
    },
    stop() {
      clearInterval(timer)
      layer.close()
    },
  }
}

type Coders = Awaited<ReturnType<typeof study>>["coders"]

async function allAreSaving(coders: Coders) {
  for (const { acknowledged } of coders) {
    const before = acknowledged().length
    await expect.poll(() => acknowledged().length, patient).toBeGreaterThan(before + 1)
  }
}

async function saysNotReady({ address }: Victim, why: RegExp) {
  const isReady = () =>
    fetch(`${address}/readyz`).then(async (answer) => [answer.status, await answer.text()])
  await expect.poll(isReady, patient).toMatchObject([503, expect.stringMatching(why)])
}

const upload = (server: Victim, { cookie }: Person, source: string, body: Uint8Array<ArrayBuffer>) =>
  fetch(`${server.address}/api/sources/${source}/recording`, {
    method: "PUT",
    headers: { cookie, origin: server.address, "x-file-name": "seconds.ogg", "content-type": "audio/ogg" },
    body,
  })

it("[S1] [S3] a disk that is full is said to be, loses nothing, and is gone on with as soon as it has room", async (context) => {
  const disk = await laid(context, mountMemory(200))
  const { server, project, source, ana, ben, coders } = await study(disk.folder)
  const { passages } = await ana.ask("GET", `/api/sources/${source}`)
  const handIn = () =>
    ben.call("POST", `/api/sources/${source}/hand-ins`, { passage: passages[0].id, idempotencyKey: "once" })
  const makeCode = () => ana.call("POST", `/api/projects/${project}/codes`, { id: "peur", name: "peur" })
  await allAreSaving(coders)

  disk.fill()
  for (const { closings } of coders) await expect.poll(() => closings, patient).toContain(1013)
  const during = coders.map(({ acknowledged }) => acknowledged().length)
  for (const command of [handIn, makeCode])
    expect(await command()).toMatchObject({ status: 503, body: { code: "not-saved" } })
  await saysNotReady(server, /less than 64 MB are free/)
  expect(coders.map(({ acknowledged }) => acknowledged().length)).toEqual(during)

  disk.makeRoom()
  await allAreSaving(coders)
  for (const _ of ["once", "and again"])
    expect(await handIn()).toMatchObject({ status: 201, body: { revision: 1 } })
  expect((await makeCode()).status).toBe(201)

  // An upload that is longer than the disk: its own end, nobody else's.
  disk.fill(80)
  for (const { closings } of coders) closings.length = 0
  const long = Buffer.alloc(100 * MB)
  long.write("OggS")
  const cut = await upload(server, ana, source, long)
  expect([cut.status, await cut.json()]).toMatchObject([503, { code: "not-saved" }])
  disk.makeRoom()
  await allAreSaving(coders)

  for (const coder of coders) {
    coder.lay()
    await expect.poll(() => coder.acknowledged().length, patient).toBe(coder.written.length)
    expect(await coder.onServer()).toEqual([...coder.written].sort())
  }
  await server.kill()
  const { rows } = await server.restart()
  expect(rows.wrong).toEqual([])
  for (const coder of coders) expect(await coder.onServer()).toEqual([...coder.written].sort())
}, 120_000)

it("[S1] [S3] a disk that breaks under open files loses nothing that was acknowledged, and the process lives", async (context) => {
  const disk = await laid(context, mountBlocks(240))
  const { server, project, ana, coders } = await study(disk.folder)
  await allAreSaving(coders)

  disk.breakNow()
  for (const { closings } of coders) await expect.poll(() => closings, patient).toContain(1013)
  const made = await ana.call("POST", `/api/projects/${project}/codes`, { name: "peur" })
  expect(made).toMatchObject({ status: 503, body: { code: "not-saved" } })
  await saysNotReady(server, /does not take what is written|database/)
  const acknowledged = coders.map((coder) => [...coder.acknowledged()])

  await server.kill()
  disk.repair()
  // Before they are back: what is there now is there without them.
  for (const { layer } of coders) layer.provider.disconnect()
  expect((await server.restart()).rows.wrong).toEqual([])
  for (const [at, coder] of coders.entries())
    expect(await coder.onServer()).toEqual(expect.arrayContaining(acknowledged[at]!))
  for (const coder of coders) {
    coder.layer.provider.connect()
    coder.lay()
    await expect.poll(() => coder.acknowledged().length, patient).toBe(coder.written.length)
    expect(await coder.onServer()).toEqual([...coder.written].sort())
  }
}, 120_000)

const quiet = { LOG_LEVEL: "silent" }
const inOneSentence = (why: string) =>
  new RegExp(`^ended before it listened, with 1:\nThe data folder [^\n]*${why}[^\n]*\n$`)

it("[S3] is not started on a disk that takes nothing, and says so in a sentence", async (context) => {
  const disk = await laid(context, mountMemory(64))
  const started = () => startServer({ dataDir: disk.folder, env: quiet })
  disk.fill(10)
  await expect(started()).rejects.toThrow(inOneSentence("its disk is full"))
  disk.makeRoom()
  disk.makeReadOnly()
  await expect(started()).rejects.toThrow(inOneSentence("it is read-only"))
}, 60_000)

it("[S3] is not started on a folder that is somebody else's, and says so in a sentence", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "binome-closed-"))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  await chmod(dataDir, 0o500)
  // Root asks nobody, unless this is taken from it.
  const under = process.getuid!() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
  const started = startServer({ dataDir, env: quiet, under })
  await expect(started).rejects.toThrow(inOneSentence("no right to it"))
}, 60_000)
