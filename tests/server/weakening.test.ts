/** How blind a running source's coders are becomes weaker with the consent of both, and not otherwise. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as assignments from "../../app/api/sources/[source]/assignments/route"
import * as handIns from "../../app/api/sources/[source]/hand-ins/route"
import * as reviewRoute from "../../app/api/sources/[source]/review/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as consents from "../../app/api/sources/[source]/weakening/consents/route"
import * as weakening from "../../app/api/sources/[source]/weakening/route"
import type { Blindness } from "../../core/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { audit, reveal } from "../../db/schema"
import { createCode } from "../../server/commands/changeCodebook"
import { createSource } from "../../server/commands/createSource"
import { loadTranscript } from "../../server/documents"
import { auditOf } from "../../server/queries/audit"
import { openTestApp, type TestApp } from "../support/testApp"

type Person = Awaited<ReturnType<TestApp["person"]>>

let app: TestApp
let [odile, ana, ben, cem, sue] = [] as unknown as [Person, Person, Person, Person, Person]
let project: string
let source: string
let passages: readonly string[]
let code: string

beforeAll(async () => {
  app = await openTestApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  await app.empty()
  odile = await app.person("Odile")
  ;[ana, ben, cem, sue] = [
    await app.person("Ana"),
    await app.person("Ben"),
    await app.person("Cem"),
    await app.person("Sue"),
  ]
  project = await app.project(odile.id)
  for (const { id } of [ana, ben, cem]) await app.join(project, id, "coder")
  await app.join(project, sue.id, "supervisor")
  const about = { parent: null, codable: true, definition: "", colour: null }
  code = (await createCode(app.services, { project, by: odile.id, name: "peur", ...about })).id
  await bring("source")
})

/** Three passages of two words, coded by Ana and Ben. */
async function bring(blindness: Blindness, coders: readonly Person[] = [ana, ben]) {
  const words = ["Canary one.", "Second words.", "Third words."]
  const made = await createSource(app.services, {
    project,
    by: odile.id,
    title: "M7",
    kind: "interview",
    blindness,
    coders: coders.map(({ id }) => id),
    context: { who: "", where: "", how: "" },
    transcript: {
      speakers: [],
      turns: words.map((text) => ({ speaker: null, startMs: null, endMs: null, text })),
    },
    passages: words.map((_, at) => ({ fromTurn: at, toTurn: at + 1 })),
    recording: null,
  })
  ;({ id: source, passages } = made)
}

const params = () => ({ source })
const ask = (to: Blindness, who = odile) =>
  app.call(weakening.POST, { method: "POST", as: who.token, params: params(), body: { to } })
const withdraw = (named: string, who = odile) =>
  app.call(weakening.DELETE, {
    method: "DELETE",
    as: who.token,
    params: params(),
    body: { weakening: named },
  })
const consent = (named: string, who: Person) =>
  app.call(consents.POST, { method: "POST", as: who.token, params: params(), body: { weakening: named } })
const decline = (named: string, who: Person) =>
  app.call(consents.DELETE, {
    method: "DELETE",
    as: who.token,
    params: params(),
    body: { weakening: named },
  })
const read = async (who: Person) =>
  (await app.call(sourceRoute.GET, { as: who.token, params: params() })).body
const asked = async (to: Blindness) => (await ask(to)).body.weakening as string
const reveals = async () =>
  (await app.services.db.select().from(reveal)).map(({ passage, row }) => ({
    passage: passages.indexOf(passage),
    policy: row.policy,
    independent: row.independent,
  }))

async function complete(who: Person, at: number) {
  const { doc, text } = await loadTranscript(app.services, source)
  const from = text.indexOf("Canary")
  const coding = { id: `${who.id}-1`, code, anchor: anchorTo(doc, text, { from, to: from + 6 }) }
  const codings = at === 0 && who === ana ? [coding] : []
  const body = { passage: passages[at], codings, suggestedCodes: [], idempotencyKey: `${who.id}-${at}` }
  const { status } = await app.call(handIns.POST, {
    method: "POST",
    as: who.token,
    params: params(),
    body,
  })
  expect(status).toBe(201)
}

describe("a weaker policy", () => {
  it("[B26] is in force once both have consented, and not before", async () => {
    await complete(ana, 0)
    const named = await asked("passage")
    expect((await read(ana)).weakening).toEqual({
      id: named,
      to: "passage",
      state: "asked",
      mine: "waited-for",
    })
    expect((await consent(named, ana)).body).toEqual({ weakening: named, inForce: false })
    expect((await consent(named, ana)).body).toEqual({ weakening: named, inForce: false })
    expect((await read(ben)).source).toMatchObject({ blindness: "source", independent: true })
    expect((await consent(named, ben)).body).toEqual({ weakening: named, inForce: true })
    expect(await read(ben)).toMatchObject({
      source: { blindness: "passage", independent: false },
      weakening: null,
    })
    const trail = await app.services.db.select().from(audit)
    expect(trail.map(({ action }) => action)).toContain("blindness-weakened")
  })

  it("[B27] reveals at once what both had completed, as it was coded; what comes later is not independent", async () => {
    for (const who of [ana, ben]) await complete(who, 0)
    await complete(ana, 1)
    const named = await asked("passage")
    await consent(named, ana)
    const review = async () =>
      JSON.stringify((await app.call(reviewRoute.GET, { as: ben.token, params: params() })).body)
    expect(await reveals()).toEqual([])
    expect(await review()).not.toContain("Canary")
    await consent(named, ben)
    expect(await reveals()).toEqual([{ passage: 0, policy: "source", independent: true }])
    expect(await review()).toContain("Canary")
    await complete(ben, 1)
    expect(await reveals()).toContainEqual({ passage: 1, policy: "passage", independent: false })
  })

  it("[B26] is consented to by asking, for whoever codes the source", async () => {
    await bring("passage", [odile, ben])
    await complete(ben, 1)
    const named = await asked("open")
    expect((await read(odile)).weakening.mine).toBe("consented")
    expect((await consent(named, ben)).body.inForce).toBe(true)
  })

  it("[B26] is in force at once where who asks is the only one who codes", async () => {
    await bring("source", [odile])
    await complete(odile, 0)
    expect((await ask("passage")).body.inForce).toBe(true)
    expect(await reveals()).toEqual([{ passage: 0, policy: "source", independent: true }])
  })
})

describe("what was asked", () => {
  it("[B26] ends when one declines, when a consent is taken back, or when it is withdrawn", async () => {
    await complete(ana, 0)
    for (const end of [
      (named: string) => decline(named, ben),
      async (named: string) => {
        await consent(named, ana)
        return decline(named, ana)
      },
      (named: string) => withdraw(named),
    ]) {
      const named = await asked("open")
      expect((await end(named)).status).toBe(204)
      expect(await consent(named, ben)).toMatchObject({ status: 409, body: { code: "not-asked" } })
      expect((await read(ben)).weakening).toBeNull()
    }
    const named = await asked("open")
    await consent(named, ana)
    expect((await consent(named, ben)).body.inForce).toBe(true)
  })

  it("[B26] ends when others are assigned, and not when the same are", async () => {
    await complete(ana, 0)
    const assign = (...coders: Person[]) =>
      app.call(assignments.PUT, {
        method: "PUT",
        as: odile.token,
        params: params(),
        body: { coders: coders.map(({ id }) => id) },
      })
    const named = await asked("passage")
    await consent(named, ana)
    expect((await assign(ana, ben)).status).toBe(200)
    expect((await read(ana)).weakening.mine).toBe("consented")
    expect((await assign(ana, cem)).status).toBe(200)
    expect((await read(ana)).weakening).toBeNull()
    expect(await consent(named, cem)).toMatchObject({ status: 409, body: { code: "not-asked" } })
  })

  it("is refused before coding opens, where it is not weaker, and where something is asked already", async () => {
    expect(await ask("open")).toMatchObject({ status: 409, body: { code: "not-opened" } })
    await complete(ana, 0)
    expect(await ask("source")).toMatchObject({ status: 409, body: { code: "not-weaker" } })
    expect((await ask("passage")).status).toBe(201)
    expect(await ask("open")).toMatchObject({ status: 409, body: { code: "already-asked" } })
  })

  it("[B26] is asked by whoever may change the policy, and answered by those who code", async () => {
    await complete(ana, 0)
    expect(await ask("open", ana)).toMatchObject({ status: 403 })
    const named = await asked("open")
    for (const who of [odile, cem, sue]) expect((await consent(named, who)).status).toBe(403)
    for (const who of [ana, sue]) expect((await withdraw(named, who)).status).toBe(403)
    expect(await consent("another", ana)).toMatchObject({ status: 409, body: { code: "not-asked" } })
    expect((await read(ana)).weakening.id).toBe(named)
  })

  it("[B28] is told to the coders and to who may ask, without the other's answer", async () => {
    await complete(ana, 0)
    const named = await asked("passage")
    const before = await read(ben)
    await consent(named, ana)
    expect(await read(ben)).toEqual(before)
    expect((await read(ana)).weakening.mine).toBe("consented")
    for (const who of [cem, sue]) expect((await read(who)).weakening).toBeNull()
    expect((await read(odile)).weakening).toMatchObject({ state: "asked", mine: null })
    await decline(named, ana)
    expect((await read(odile)).weakening).toMatchObject({ state: "declined", mine: null })
  })
})

describe("the trail", () => {
  it("[B28, S75] says that it was asked and withdrawn, and never who declined", async () => {
    const trail = async () =>
      (await auditOf(app.services, project, { limit: 100 })).entries.map(({ action }) => action)
    await complete(ana, 0)
    const withoutIt = await trail()
    await decline(await asked("open"), ben)
    expect(await trail()).toEqual(["weakening-asked", ...withoutIt])
    expect((await auditOf(app.services, project, { by: ben.id })).entries).toEqual([])
    await withdraw(await asked("open"))
    expect(await trail()).toEqual(["weakening-withdrawn", "weakening-asked", "weakening-asked", ...withoutIt])
    const noted = await app.services.db.select().from(audit)
    const ofBen = noted.filter((row) => row.account === ben.id && row.project === project)
    expect(ofBen.map(({ action }) => action)).toEqual(["weakening-declined"])
  })
})

describe("a stricter policy", () => {
  it("[B26] is refused once coding has opened, asked for or changed", async () => {
    await bring("open")
    const change = (blindness: Blindness) =>
      app.call(sourceRoute.PATCH, {
        method: "PATCH",
        as: odile.token,
        params: params(),
        body: { blindness },
      })
    expect((await change("passage")).status).toBe(200)
    await complete(ana, 0)
    expect(await change("source")).toMatchObject({ status: 409, body: { code: "coding-opened" } })
    expect(await ask("source")).toMatchObject({ status: 409, body: { code: "not-weaker" } })
    expect(await change("open")).toMatchObject({ status: 409, body: { code: "needs-consent" } })
  })
})
