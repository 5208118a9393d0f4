/** How long a recording is kept: said beforehand, destroyed on its day, and never without a trace. */
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as auditRoute from "../../app/api/projects/[project]/audit/route"
import * as projectRoute from "../../app/api/projects/[project]/route"
import * as recordingRoute from "../../app/api/sources/[source]/recording/route"
import * as retentionRoute from "../../app/api/sources/[source]/retention/route"
import { dayOf, isSoon, monthsLater } from "../../core/retention"
import { recording } from "../../db/schema"
import { createSource } from "../../server/commands/createSource"
import { keepHouse, startHousekeeping } from "../../server/housekeeping"
import type { AuditEntry } from "../../server/queries/audit"
import { overviewOf } from "../../server/queries/overview"
import type { Services } from "../../server/services"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, ben] = [] as unknown as [Person, Person]
let project: string
beforeAll(async () => {
  app = await openTestApp()
  ;[ana, ben] = [await app.person("Ana"), await app.person("Ben")]
  project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
}, 60_000)
afterAll(() => app.close())

const at = (day: string): Services => ({ ...app.services, clock: () => new Date(`${day}T08:00:00Z`) })
const kept = () => readdir(join(app.dataDir, "recordings"))

async function bring(title: string, services = app.services) {
  const key = services.ids.newId()
  await services.recordings.write(key, Readable.from([Buffer.from("OggS a voice")]), { maxBytes: 1_000 })
  const { id } = await createSource(services, {
    project,
    by: ana.id,
    title,
    kind: "interview",
    blindness: "passage",
    coders: [ana.id, ben.id],
    context: { who: "", where: "", how: "" },
    transcript: { speakers: [], turns: [{ speaker: null, startMs: 0, endMs: null, text: "What was said." }] },
    passages: [{ fromTurn: 0, toTurn: 1 }],
    recording: { key, bytes: 12, mime: "audio/ogg", originalName: "m.ogg", durationMs: 1_000 },
  })
  return { id, key }
}

const plan = (source: string, destroyOn: string | null, as = ana.token) =>
  app.call(retentionRoute.PUT, { method: "PUT", as, params: { source }, body: { destroyOn } })
const shown = async (source: string) => {
  const member = { id: ana.id, role: "owner" as const, codes: new Set<string>(), corrects: new Set<string>() }
  return (await overviewOf(app.services, project, member)).sources.find(({ id }) => id === source)!
}

describe("a recording", () => {
  it("[S70] is kept until the day its owner says; one gone by is refused", async () => {
    const { id } = await bring("M1")
    expect(await plan(id, "2999-05-03", ben.token)).toMatchObject({ status: 403 })
    expect(await plan(id, "1999-05-03")).toMatchObject({ status: 422 })
    expect(await plan(id, "2999-02-30")).toMatchObject({ status: 422 })
    expect((await plan(id, "2999-05-03")).status).toBe(204)
    expect(await shown(id)).toMatchObject({
      hasRecording: true,
      kept: { until: "2999-05-03", destroyed: null },
    })
    expect((await plan(id, null)).status).toBe(204)
    expect((await shown(id)).kept.until).toBeNull()
  })

  it("[S70] is kept as long as its project says, from the day it came", async () => {
    const change = (recordingMonths: number | null) =>
      app.call(projectRoute.PATCH, {
        method: "PATCH",
        as: ana.token,
        params: { project },
        body: { recordingMonths },
      })
    const { id: before } = await bring("M2")
    expect((await change(18)).status).toBe(200)
    const { id } = await bring("M3", at("2026-08-31"))
    expect((await shown(id)).kept.until).toBe("2028-02-29")
    expect((await shown(before)).kept.until).toBeNull()
    await change(null)
  })

  it("[S71, S72] is destroyed on its day, not before, once; that it was stays to be read", async () => {
    const { id, key } = await bring("M4")
    const { id: other } = await bring("M5")
    await plan(id, "2998-03-04")
    await keepHouse(at("2998-03-03"))
    expect(await kept()).toContain(key)
    await keepHouse(at("2998-03-04"))
    expect(await kept()).not.toContain(key)
    expect(await shown(id)).toMatchObject({
      hasRecording: false,
      kept: { until: "2998-03-04", destroyed: { at: "2998-03-04T08:00:00.000Z", by: null } },
    })
    expect(await shown(other)).toMatchObject({ hasRecording: true, kept: { destroyed: null } })
    await keepHouse(at("2998-03-05"))
    const trail = await app.call(auditRoute.GET, {
      as: ana.token,
      params: { project },
      query: "?kind=erasure",
    })
    const told = trail.body.entries.filter(
      ({ action, about }: AuditEntry) => action === "recording-destroyed" && about === "M4",
    )
    expect(told).toMatchObject([{ by: null, about: "M4", at: "2998-03-04T08:00:00.000Z" }])
  })

  it("[S71] is destroyed at the next start where its day came while the server was down", async () => {
    const { id, key } = await bring("M6")
    await plan(id, "2998-06-01")
    const stop = await startHousekeeping(at("2998-07-15"))
    await stop()
    expect(await kept()).not.toContain(key)
  })

  it("[S73] is destroyed at once for who names its source, and may come anew", async () => {
    const { id, key } = await bring("M7")
    const destroy = (title: string, as = ana.token) =>
      app.call(recordingRoute.DELETE, { method: "DELETE", as, params: { source: id }, body: { title } })
    expect(await destroy("M7", ben.token)).toMatchObject({ status: 403 })
    expect(await destroy("M8")).toMatchObject({ status: 422 })
    expect(await kept()).toContain(key)
    expect((await destroy("M7")).status).toBe(204)
    expect(await kept()).not.toContain(key)
    expect(await app.services.db.select().from(recording).where(eq(recording.source, id))).toEqual([])
    expect((await shown(id)).kept.destroyed).toMatchObject({ by: "Ana" })
    expect(await destroy("M7")).toMatchObject({ status: 409, body: { code: "no-recording" } })
    expect(await plan(id, "2999-01-01")).toMatchObject({ status: 409 })
  })

  it("[S70] people are told a month before; a month ends where the calendar's does", () => {
    expect(isSoon("2027-05-03", new Date("2027-04-02T23:00:00Z"))).toBe(false)
    expect(isSoon("2027-05-03", new Date("2027-04-03T01:00:00Z"))).toBe(true)
    expect(monthsLater(new Date("2027-01-31T10:00:00Z"), 1)).toBe("2027-02-28")
    expect(monthsLater(new Date("2026-12-15T10:00:00Z"), 13)).toBe("2028-01-15")
    expect(dayOf(new Date("2027-05-03T23:59:59Z"))).toBe("2027-05-03")
  })
})
