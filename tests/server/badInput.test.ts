import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as codesRoute from "../../app/api/projects/[project]/codes/route"
import * as reviewRoute from "../../app/api/sources/[source]/review/route"
import { openTestApp, type TestApp } from "../support/testApp"

describe("what no database could hold", () => {
  let app: TestApp
  beforeAll(async () => {
    app = await openTestApp()
  })
  afterAll(() => app.close())

  it("is answered with a refusal", async () => {
    const ana = await app.person("Ana")
    const project = await app.project(ana.id)
    const make = (body: object) =>
      app.call(codesRoute.POST, { method: "POST", as: ana.token, params: { project }, body })
    expect((await make({ name: "peur", id: "mine" })).status).toBe(201)
    expect((await make({ name: "temps", id: "mine" })).body.code).toBe("invalid-body")
    expect((await make({ name: "te\0mps" })).body.code).toBe("invalid-body")
    const nowhere = await app.call(reviewRoute.GET, { as: ana.token, params: { source: "a\0b" } })
    expect(nowhere.body.code).toBe("not-found")
  })
})
