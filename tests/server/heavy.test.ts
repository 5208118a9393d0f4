/** A transcript and a layer that take Yjs minutes, written by one of their coders on purpose. */
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Doc, encodeStateAsUpdate } from "yjs"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import * as handIns from "../../app/api/sources/[source]/hand-ins/route"
import * as pseudonyms from "../../app/api/sources/[source]/pseudonyms/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as transcribing from "../../app/api/sources/[source]/transcribing/route"
import * as transcript from "../../app/api/sources/[source]/transcript/route"
import * as versions from "../../app/api/sources/[source]/versions/route"
import { roomName } from "../../core/access"
import { source as sources } from "../../db/schema"
import { finishTranscribing } from "../../server/commands/transcribe"
import { loadLayer, loadWords } from "../../server/documents"
import { createCollector } from "../../server/sync/collector"
import { twoAtOnePlace } from "../fuzz/forged"
import { openCanaryStudy } from "../support/canaryStudy"
import { openShortStudy } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await app.services.collector.close()
  Object.assign(app.services, { collector: createCollector({ lightMs: 250, mostMs: 500, mustMs: 2_000 }) })
})
afterAll(async () => {
  await app.services.collector.close()
  await app.close()
})

const heavy = twoAtOnePlace(1, 20_000)
const nothing = encodeStateAsUpdate(new Doc())
const writeInto = (room: string, member: string, data = heavy) =>
  app.services.docs.append(room, [{ data, member, session: null }])

/** How often this thread came round meanwhile. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0
  const timer = setInterval(() => turns++, 10)
  await work
  clearInterval(timer)
  return turns
}

describe("a transcript that is too heavy to be opened", () => {
  it("[S51] is refused in words wherever it is asked for, beside the thread that serves everybody, and stays open", async () => {
    const { source, ana, ben } = await openShortStudy(app)
    const params = { source }
    const opening = () => app.call(transcribing.POST, { method: "POST", as: ana.token, params })
    const asked = {
      words: () => app.call(transcript.GET, { as: ana.token, params }),
      about: () => app.call(sourceRoute.GET, { as: ana.token, params }),
      where: () => app.call(erasures.GET, { as: ana.token, params, query: "?find=durand" }),
      names: () => app.call(pseudonyms.GET, { as: ben.token, params }),
      version: () =>
        app.call(versions.POST, {
          method: "POST",
          as: ben.token,
          params,
          body: { name: "Before", idempotencyKey: key() },
        }),
      ready: () => app.call(transcribing.DELETE, { method: "DELETE", as: ben.token, params }),
    }
    expect((await opening()).status).toBe(204)
    for (const [what, ask] of Object.entries(asked)) expect((await ask()).status, what).toBeLessThan(300)
    expect((await opening()).status).toBe(204)
    await app.call(pseudonyms.POST, { method: "POST", as: ben.token, params, body: { name: "Durand" } })
    await writeInto(roomName({ kind: "source", source }), ben.id)
    for (const [what, ask] of Object.entries(asked)) {
      // Another log than the one that was found too heavy just before.
      await writeInto(roomName({ kind: "source", source }), ben.id, nothing)
      const answer = ask()
      expect(await turnsDuring(answer), what).toBeGreaterThan(10)
      expect(await answer, what).toMatchObject({ status: 503, body: { code: "too-heavy" } })
    }
    expect(await closedBy(source)).toBe(null)
    // It became so heavy between the two steps of its closing.
    const closing = { transcribing: { from: 0, closedBy: ben.id } }
    await app.services.db.update(sources).set(closing).where(eq(sources.id, source))
    await finishTranscribing(app.services)
    expect(await closedBy(source)).toBe(null)
  }, 120_000)
})

describe("a layer that is too heavy to be opened", () => {
  it("[S51] is not handed in, and is emptied where words are erased, which are erased everywhere", async () => {
    const name = "Zyxwvhugues"
    const { source, passages, ana, ben } = await openCanaryStudy(app, name)
    const room = roomName({ kind: "layer", source, coder: ben.id })
    const body = { passage: passages[1], idempotencyKey: key() }
    await writeInto(room, ben.id)
    const handIn = app.call(handIns.POST, { method: "POST", as: ben.token, params: { source }, body })
    expect(await turnsDuring(handIn)).toBeGreaterThan(10)
    expect(await handIn).toMatchObject({ status: 503, body: { code: "too-heavy" } })
    const erased = await app.call(erasures.POST, {
      method: "POST",
      as: ana.token,
      params: { source },
      body: { spans: [], words: name, places: [], mark: "X" },
    })
    expect(erased.status).toBe(201)
    expect(await loadLayer(app.services, source, ben.id)).toMatchObject({ codings: [] })
    expect((await loadLayer(app.services, source, ana.id)).codings.length).toBeGreaterThan(0)
    expect((await loadWords(app.services, source)).text).not.toBe("")
  }, 120_000)
})

async function closedBy(source: string) {
  const [row] = await app.services.db.select().from(sources).where(eq(sources.id, source))
  return row!.transcribing?.closedBy
}

let keys = 0
const key = () => `key-${keys++}`
