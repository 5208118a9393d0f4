import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as listeningsRoute from "../../app/api/projects/[project]/queue/listenings/route"
import * as queueRoute from "../../app/api/projects/[project]/queue/route"
import * as rulingsRoute from "../../app/api/projects/[project]/queue/rulings/route"
import { account, membership, project as projects, source as sources } from "../../db/schema"
import { createToken } from "../../server/commands/createToken"
import { refer } from "../../server/commands/refer"
import { seedDemo } from "../../server/demo/seedDemo"
import { hideNames, type Queue, queueOf } from "../../server/queries/queue"
import { reviewOf } from "../../server/queries/review"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let project: string
let source: string
let ids: Record<"owner" | "coder" | "supervisor", string>
let tokens: Record<"owner" | "coder" | "supervisor", string>

beforeAll(async () => {
  app = await openTestApp({ DEMO_PASSWORD: "a long enough password" })
  await seedDemo(app.services)
  const { db } = app.services
  project = (await db.select().from(projects))[0]!.id
  const members = await db.select().from(membership)
  const by = (role: string) => members.find((member) => member.role === role)!.account
  ids = { owner: by("owner"), coder: by("coder"), supervisor: by("supervisor") }
  const token = async (id: string) =>
    (await createToken(app.services, { account: id, label: "test", days: 1 })).secret
  tokens = {
    owner: await token(ids.owner),
    coder: await token(ids.coder),
    supervisor: await token(ids.supervisor),
  }
  source = (await db.select().from(sources)).find(({ title }) => title === "Entretien M7")!.id
}, 240_000)
afterAll(() => app.close())

const queue = async (): Promise<Queue> => queueOf(app.services, project, ids.supervisor)
const rule = (body: object, as: keyof typeof tokens = "supervisor") =>
  app.call(rulingsRoute.POST, { method: "POST", as: tokens[as], params: { project }, body })

describe("the queue", () => {
  it("is the supervisor's alone", async () => {
    const asked = (as: keyof typeof tokens) =>
      app.call(queueRoute.GET, { as: tokens[as], params: { project } })
    expect([(await asked("owner")).status, (await asked("coder")).status]).toEqual([404, 404])
    expect((await asked("supervisor")).body.items).toHaveLength(1)
  })

  it("holds what was referred, with words, readings and reasons, and what was decided before", async () => {
    const { items, decided } = await queue()
    const [item] = items
    expect(item!.readings.map(({ side }) => side)).toEqual(["a", "b"])
    expect(item!.reasons[0]!.text).toContain("Ana")
    expect(item!.turns.some((turn) => turn.text.includes("il faut que je reste"))).toBe(true)
    expect(decided.map(({ stands }) => stands)).toEqual([["renouveler sans choisir"]])
  })
})

describe("[B21] with names hidden", () => {
  /** Everything that would tell who a coder is. */
  const traces = async () => {
    const people = await app.services.db.select().from(account)
    const { flags, codings } = await reviewOf(app.services, source)
    const referred = Object.values(flags).filter(({ standing }) => standing.is === "referred")
    const times = referred.flatMap(({ history }) => history.map(({ at }) => at))
    const units = referred.flatMap((flag) => [
      flag.id,
      ...flag.units,
      ...flag.units.map((unit) => codings[unit]!.id),
    ])
    const names = people.flatMap(({ name }) => [name, ...name.split(" ")])
    return { ids: people.map(({ id }) => id), names, times, units }
  }

  it("holds no id, name, time or unit of a coder", async () => {
    const { items } = await queue()
    const shown = JSON.stringify(items)
    const hidden = JSON.stringify(hideNames(items, () => 0.7))
    const { ids, names, times, units } = await traces()
    const foundIn = (text: string, all: readonly string[]) =>
      all.filter((one) => text.includes(JSON.stringify(one).slice(1, -1)))
    expect(foundIn(hidden, ids)).toEqual([])
    expect(foundIn(hidden, names)).toEqual([])
    expect(foundIn(hidden, times)).toEqual([])
    expect(units.filter((unit) => hidden.includes(`"${unit}"`))).toEqual([])
    // The same search finds them where names are shown, so it could have found them above.
    expect(foundIn(shown, ids).length).toBeGreaterThan(0)
    expect(foundIn(shown, names).length).toBeGreaterThan(0)
    expect(foundIn(shown, times).length).toBeGreaterThan(0)
  })

  it("draws the two sides anew for each disagreement", async () => {
    const [item] = (await queue()).items
    const draws = [0.1, 0.9]
    const [one, other] = hideNames([item!, item!], () => draws.shift()!)
    expect(one!.readings.map(({ code }) => code)).toEqual(other!.readings.map(({ code }) => code).reverse())
    expect(one!.readings.map(({ side }) => side)).toEqual(["a", "b"])
  })

  it("says nothing by the order of the reasons", async () => {
    const [item] = (await queue()).items
    const reasons = [
      { by: ids.owner, text: "un" },
      { by: ids.coder, text: "deux" },
    ]
    const texts = (given: typeof reasons) =>
      hideNames([{ ...item!, reasons: given }], () => 0)[0]!.reasons.map(({ text }) => text)
    expect(texts(reasons)).toEqual(texts([...reasons].reverse()))
  })
})

describe("ruling from the queue", () => {
  it("asks to listen first, keeps that one has, and takes a reading by what it says", async () => {
    const [shown] = (await queue()).items
    const [item] = hideNames([shown!], () => 0)
    const { code, words } = item!.readings[0]!
    const body = { item: item!.id, verdict: { kind: "this-reading", code, words }, reason: "À l’écoute." }
    expect((await rule(body)).body.code).toBe("listen-first")

    const clip = { startMs: Math.round(item!.clip!.startMs), endMs: Math.round(item!.clip!.endMs) }
    const heard = { item: item!.id, ...clip, heardMs: 20_000, together: false }
    const kept = await app.call(listeningsRoute.POST, {
      method: "POST",
      as: tokens.supervisor,
      params: { project },
      body: heard,
    })
    expect(kept.status).toBe(201)
    expect((await queue()).items[0]!.heard).toBe(true)

    expect((await rule(body)).status).toBe(201)
    const { flags } = await reviewOf(app.services, source)
    const of = shown!.readings.find((reading) => reading.code === code)!.side
    const ruled = Object.values(flags).filter(
      ({ standing }) => standing.is === "resolved" && standing.resolution.reason === "À l’écoute.",
    )
    expect(ruled.map(({ standing }) => standing.is === "resolved" && standing.resolution.verdict)).toEqual([
      { kind: "reading", of },
    ])
  })

  it("can be taken back, and the point is referred again", async () => {
    const before = await queue()
    expect(before.items).toHaveLength(0)
    const undone = await app.call(rulingsRoute.DELETE, {
      method: "DELETE",
      as: tokens.supervisor,
      params: { project },
      body: { item: before.decided[0]!.id },
    })
    expect(undone.status).toBe(204)
    expect((await queue()).items).toHaveLength(1)
  })

  it("shows the oldest referral first", async () => {
    const { flags } = await reviewOf(app.services, source)
    const open = Object.values(flags).find(
      ({ standing, kind }) => standing.is === "open" && kind === "omission",
    )!
    await refer(app.services, {
      disagreement: open.id,
      by: ids.owner,
      reason: "later",
      whyNotListened: null,
      key: null,
    })
    const { items } = await queue()
    expect(items.map(({ kind }) => kind)).toEqual(["code", "omission"])
  })

  it("[B13] answers an id that stands for nothing, and people who may not rule, without telling more", async () => {
    const verdict = { kind: "both" }
    expect((await rule({ item: "nothing", verdict, reason: "x" })).status).toBe(404)
    expect((await rule({ item: "nothing", verdict, reason: "x" }, "owner")).status).toBe(403)
  })
})
