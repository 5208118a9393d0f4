import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as invitationRoute from "../../app/api/invitations/[secret]/route"
import { routes } from "../../app/api/routes"
import { type Bound, bounds, createBounds } from "../../server/bounds"
import { createToken } from "../../server/commands/createToken"
import { beginGuide } from "../../server/commands/guides"
import { provideServices, type Services } from "../../server/services"
import { nameOf, operations } from "../support/api"
import { insertedMemo } from "../support/recorderCast"
import { openShortStudy, type ShortStudy, type Someone } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

const HOUR = 60 * 60 * 1000
const two = { atOnce: 2, perHour: 2 }
const few: Record<Bound, typeof two> = {
  link: two,
  inviting: two,
  correcting: two,
  importing: two,
  opening: two,
  sending: two,
  exporting: two,
  erasing: two,
  gathering: two,
  memberCheck: two,
}

let app: TestApp
let study: ShortStudy
let claire: Someone
let guide: string
let now: number
beforeAll(async () => {
  app = await openTestApp()
  study = await openShortStudy(app)
  await study.code("fear")
  ;({ id: guide } = await beginGuide(app.services, { project: study.project, by: study.ana.id }))
  claire = await app.person("Claire")
  await app.join(study.project, claire.id, "supervisor")
})
beforeEach(() => {
  now = 0
  provideServices(bounding())
})
afterAll(() => app.close())

/** The services, bounded as tightly as a test can wait for. */
const bounding = (): Services => ({ ...app.services, bounds: createBounds(few, () => now) })

const bounded = operations.filter(({ rule }) => rule.bound !== undefined)

describe("[S57] what is dear", () => {
  it("is bounded, each under its own name", () => {
    const names = (bound: Bound) =>
      bounded
        .filter(({ rule }) => rule.bound === bound)
        .map(nameOf)
        .sort()
    expect(Object.fromEntries(Object.keys(bounds).map((bound) => [bound, names(bound as Bound)]))).toEqual({
      link: [
        "GET /api/invitations/{secret}",
        "POST /api/first-account/{secret}",
        "POST /api/invitations/{secret}/acceptance",
      ],
      inviting: ["POST /api/projects/{project}/members", "POST /api/sources/{source}/member-checks"],
      correcting: [
        "POST /api/sources/{source}/corrections",
        "POST /api/sources/{source}/pseudonyms",
        "POST /api/sources/{source}/versions",
      ],
      importing: [
        "POST /api/projects/{project}/sources",
        "POST /api/projects/{project}/transcript-readings",
        "POST /api/sources/{source}/machine-transcript",
        "PUT /api/sources/{source}/recording",
      ],
      opening: [
        "DELETE /api/sources/{source}/notes/closing",
        "DELETE /api/sources/{source}/transcribing",
        "POST /api/sources/{source}/notes/closing",
        "POST /api/sources/{source}/transcribing",
        "PUT /api/sources/{source}/passages",
      ],
      sending: ["PATCH /api/projects/{project}/uploads/{upload}", "POST /api/projects/{project}/uploads"],
      exporting: [
        "GET /api/projects/{project}/agreement/export",
        "GET /api/projects/{project}/export",
        "GET /api/projects/{project}/pseudonyms/standing",
      ],
      erasing: [
        "DELETE /api/guides/{guide}",
        "DELETE /api/memos/{memo}",
        "DELETE /api/projects/{project}",
        "DELETE /api/projects/{project}/participants",
        "DELETE /api/projects/{project}/participants/variables/{variable}",
        "DELETE /api/projects/{project}/pseudonyms",
        "DELETE /api/projects/{project}/pseudonyms/{pseudonym}",
        "DELETE /api/sources/{source}",
        "DELETE /api/sources/{source}/recording",
        "POST /api/sources/{source}/erasures",
        "POST /api/sources/{source}/recording/silences",
      ],
      gathering: [
        "GET /api/codes/{code}/merge",
        "GET /api/projects/{project}/agreement",
        "GET /api/projects/{project}/audit",
        "GET /api/projects/{project}/member-checks",
        "GET /api/projects/{project}/participants",
        "GET /api/projects/{project}/participants/{participant}/standing",
        "GET /api/projects/{project}/queue",
        "GET /api/projects/{project}/tree",
        "GET /api/sources/{source}/erasures",
        "GET /api/sources/{source}/member-checks",
        "GET /api/sources/{source}/notes",
        "GET /api/sources/{source}/notes/names",
        "GET /api/sources/{source}/pseudonyms",
        "GET /api/sources/{source}/review",
        "GET /api/sources/{source}/speaking",
        "POST /api/sources/{source}/batches",
      ],
      // Counted by link, by the pages of participants, which are no part of the API.
      memberCheck: [],
    })
  })

  const byNext = bounded.filter(({ path, method, rule }) => {
    const handlers = routes[path] as Record<string, unknown> | undefined
    return rule.for === "members" && handlers?.[method] !== undefined
  })
  it.each(byNext.map((operation) => [nameOf(operation), operation] as const))(
    "is refused to who asks too often, and to nobody else: %s",
    async (_, { path, method }) => {
      const handler = (routes[path] as Record<string, Parameters<TestApp["call"]>[0]>)[method]!
      const ids: Record<string, string> = {
        project: study.project,
        source: study.source,
        code: "fear",
        guide,
      }
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, ids[name!]!] as const)
      // Of an empty body it is told what is missing, and nothing is done.
      const ask = async (as: string) => {
        const memo =
          path.endsWith("/{memo}") &&
          (await insertedMemo(app, { project: study.project, author: study.ana.id, sharing: "shared" }))
        return app.call(handler, {
          method,
          as,
          params: { ...Object.fromEntries(named), ...(memo && { memo }) },
          body: method === "GET" ? undefined : {},
        })
      }
      const [one, other] = path.endsWith("/queue") ? [claire, study.ana] : [study.ana, study.ben]
      const first = await ask(one.token)
      // No such name is in the key, nobody is in the table; no program is there.
      const isNothing = /\{(pseudonym|participant|variable)\}/.test(path)
      const more = isNothing ? 404 : path.endsWith("/machine-transcript") ? 409 : 200
      expect([200, 204, 422, more]).toContain(first.status)
      await ask(one.token)
      expect(await ask(one.token)).toEqual({
        status: 429,
        body: {
          type: "/problems/too-many-requests",
          title: "too-many-requests",
          code: "too-many-requests",
          status: 429,
          retryAfter: 1800,
        },
      })
      expect((await ask(other.token)).status).not.toBe(429)
      now = HOUR
      expect((await ask(one.token)).status).toBe(first.status)
    },
  )

  it("says when to ask again where every client looks for it", async () => {
    const request = () => new Request("http://binome.test/", { headers: { "x-binome-address": "192.0.2.7" } })
    const follow = () => invitationRoute.GET(request(), { params: Promise.resolve({ secret: "none" }) })
    await follow()
    now = HOUR / 4
    await follow()
    await follow()
    const refused = await follow()
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "900"])
  })

  it("is counted by address for who is not signed in, and not at all where addresses tell nobody apart", async () => {
    const follow = (address: string) =>
      app.call(invitationRoute.GET, { params: { secret: "none" }, headers: { "x-binome-address": address } })
    const statuses = async (address: string) => [
      (await follow(address)).status,
      (await follow(address)).status,
      (await follow(address)).status,
    ]
    expect(await statuses("192.0.2.7")).toEqual([404, 404, 429])
    expect(await statuses("192.0.2.8")).toEqual([404, 404, 429])
    expect(await statuses("127.0.0.1")).toEqual([404, 404, 404])
  })

  it("counts a file before it is read, over all the sign-ins of one person", async () => {
    const served = await app.listen(bounding())
    const { ana, project } = study
    const another = (await createToken(app.services, { account: ana.id, label: "another", days: 1 })).secret
    const read = async (token: string) => {
      const body = new FormData()
      body.set("text", "A: One.\nB: Two.")
      const headers = { authorization: `Bearer ${token}` }
      const path = `/api/projects/${project}/transcript-readings`
      return (await fetch(`${served.origin}${path}`, { method: "POST", headers, body })).status
    }
    try {
      expect([await read(ana.token), await read(another), await read(another)]).toEqual([200, 200, 429])
    } finally {
      await served.stop()
    }
  })
})

describe("[S57] who works", () => {
  it("all day long without a rest meets no bound; who asks without end does", () => {
    let time = 0
    const day = createBounds(bounds, () => time)
    for (let minute = 0; minute < 8 * 60; minute++) {
      time += HOUR / 60
      for (const bound of Object.keys(bounds) as Bound[]) day.demand(bound, "ana")
      for (let more = 0; more < 20; more++) day.demand("gathering", "ana")
    }
    for (const bound of Object.keys(bounds) as Bound[]) {
      const withoutEnd = () => {
        for (let tries = 0; tries < 1_000; tries++) day.demand(bound, "ana")
      }
      expect(withoutEnd).toThrow("too-many-requests")
    }
  })
})
