/**
 * Erased means: no file of the data folder holds it, neither the tables nor the log nor the recordings. Every search
 * has found the word before, so that it could find it afterwards.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as projectRoute from "../../app/api/projects/[project]/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import { docUpdate, erasure } from "../../db/schema"
import { finishErasures } from "../../server/erasure"
import { openCanaryStudy } from "../support/canaryStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({}, "disk")
}, 120_000)
afterAll(() => app.close())

const remove = (
  handler: typeof projectRoute.DELETE,
  as: string,
  params: Record<string, string>,
  body: object,
) => app.call(handler, { method: "DELETE", as, params, body })

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

  it("[S62] what was begun and broken off is finished at the next start", async () => {
    const word = "Zyxwvdenise22"
    const { source, ana } = await openCanaryStudy(app, word)
    const broken = { ...app.services, scrub: () => Promise.reject(new Error("power failure")) }
    const { deleteSource } = await import("../../server/commands/deleteSource")
    await deleteSource(broken, { source, by: ana.id, title: `Interview with ${word}` })
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
