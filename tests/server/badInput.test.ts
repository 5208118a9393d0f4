/** [S55] Whatever is sent is understood or refused with its reason; nothing sent makes the server fail. */
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { routes } from "../../app/api/routes"
import { account, code as codes } from "../../db/schema"
import { RAW_ROUTES } from "../../server/http/rawRoutes"
import { checkPassword } from "../../server/signIn"
import { nameOf, operations } from "../support/api"
import { type CallerName, type Cast, openCast, paramsFor } from "../support/recorderCast"
import { openTestApp, PASSWORD, type TestApp } from "../support/testApp"

let app: TestApp
let cast: Cast
beforeAll(async () => {
  app = await openTestApp()
  cast = await openCast(app)
}, 120_000)
afterAll(() => app.close())

type Handler = Parameters<TestApp["call"]>[0]

interface Asking {
  readonly as?: CallerName
  readonly params?: Record<string, string>
  readonly query?: string
  readonly body?: unknown
}

async function ask(operation: string, { as = "owner", params = {}, query = "", body }: Asking) {
  const [method, path] = operation.split(" ") as [string, string]
  const handler = (routes[path] as unknown as Record<string, Handler>)[method]!
  const headers = cast.headers[as]
  return app.call(handler, {
    method,
    params,
    query,
    headers,
    ...(body === undefined || method === "GET" ? {} : { body }),
  })
}

/** As they stand in an address, and as Next may have read them. The last names nothing either, but could. */
const encoded = ["%00", "a%00b", "%", "%25", "%25%30", "%E0%A4%A", "%ED%A0%80"]
const hostile = [...encoded, "a\0b", "\ud800", "__proto__", "x".repeat(5_000), "x"]

const withParams = operations.filter(
  (each) => each.path.includes("{") && !RAW_ROUTES.some(({ path }) => path === each.path),
)

describe("what a path names", () => {
  it.each(withParams.map((operation) => [nameOf(operation), operation] as const))(
    "%s answers that there is no such thing",
    async (name, { path }) => {
      const good = await paramsFor(app, cast.own, cast.ids.owner, path)
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!)
      for (const place of places) {
        for (const value of hostile) {
          const as = path.includes("disagreements") || path.includes("readings") ? "coderA" : "owner"
          const { status } = await ask(name, {
            as,
            params: { ...good, [place]: value },
            // What fits where a body is demanded.
            body: path.endsWith("{variable}") ? {} : { role: "coder", outcome: null },
          })
          // Where nothing has to be known to be let in, a body may be refused before its path is looked up.
          const told = path.includes("secret") ? [404, 422] : [404]
          expect([value, told.includes(status) ? 404 : status]).toEqual([value, 404])
        }
      }
    },
    60_000,
  )

  it("is found where it is there, encoded or not", async () => {
    const { project } = cast.own
    const encoded = [...project].map((mark) => `%${mark.charCodeAt(0).toString(16)}`).join("")
    for (const params of [{ project }, { project: encoded }])
      expect((await ask("GET /api/projects/{project}", { params })).body.id).toBe(project)
  })
})

describe("what a query asks", () => {
  const odd = ["%00", "%ff", "a%00b", "%25", "", "x".repeat(2_000)]
  const times = [
    "0000-01-01T00:00:00.000Z~a",
    "2026-02-30T00:00:00.000Z~a",
    "2026-02-28T24:00:00.000Z~a",
    "2026-02-28T10:00:00.000Z~a%00",
    "9999-99-99T99:99:99.999Z~a",
    "::::::::::::::::::::::::~a",
  ]
  const asked = [
    ...[...odd, ...times].flatMap((value) => [`after=${value}`, `by=${value}`, `kind=${value}`]),
    ...odd.map((value) => `format=${value}`),
  ]

  it.each(asked)("for the trail, %j", async (query) => {
    const answer = await ask("GET /api/projects/{project}/audit", {
      params: cast.own as never,
      query: `?${query}`,
    })
    // What makes no sense asks for all.
    expect(answer.status).toBe(query.startsWith("format") ? 422 : 200)
  })

  it("for the trail is understood where it makes sense", async () => {
    const params = { project: cast.own.project }
    const all = (await ask("GET /api/projects/{project}/audit", { params })).body.entries
    const first = `?after=${all[0].at}~${all[0].id}`
    const { entries } = (await ask("GET /api/projects/{project}/audit", { params, query: first })).body
    expect(entries).toEqual(all.slice(1))
    expect(entries.length).toBeGreaterThan(2)
  })

  it.each(odd)("for a preview of merging, words to find, an export: %j", async (value) => {
    const { code, source, project } = cast.own
    const into = await ask("GET /api/codes/{code}/merge", { params: { code }, query: `?into=${value}` })
    expect(into.status).toBeLessThan(500)
    const find = { params: { source }, query: `?find=${value}` }
    expect((await ask("GET /api/sources/{source}/erasures", find)).status).toBe(200)
    const format = { params: { project }, query: `?format=${value}` }
    expect((await ask("GET /api/projects/{project}/export", format)).status).toBe(422)
  })
})

describe("what a body says", () => {
  const flag = () => ({ disagreement: cast.own.disagreement })
  const heard = { startMs: 0, endMs: 2_000, heardMs: 2_000 }
  const anchor = { start: null, end: null, quote: "Words" }

  const refused: [string, CallerName, () => Record<string, string>, object, object][] = [
    ["POST /api/disagreements/{disagreement}/listenings", "coderA", flag, heard, { ...heard, endMs: 3e9 }],
    ["POST /api/disagreements/{disagreement}/listenings", "coderA", flag, heard, { ...heard, startMs: -1 }],
    ["PATCH /api/sources/{source}", "owner", () => cast.own as never, { durationMs: 5 }, { durationMs: 3e9 }],
    [
      "PATCH /api/projects/{project}",
      "owner",
      () => cast.own as never,
      { tolerance: 0.01 },
      { tolerance: 0.009 },
    ],
    [
      "PATCH /api/projects/{project}",
      "owner",
      () => cast.own as never,
      { tolerance: 1 },
      { tolerance: 1e-300 },
    ],
    [
      "POST /api/codes/{code}/move",
      "owner",
      () => cast.own as never,
      { parent: null, order: 1e9 },
      { parent: null, order: 1e10 },
    ],
    [
      "POST /api/codes/{code}/move",
      "owner",
      () => cast.own as never,
      { parent: null, order: -1e9 },
      { parent: null, order: -1e308 },
    ],
    [
      "POST /api/projects/{project}/codes",
      "owner",
      () => cast.own as never,
      { name: "temps" },
      { name: "te\0mps" },
    ],
    [
      "POST /api/projects/{project}/codes",
      "owner",
      () => cast.own as never,
      { name: "temps" },
      { name: "temps", "\0": 1 },
    ],
    [
      "PUT /api/sources/{source}/retention",
      "owner",
      () => cast.own as never,
      { destroyOn: "9999-12-31" },
      { destroyOn: "0000-01-01" },
    ],
  ]
  it.each(refused)(
    "%s takes from %s what there can be and refuses the rest",
    async (name, as, params, good, bad) => {
      expect((await ask(name, { as, params: params(), body: bad })).status).toBe(422)
      const { status } = await ask(name, { as, params: params(), body: good })
      expect([200, 201, 204]).toContain(status)
    },
  )

  it("in halves of characters is kept as what cannot be read", async () => {
    const { project } = cast.own
    const made = await ask("POST /api/projects/{project}/codes", {
      params: { project },
      body: { name: "pe\ud83dur", definition: "\udc00 😨" },
    })
    expect(made.status).toBe(201)
    const [row] = await app.services.db.select().from(codes).where(eq(codes.id, made.body.id))
    expect(row).toMatchObject({ name: "pe\ufffdur", definition: "\ufffd 😨" })
    const reading = await ask("POST /api/sources/{source}/readings", {
      as: "coderA",
      params: { source: cast.own.source },
      body: { code: cast.own.code, anchor: { ...anchor, prefix: "\udc00" }, memo: "\ud83d" },
    })
    expect(reading.status).toBe(201)
    const codings = [{ id: "half", code: cast.own.code, anchor, memo: "\ud83d", shareMemo: true }]
    const handed = await ask("POST /api/sources/{source}/hand-ins", {
      as: "coderA",
      params: { source: cast.own.source },
      body: { passage: cast.own.passage, codings, idempotencyKey: "\ud83d" },
    })
    expect(handed.body.code).toBe("already-revealed")
  })

  it.each([
    { type: { client: -1, clock: 1e99 } },
    { item: { client: "x", clock: null } },
    { tname: 5 },
    { tname: "text", assoc: "x" },
    "text",
    [[[]]],
    1e308,
  ])("in an anchor that is none is looked for by its quote: %j", async (edge) => {
    const { status } = await ask("POST /api/sources/{source}/readings", {
      as: "coderA",
      params: { source: cast.own.source },
      body: { code: cast.own.code, anchor: { ...anchor, start: edge, end: edge } },
    })
    expect([201, 409, 422]).toContain(status)
  })
})

describe("who signs in", () => {
  it("under an address that no database holds is answered as with a wrong password", async () => {
    const [row] = await app.services.db.select().from(account).where(eq(account.id, cast.ids.owner))
    const from = "somewhere"
    expect(
      await checkPassword(app.services, { email: `${row!.email}\0`, password: PASSWORD, from }),
    ).toBeNull()
    expect(await checkPassword(app.services, { email: row!.email, password: PASSWORD, from })).toMatchObject({
      id: row!.id,
    })
  })
})
