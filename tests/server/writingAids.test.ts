import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as aids from "../../app/api/projects/[project]/writing-aids/route"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let ana: { id: string; token: string }
let ben: { id: string; token: string }
let project: string
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  await app.empty()
  ana = await app.person("Ana")
  ben = await app.person("Ben")
  project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
})
afterAll(() => app.close())

const known = async (who = ana, where = project) =>
  (await app.call(aids.GET, { as: who.token, params: { project: where } })).body
const change = (body: object, who = ana) =>
  app.call(aids.PATCH, { method: "PATCH", as: who.token, params: { project }, body })

const abbreviations = [{ short: "md", long: "médecin" }]

describe("what one has chosen to write quicker", () => {
  it("is nothing at first, then one's own alone", async () => {
    expect(await known()).toEqual({ keys: {}, abbreviations: [] })
    expect(await change({ abbreviations })).toMatchObject({ status: 200, body: { abbreviations } })
    expect((await known()).abbreviations).toEqual(abbreviations)
    expect((await known(ben)).abbreviations).toEqual([])
  })

  it("has keys in all of one's projects, abbreviations in the one they were made in", async () => {
    await change({ keys: { play: "F13" } })
    await change({ abbreviations })
    const other = await app.project(ana.id, "Another")
    expect(await known()).toEqual({ keys: { play: "F13" }, abbreviations })
    expect(await known(ana, other)).toEqual({ keys: { play: "F13" }, abbreviations: [] })
  })

  it("is refused where it is no list of short things for long ones", async () => {
    for (const [short, long] of [
      ["m d", "médecin"],
      ["", "médecin"],
      ["md", ""],
      ["md", "deux\nlignes"],
      ["md", "x".repeat(301)],
    ])
      expect((await change({ abbreviations: [{ short, long }] })).status).toBe(422)
    const many = [...Array(301).keys()].map((at) => ({ short: `a${at}`, long: "b" }))
    expect((await change({ abbreviations: many })).status).toBe(422)
    expect((await change({ abbreviations: many.slice(1) })).status).toBe(200)
    expect((await change({ keys: { play: "x".repeat(61) } })).status).toBe(422)
  })
})
