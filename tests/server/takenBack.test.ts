/** What is handed in and taken back again leaves no trace for others. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as projectRoute from "../../app/api/projects/[project]/route"
import * as assignmentsRoute from "../../app/api/sources/[source]/assignments/route"
import * as passagesRoute from "../../app/api/sources/[source]/passages/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as weakeningRoute from "../../app/api/sources/[source]/weakening/route"
import { weakening } from "../../db/schema"
import { takeBack } from "../../server/commands/takeBack"
import { overviewOf } from "../../server/queries/overview"
import { reviewOf } from "../../server/queries/review"
import { openShortStudy } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

describe("[B29] a hand-in that is taken back", () => {
  it("is neither seen nor felt by anybody else", async () => {
    const { ana, ben, project, source, passages, handIn } = await openShortStudy(app)
    const cem = await app.person("Cem")
    await app.join(project, cem.id, "coder")
    const ask = (route: object, method: string, body?: object, params: Record<string, string> = { source }) =>
      app.call((route as any)[method], { method, as: ana.token, params, body })
    const owner = { id: ana.id, role: "owner", codes: new Set([source]) } as const
    const seen = async () => [
      (await ask(sourceRoute, "GET")).body,
      (await ask(projectRoute, "GET", undefined, { project })).body,
      await overviewOf(app.services, project, owner),
      await reviewOf(app.services, source),
    ]
    const felt = async () => [
      (await ask(assignmentsRoute, "PUT", { coders: [ana.id] })).status,
      (await ask(assignmentsRoute, "PUT", { coders: [ana.id, cem.id] })).status,
      (await ask(assignmentsRoute, "PUT", { coders: [ana.id, ben.id] })).status,
      (await ask(passagesRoute, "PUT", { starts: [0] })).status,
      (await ask(passagesRoute, "PUT", { starts: [0, 1] })).status,
      (await ask(sourceRoute, "PATCH", { blindness: "open" })).status,
      (await ask(sourceRoute, "PATCH", { blindness: "passage" })).status,
      (await ask(weakeningRoute, "POST", { to: "passage" })).body.code,
    ]
    const before = await seen()
    await handIn(ben, 0)
    const meanwhile = await seen()
    expect(meanwhile.map((each, at) => JSON.stringify(each) === JSON.stringify(before[at]))).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(await felt()).toEqual([409, 409, 200, 409, 409, 409, 200, "not-weaker"])
    await takeBack(app.services, { source, passage: passages[0]!, coder: ben.id, expectedRevision: 1 })
    expect(await seen()).toEqual(before)
    expect(await felt()).toEqual([200, 200, 200, 200, 200, 200, 200, "not-opened"])
  })

  it("leaves coding opened where another stands, and lets who took theirs back be replaced", async () => {
    await app.empty()
    const { ana, ben, project, source, passages, handIn } = await openShortStudy(app)
    const cem = await app.person("Cem")
    await app.join(project, cem.id, "coder")
    await handIn(ben, 0)
    await handIn(ana, 1)
    const own = { source, passage: passages[0]!, coder: ben.id, expectedRevision: null }
    await takeBack(app.services, own)
    const assign = (coders: string[]) =>
      app.call(assignmentsRoute.PUT, { method: "PUT", as: ana.token, params: { source }, body: { coders } })
    const cut = { method: "PUT", as: ana.token, params: { source }, body: { starts: [0] } }
    expect((await app.call(passagesRoute.PUT, cut)).body.code).toBe("coding-opened")
    expect((await assign([ben.id, cem.id])).body.code).toBe("coding-opened")
    expect((await assign([ana.id, cem.id])).status).toBe(200)
  })

  it("[B26] leaves no question open: who sets the policy anew withdraws what was asked", async () => {
    await app.empty()
    const { ana, ben, source, passages, handIn } = await openShortStudy(app)
    const ask = (route: object, method: string, body: object) =>
      app.call((route as any)[method], { method, as: ana.token, params: { source }, body })
    await handIn(ben, 0)
    expect((await ask(weakeningRoute, "POST", { to: "open" })).body.inForce).toBe(false)
    await takeBack(app.services, { source, passage: passages[0]!, coder: ben.id, expectedRevision: null })
    const asked = async () => (await app.services.db.select().from(weakening)).map(({ ended }) => ended)
    expect(await asked()).toEqual([null])
    expect((await ask(sourceRoute, "PATCH", { blindness: "source" })).status).toBe(200)
    expect(await asked()).toEqual(["withdrawn"])
  })
})
