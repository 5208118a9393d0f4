import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as aids from "../../app/api/projects/[project]/writing-aids/route"
import { membership } from "../../db/schema"
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

  it("[C45] changes where something is said of it, so that no page that knows less brings back what was erased", async () => {
    const old = { short: "dr", long: "Dr Durand" }
    await change({ abbreviations: [old, { short: "jcp", long: "je crois pas" }] })
    const cleaned = [
      { short: "dr", long: "Dr [⋯]" },
      { short: `x[⋯]${"y".repeat(30)}`, long: "z" },
    ]
    await app.services.db
      .update(membership)
      .set({ abbreviations: cleaned })
      .where(eq(membership.account, ana.id))
    const { body } = await change({ abbreviations: [abbreviations[0]!, { short: "new", long: "new words" }] })
    expect(body.abbreviations).toEqual([...cleaned, abbreviations[0], { short: "new", long: "new words" }])
    const gone = [cleaned[1]!.short, "new", "nothing"].map((short) => ({ short, long: null }))
    await change({ abbreviations: [...gone, { short: "md", long: "médecine" }] })
    expect((await known()).abbreviations).toEqual([cleaned[0], { short: "md", long: "médecine" }])
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
    expect((await change({ abbreviations: many.slice(0, 1) })).status).toBe(422)
    expect((await change({ abbreviations: many.slice(-1) })).status).toBe(200)
    expect((await change({ keys: { play: "x".repeat(61) } })).status).toBe(422)
  })
})
