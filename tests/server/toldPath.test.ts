import { afterAll, beforeAll, expect, it, vi } from "vitest"
import { door } from "../../server/door"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

it("[S48] a route that fails is told by its path, without the secret of a link", async () => {
  const told = vi.spyOn(app.services.log, "error").mockImplementation(() => {})
  const failing = door({ for: "anyone", summary: "fails" }, async () => {
    throw new Error("broken")
  })
  const pathOf = async (path: string, params: Record<string, string>) => {
    told.mockClear()
    const answer = await failing(new Request(`http://binome.test${path}`), {
      params: Promise.resolve(params),
    })
    expect(answer.status).toBe(500)
    return told.mock.calls.map(([said]) => (said as { path: string }).path)
  }
  const secret = "q9v_-Zt4"
  expect(await pathOf(`/api/invitations/${secret}/acceptance`, { secret })).toEqual([
    "/api/invitations/…/acceptance",
  ])
  expect(await pathOf("/api/projects/p1/tree", { project: "p1" })).toEqual(["/api/projects/p1/tree"])
})
