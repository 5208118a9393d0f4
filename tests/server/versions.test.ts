/** How a transcript stood while it was written together: kept, shown, gone when it must be. */
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import * as transcribing from "../../app/api/sources/[source]/transcribing/route"
import * as versionRoute from "../../app/api/sources/[source]/versions/[version]/route"
import * as versions from "../../app/api/sources/[source]/versions/route"
import { ERASED } from "../../core/erasing"
import { type } from "../../core/ydoc/editing"
import { project as projects, source as sources, textVersion } from "../../db/schema"
import { createSource } from "../../server/commands/createSource"
import { destroyKey } from "../../server/commands/pseudonyms"
import { loadTranscript } from "../../server/documents"
import { openRoom } from "../support/person"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let origin: string
let stop: () => Promise<void>
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, ben] = [] as unknown as [Person, Person]
let source: string

beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
})
beforeEach(async () => {
  await app.empty()
  ;[ana, ben] = [await app.person("Ana"), await app.person("Ben")]
  const project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
  const made = await createSource(app.services, {
    project,
    by: ana.id,
    title: "M7",
    kind: "interview",
    blindness: "passage",
    coders: [ana.id, ben.id],
    context: { who: "", where: "", how: "" },
    transcript: {
      speakers: [{ id: "m7", label: "M7", interviewer: false }],
      turns: [{ speaker: "m7", startMs: 0, endMs: null, text: "Oui, Madame Dupont." }],
    },
    passages: [{ fromTurn: 0, toTurn: 1 }],
    recording: null,
  })
  source = made.id
})
afterAll(async () => {
  await app.sync.stop()
  await stop()
  await app.close()
})

const open = (as = ana.token) => app.call(transcribing.POST, { method: "POST", as, params: { source } })
const close = (as = ana.token) => app.call(transcribing.DELETE, { method: "DELETE", as, params: { source } })
const keep = (body: object, as = ana.token) =>
  app.call(versions.POST, { method: "POST", as, params: { source }, body })
const list = async (as = ben.token) =>
  (await app.call(versions.GET, { as, params: { source } })).body.versions as {
    id: string
    kind: string
    name: string | null
    by: { name: string }
  }[]
const read = (version: string, as = ben.token) =>
  app.call(versionRoute.GET, { as, params: { source, version } })
const remove = (version: string, as = ben.token) =>
  app.call(versionRoute.DELETE, { method: "DELETE", as, params: { source, version } })
const told = async () => (await list()).map(({ kind, name, by }) => `${kind} ${name} ${by.name}`)

async function write(words: string): Promise<void> {
  const headers = { authorization: `Bearer ${ben.token}` }
  const room = await openRoom(origin, headers, `source/${source}`, { ack: true })
  type(room.doc, 0, words)
  await vi.waitFor(async () => {
    const { text } = await loadTranscript(app.services, source)
    expect(text.startsWith(words)).toBe(true)
  })
  room.close()
}

describe("versions of a transcript", () => {
  it("[C33] are kept when it is opened, by name, and before one is brought back; each once under its key", async () => {
    await open(ben.token)
    await write("Alors, ")
    const first = await keep({ name: "  Avant relecture ", idempotencyKey: "k1" })
    expect(first.status).toBe(201)
    expect((await keep({ name: "Avant relecture", idempotencyKey: "k1" })).body).toEqual(first.body)
    await write("Bon. ")
    await keep({ before: first.body.id, idempotencyKey: "k2" }, ben.token)
    expect(await told()).toEqual([
      "restoring Avant relecture Ben",
      "named Avant relecture Ana",
      "opened null Ben",
    ])
    const texts = await Promise.all(
      (await list()).map(async ({ id }) => (await read(id)).body.turns[0].text as string),
    )
    expect(texts).toEqual([
      "Bon. Alors, Oui, Madame Dupont.",
      "Alors, Oui, Madame Dupont.",
      "Oui, Madame Dupont.",
    ])
    expect((await read(first.body.id)).body.speakers).toEqual([{ id: "m7", label: "M7", interviewer: false }])
    for (const body of [
      {},
      { name: "", idempotencyKey: "k3" },
      { name: "A", before: "b", idempotencyKey: "k4" },
    ])
      expect((await keep(body)).status).toBe(422)
  })

  it("[C31, C33] of which nothing outlasts the writing but what somebody named; nothing is told of any meanwhile", async () => {
    await open()
    await write("Alors, ")
    const { body: named } = await keep({ name: "Avant relecture", idempotencyKey: "k1" })
    await keep({ before: named.id, idempotencyKey: "k2" })
    await close()
    const rows = await app.services.db.select().from(textVersion).where(eq(textVersion.source, source))
    expect(rows.map(({ kind }) => kind)).toEqual(["named"])
    expect(await list()).toEqual([])
    expect(await list(ana.token)).toEqual([])
    for (const answer of [
      await read(named.id),
      await remove(named.id),
      await keep({ name: "B", idempotencyKey: "k3" }),
    ])
      expect(answer).toMatchObject({ status: 409, body: { code: "not-being-transcribed" } })
    await open(ben.token)
    expect(await told()).toEqual(["opened null Ben", "named Avant relecture Ana"])
    const [opened] = await list()
    expect((await remove(opened!.id)).status).toBe(404)
    expect((await remove(named.id)).status).toBe(204)
    expect(await told()).toEqual(["opened null Ben"])
  })

  it("[S65] go where words are erased, whatever they hold", async () => {
    await open()
    await keep({ name: "Avec Madame Dupont", idempotencyKey: "k1" })
    await close()
    const rows = () => app.services.db.select().from(textVersion).where(eq(textVersion.source, source))
    expect(JSON.stringify(await rows())).toContain("Oui, Madame Dupont.")
    const body = { spans: [], words: "Dupont", places: ["transcript"], mark: ERASED }
    const answer = await app.call(erasures.POST, { method: "POST", as: ana.token, params: { source }, body })
    expect(answer.status).toBeLessThan(300)
    expect(await rows()).toEqual([])
  })

  it("[S86] go where the key of a project is destroyed: they may hold its names", async () => {
    await open()
    await keep({ name: "Avec les noms", idempotencyKey: "k1" })
    const { db } = app.services
    const [{ project, name }] = (await db
      .select({ project: sources.project, name: projects.name })
      .from(sources)
      .innerJoin(projects, eq(projects.id, sources.project))) as [{ project: string; name: string }]
    expect(await list()).toHaveLength(2)
    await destroyKey(app.services, { project, by: ana.id, name })
    expect(await list()).toEqual([])
  })

  it("[C33] are no more than can be looked through", async () => {
    await open()
    let status = 201
    for (let kept = 0; kept < 60 && status === 201; kept++)
      ({ status } = await keep({ name: `V${kept}`, idempotencyKey: `k${kept}` }))
    expect(status).toBe(409)
    expect(await list()).toHaveLength(50)
  })

  it("[C33] however often one is brought back, there is room for another: the oldest kept before that goes", async () => {
    await open()
    const [opened] = await list()
    for (let kept = 0; kept < 50; kept++)
      expect((await keep({ before: opened!.id, idempotencyKey: `k${kept}` })).status).toBe(201)
    const [last, ...before] = (await list()).map(({ id }) => id)
    expect((await keep({ name: "Avant relecture", idempotencyKey: "k" })).status).toBe(201)
    const now = (await list()).map(({ id }) => id)
    expect(now.slice(1)).toEqual([last, ...before.filter((id) => id !== before.at(-2))])
    expect(now.at(-1)).toBe(opened!.id)
  })
})
