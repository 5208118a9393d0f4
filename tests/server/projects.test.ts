import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as projectRoute from "../../app/api/projects/[project]/route"
import * as projects from "../../app/api/projects/route"
import { audit } from "../../db/schema"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(() => app.empty())
afterAll(() => app.close())

const create = (as: string | undefined, body: unknown) =>
  app.call(projects.POST, { method: "POST", as, body })

describe("a project", () => {
  it("belongs to who makes it, and keeps the approach that was chosen", async () => {
    const ana = await app.person("Ana")
    const made = await create(ana.token, { name: "Renoncement aux soins", approach: "grounded-theory" })
    expect(made.status).toBe(201)
    const listed = await app.call(projects.GET, { as: ana.token })
    expect(listed.body).toEqual([
      expect.objectContaining({ id: made.body.id, role: "owner", approach: "grounded-theory", sources: 0 }),
    ])
    const trail = await app.services.db.select().from(audit)
    expect(trail.map(({ action }) => action)).toContain("project-created")
  })

  it("is made by nobody who is not signed in, and not without a name", async () => {
    const ana = await app.person("Ana")
    expect(await create(undefined, { name: "x" })).toMatchObject({
      status: 401,
      body: { code: "not-signed-in" },
    })
    expect(await create(ana.token, { name: "  " })).toMatchObject({
      status: 422,
      body: { code: "invalid-body" },
    })
  })

  it("[B13] is not there for strangers, exactly as one that does not exist", async () => {
    const [ana, eve] = [await app.person("Ana"), await app.person("Eve")]
    const project = await app.project(ana.id)
    const read = (as: string, id: string) => app.call(projectRoute.GET, { as, params: { project: id } })
    expect((await read(ana.token, project)).body).toMatchObject({ id: project, members: [{ name: "Ana" }] })
    expect(await read(eve.token, project)).toEqual(await read(eve.token, "nothing"))
    expect((await app.call(projects.GET, { as: eve.token })).body).toEqual([])
  })

  it("is changed by its owner, and by no other member", async () => {
    const [ana, ben] = [await app.person("Ana"), await app.person("Ben")]
    const project = await app.project(ana.id)
    await app.join(project, ben.id, "coder")
    const change = (as: string) =>
      app.call(projectRoute.PATCH, { method: "PATCH", as, params: { project }, body: { tolerance: 0.7 } })
    expect(await change(ben.token)).toMatchObject({ status: 403, body: { code: "not-allowed" } })
    expect(await change(ana.token)).toMatchObject({
      status: 200,
      body: { tolerance: 0.7, approach: "thematic" },
    })
  })
})
