/** What is handed in and taken back again leaves no trace for others. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as projectRoute from "../../app/api/projects/[project]/route"
import * as assignmentsRoute from "../../app/api/sources/[source]/assignments/route"
import * as passagesRoute from "../../app/api/sources/[source]/passages/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as weakeningRoute from "../../app/api/sources/[source]/weakening/route"
import { weakening } from "../../db/schema"
import { handIn } from "../../server/commands/handIn"
import { takeBack } from "../../server/commands/takeBack"
import { endWeakening } from "../../server/commands/weakenBlindness"
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
    const owner = {
      id: ana.id,
      role: "owner",
      codes: new Set([source]),
      corrects: new Set<string>(),
    } as const
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

  it("[B26] leaves no question open, and no policy weaker for what was never revealed", async () => {
    await app.empty()
    const { ana, ben, source, passages, handIn } = await openShortStudy(app)
    const ask = (as: string, body?: object) => {
      const call = { as, params: { source }, ...(body && { method: "POST", body }) }
      return app.call(body ? weakeningRoute.POST : sourceRoute.GET, call)
    }
    const back = { source, passage: passages[0]!, coder: ben.id, expectedRevision: null }
    const asked = async () => (await ask(ana.token)).body.weakening?.state ?? null
    await handIn(ben, 0)
    expect((await ask(ana.token, { to: "open" })).body.inForce).toBe(false)
    expect(await asked()).toBe("asked")
    await takeBack(app.services, back)
    expect(await asked()).toBeNull()
    expect((await app.services.db.select().from(weakening)).map(({ ended }) => ended)).toEqual(["withdrawn"])

    await handIn(ben, 1)
    const { weakening: id } = (await ask(ana.token, { to: "open" })).body
    await endWeakening(app.services, { source, weakening: id, by: ben.id, as: "declined" })
    expect(await asked()).toBe("declined")
    await takeBack(app.services, { ...back, passage: passages[1]! })
    expect(await asked()).toBeNull()
  })

  it("[S4] completes no other words than its coder saw, when the borders moved before it came once more", async () => {
    await app.empty()
    const { ana, ben, source, passages } = await openShortStudy(app)
    const starts = (given: number[]) =>
      app.call(passagesRoute.PUT, {
        method: "PUT",
        as: ana.token,
        params: { source },
        body: { starts: given },
      })
    const sent = (passage: string, idempotencyKey: string) =>
      handIn(app.services, {
        ...{ source, passage, coder: ben.id, idempotencyKey },
        ...{ codings: [], suggestedCodes: [], expectedRevision: 0 },
      })
    for (const [at, passage] of passages.entries()) {
      expect(await sent(passage, `key ${at}`)).toMatchObject({ revision: 1 })
      await takeBack(app.services, { source, passage, coder: ben.id, expectedRevision: 1 })
    }
    // The same borders: the answer that was lost is given again, and nothing stands.
    expect((await starts([0, 1])).body.passages).toEqual(passages)
    expect(await sent(passages[0]!, "key 0")).toMatchObject({ revision: 1 })
    expect(
      (await app.call(sourceRoute.GET, { as: ana.token, params: { source } })).body.source.codingOpened,
    ).toBe(false)
    // Other borders are other passages, whether somebody had completed one or not.
    const { passages: wider } = (await starts([0])).body
    expect(passages).not.toContain(wider[0])
    await expect(sent(passages[0]!, "key 0")).rejects.toThrow("not-found")
    expect((await starts([0, 1])).body.passages).not.toContain(passages[0])
    expect(await sent((await starts([0, 1])).body.passages[0], "key 0")).toMatchObject({ revision: 1 })
  })
})
