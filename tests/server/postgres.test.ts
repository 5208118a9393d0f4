/** What the embedded database does, PostgreSQL does: the main job, backups there and back, erasing, kill −9. */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import * as Y from "yjs"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import { openDatabase } from "../../db/client"
import { checkBackup } from "../../server/backup/check"
import { keepBackup } from "../../server/backup/keep"
import { makeBackup } from "../../server/backup/make"
import { restoreRows } from "../../server/backup/restore"
import { beginUpload, MOST_UPLOADS } from "../../server/commands/sendRecording"
import { loadTranscript } from "../../server/documents"
import { reviewOf } from "../../server/queries/review"
import { collect } from "../../server/sync/collect"
import { compact } from "../../server/sync/compaction"
import { databaseStore } from "../../server/sync/databaseStore"
import { type CanaryStudy, openCanaryStudy } from "../support/canaryStudy"
import { describePostgres, dropPostgres, emptyPostgres } from "../support/emptyPostgres"
import { startLiveServer } from "../support/liveServer"
import { rowsIn } from "../support/rowsIn"
import { makeStudy } from "../support/study"
import { openTestApp, type TestApp } from "../support/testApp"

const name = "Zyxwvolga"

describePostgres("with PostgreSQL", () => {
  let app: TestApp
  let study: CanaryStudy
  let place: string
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "binome-pg-"))
    app = await openTestApp({}, { url: await emptyPostgres() })
    study = await openCanaryStudy(app, name)
  }, 120_000)
  afterAll(async () => {
    await app.close()
    await rm(place, { recursive: true, force: true })
  })

  it("two code, a passage is revealed, its differences are found", async () => {
    const review = await reviewOf(app.services, study.source)
    expect(Object.keys(review.flags).length).toBeGreaterThan(2)
  })

  it("[S13] a backup goes into another PostgreSQL, and into the embedded database, row by row", async () => {
    const file = join(place, "a.tar")
    const { db, recordings } = app.services
    await keepBackup(makeBackup({ db, recordings, dataDir: app.dataDir, now: () => new Date() }), file)
    const backup = await checkBackup(file)
    const before = await rowsIn(app.database.db)
    expect(before.hand_in).toHaveLength(3)
    for (const at of [{ url: await emptyPostgres() }, { memory: true }] as const) {
      const other = await openDatabase(at)
      await restoreRows(other, backup)
      expect(await rowsIn(other.db)).toEqual(before)
      await other.close()
    }
  }, 120_000)

  it("[S6] logs that are shortened while others write to them lose nothing", async () => {
    const store = databaseStore(app.services.db)
    const room = `layer/${study.source}/${study.ana.id}`
    const entry = (session: string) => ({ data: updateOf(session), member: study.ana.id, session })
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let at = 0; at < 12; at++) await store.append(room, [entry(`${writer}-${at}`)])
    })
    let shortened = 0
    const shortening = (async () => {
      for (let at = 0; at < 12; at++) {
        const loaded = await store.load(room)
        if ((await compact(store, room, loaded, collect(loaded.updates))) === "done") shortened++
      }
    })()
    await Promise.all([...writers, shortening])
    const { updates } = await store.load(room)
    const doc = new Y.Doc()
    for (const update of updates) Y.applyUpdate(doc, update)
    expect(doc.getMap("here").size).toBe(8 * 12)
    expect(shortened).toBeGreaterThan(0)
  }, 120_000)

  it("[S91] of one person no more are on the way than may be, into whichever projects they begin at once", async () => {
    const { id: by } = await app.person("Ugo")
    const projects = await Promise.all(["One", "Two"].map((title) => app.project(by, title)))
    const begin = (count: number) =>
      beginUpload(app.services, {
        project: projects[count % 2]!,
        by,
        name: `${count}.ogg`,
        bytes: 1,
        modifiedAt: 0,
      })
    for (let count = 2; count <= MOST_UPLOADS; count++) await begin(count)
    const two = await app.services.db.transaction(async (tx) => {
      // Both have counted before either is written.
      await tx.execute(sql`lock table upload in share row exclusive mode`)
      const begun = [begin(0), begin(1)]
      await wait(500)
      return { ended: Promise.allSettled(begun) }
    })
    const ended = (await two.ended).map(({ status }) => status)
    expect(ended.sort()).toEqual(["fulfilled", "rejected"])
  })

  it("[S64] words that are erased stand in no row any more, and no turn has moved", async () => {
    const held = async () =>
      Object.values(await rowsIn(app.database.db))
        .flat()
        .filter((line) => line.includes(name))
    expect((await held()).length).toBeGreaterThan(10)
    const asking = { as: study.ana.token, params: { source: study.source } }
    const found = (await app.call(erasures.GET, { ...asking, query: `?find=${name}` })).body
    const spans = found.transcript.map(({ from, to, words }: Record<string, unknown>) => ({
      from,
      to,
      words,
    }))
    const places = [...found.speakers, ...found.elsewhere].map(({ key }: { key: string }) => key)
    const body = { spans, words: name, places }
    expect(await app.call(erasures.POST, { ...asking, method: "POST", body })).toMatchObject({ status: 201 })
    expect(await held()).toEqual([])
    expect((await loadTranscript(app.services, study.source)).turns).toHaveLength(4)
  }, 120_000)

  it("[S1, S48] the server keeps through kill −9 what it acknowledged; without its database it prints no values", async () => {
    const url = await emptyPostgres()
    const server = await startLiveServer({ env: { DATABASE_URL: url } })
    try {
      const { owner, ben, source, passage } = await makeStudy(server)
      const before = await owner.ask("GET", `/api/sources/${source}`)
      const layer = await ben.room(`layer/${source}/${ben.id}`, { ack: true })
      layer.close()
      const handIn = { passage, codings: [], suggestedCodes: [], expectedRevision: 0, idempotencyKey: "once" }
      await ben.ask("POST", `/api/sources/${source}/hand-ins`, handIn)
      await server.killAndRestart()
      const after = await owner.ask("GET", `/api/sources/${source}`)
      expect(after.source.codingOpened).toBe(true)
      expect(after.passages).toEqual(before.passages)
      // [S48] Whoever's page fails for it: what is printed says which query, and not whose and with which values.
      await dropPostgres(url)
      const page = await fetch(`${server.address}/projects`, { headers: { cookie: owner.cookie } })
      expect(page.status).toBe(500)
      expect(server.output()).toContain("Failed query")
      expect(server.output()).not.toContain("params:")
    } finally {
      await server.stop()
    }
  }, 180_000)
})

/** One entry of its own, by a client of its own. */
function updateOf(key: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap("here").set(key, true)
  return Y.encodeStateAsUpdate(doc)
}
