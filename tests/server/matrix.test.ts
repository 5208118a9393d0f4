/**
 * Who may ask what: every operation × every kind of caller × their own and another project, against a table written
 * from DESIGN.md, not from `accessTo`. A new operation needs a line here.
 */
import { readdirSync } from "node:fs"
import { join, relative } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { routes } from "../../app/api/routes"
import { operationsOf } from "../../server/openapi"
import { askApi, nameOf, operations } from "../support/api"
import { type CallerName, type Cast, callers, openCast, paramsFor } from "../support/recorderCast"
import { openTestApp, type TestApp } from "../support/testApp"

const members = "owner supervisor coderA coderB coderElsewhere observer"

/** Who comes in; who is told 403, because they see the thing and may not do this; everybody else is told 404. */
const doors = {
  members: [members, ""],
  settings: ["owner", "supervisor coderA coderB coderElsewhere observer"],
  sending: [members, ""],
  // Whoever may be at the event it is of.
  giving: ["owner supervisor coderA coderB observer", "coderElsewhere"],
  codes: ["owner supervisor coderA coderB coderElsewhere", "observer"],
  transcribing: ["owner supervisor coderA coderB", "coderElsewhere observer"],
  correcting: ["owner supervisor coderA coderB", ""],
  coding: ["coderA coderB", "owner supervisor coderElsewhere observer"],
  review: ["coderA coderB supervisor", ""],
  // A disagreement is known to those who read the review.
  talk: ["coderA coderB", "supervisor"],
  ruling: ["supervisor", "coderA coderB"],
  // To be shown the queue is one thing, to be told that one may not rule another.
  queue: ["supervisor", ""],
  queued: ["supervisor", "owner coderA coderB coderElsewhere observer"],
  audit: ["owner supervisor", ""],
  revealed: ["owner supervisor coderA coderB coderElsewhere", ""],
  // A shared memo, of coder A's.
  memo: ["owner supervisor coderA coderB coderElsewhere", ""],
  // The table of participants, with whoever codes anything.
  participants: ["owner supervisor coderA coderB coderElsewhere", ""],
  // Those of a group or an interview, while it goes on and afterwards.
  notes: ["owner supervisor coderA coderB observer", ""],
  guide: ["owner supervisor coderA coderB coderElsewhere", "observer"],
  memoRemoval: ["owner coderA", "supervisor coderB coderElsewhere"],
} as const
type DoorName = keyof typeof doors | "anyone" | "signed-in"

const table: Readonly<Record<string, DoorName>> = {
  "GET /api/invitations/{secret}": "anyone",
  "POST /api/invitations/{secret}/acceptance": "anyone",
  "POST /api/first-account/{secret}": "anyone",

  "GET /api/me": "signed-in",
  "PATCH /api/me": "signed-in",
  "GET /api/time": "signed-in",
  "GET /api/projects": "signed-in",
  "POST /api/projects": "signed-in",
  "GET /api/sessions": "signed-in",
  "DELETE /api/sessions/{session}": "signed-in",
  "GET /api/tokens": "signed-in",
  "POST /api/tokens": "signed-in",
  "DELETE /api/tokens/{token}": "signed-in",

  "GET /api/projects/{project}": "members",
  "PATCH /api/projects/{project}": "settings",
  "DELETE /api/projects/{project}": "settings",
  "GET /api/projects/{project}/audit": "audit",
  "GET /api/projects/{project}/members": "members",
  "POST /api/projects/{project}/members": "settings",
  "PATCH /api/projects/{project}/members/{member}": "settings",
  "DELETE /api/projects/{project}/members/{member}": "settings",
  "DELETE /api/projects/{project}/invitations/{invitation}": "settings",
  "POST /api/projects/{project}/sources": "settings",
  "POST /api/projects/{project}/transcript-readings": "settings",
  "GET /api/projects/{project}/uploads": "sending",
  "POST /api/projects/{project}/uploads": "sending",
  "GET /api/projects/{project}/uploads/{upload}": "sending",
  "PATCH /api/projects/{project}/uploads/{upload}": "sending",
  "DELETE /api/projects/{project}/uploads/{upload}": "sending",
  "GET /api/projects/{project}/codes": "members",
  "POST /api/projects/{project}/codes": "codes",
  "POST /api/projects/{project}/codes/undo": "codes",
  "GET /api/projects/{project}/codes/undo": "codes",
  "GET /api/projects/{project}/tree": "revealed",
  "GET /api/projects/{project}/agreement": "revealed",
  "GET /api/projects/{project}/agreement/export": "revealed",
  "GET /api/projects/{project}/export": "revealed",
  "GET /api/projects/{project}/member-checks": "revealed",
  "GET /api/projects/{project}/pseudonyms": "settings",
  "DELETE /api/projects/{project}/pseudonyms": "settings",
  "DELETE /api/projects/{project}/pseudonyms/{pseudonym}": "settings",
  "GET /api/projects/{project}/pseudonyms/standing": "revealed",
  "GET /api/projects/{project}/queue": "queue",
  "POST /api/projects/{project}/queue/rulings": "queued",
  "DELETE /api/projects/{project}/queue/rulings": "queued",
  "POST /api/projects/{project}/queue/listenings": "queued",
  "GET /api/projects/{project}/writing-aids": "members",
  "PATCH /api/projects/{project}/writing-aids": "members",

  "GET /api/projects/{project}/guides": "members",
  "POST /api/projects/{project}/guides": "guide",
  "PUT /api/guides/{guide}": "guide",
  "DELETE /api/guides/{guide}": "guide",
  "POST /api/guides/{guide}/validations": "guide",
  "PUT /api/sources/{source}/guide": "notes",
  "GET /api/projects/{project}/participants": "participants",
  "POST /api/projects/{project}/participants": "participants",
  "DELETE /api/projects/{project}/participants": "participants",
  "GET /api/projects/{project}/participants/{participant}/standing": "participants",
  "PATCH /api/projects/{project}/participants/variables/{variable}": "participants",
  "DELETE /api/projects/{project}/participants/variables/{variable}": "participants",

  "GET /api/projects/{project}/memos": "memo",
  "POST /api/projects/{project}/memos": "memo",
  "PATCH /api/memos/{memo}": "memo",
  "DELETE /api/memos/{memo}": "memoRemoval",

  "PATCH /api/codes/{code}": "codes",
  "GET /api/codes/{code}/merge": "codes",
  "POST /api/codes/{code}/merge": "codes",
  "POST /api/codes/{code}/move": "codes",
  "POST /api/codes/{code}/undo": "codes",
  "DELETE /api/merges/{merge}": "codes",

  "GET /api/sources/{source}": "members",
  "GET /api/sources/{source}/corrections": "correcting",
  "GET /api/sources/{source}/notes": "notes",
  "GET /api/sources/{source}/notes/names": "notes",
  "POST /api/sources/{source}/notes/closing": "transcribing",
  "DELETE /api/sources/{source}/notes/closing": "transcribing",
  "GET /api/sources/{source}/speaking": "notes",
  "POST /api/sources/{source}/corrections": "transcribing",
  "PATCH /api/sources/{source}": "settings",
  "DELETE /api/sources/{source}": "settings",
  "PUT /api/sources/{source}/assignments": "settings",
  "PUT /api/sources/{source}/retention": "settings",
  "DELETE /api/sources/{source}/recording": "settings",
  "POST /api/sources/{source}/recording/silences": "settings",
  "GET /api/sources/{source}/erasures": "settings",
  "POST /api/sources/{source}/erasures": "settings",
  "PUT /api/sources/{source}/passages": "settings",
  "POST /api/sources/{source}/transcribing": "transcribing",
  "DELETE /api/sources/{source}/transcribing": "transcribing",
  "GET /api/sources/{source}/pseudonyms": "transcribing",
  "POST /api/sources/{source}/pseudonyms": "transcribing",
  "POST /api/sources/{source}/machine-transcript": "transcribing",
  "DELETE /api/sources/{source}/machine-transcript": "transcribing",
  "POST /api/sources/{source}/machine-transcript/reading": "transcribing",
  "GET /api/sources/{source}/member-checks": "correcting",
  "POST /api/sources/{source}/member-checks": "correcting",
  "DELETE /api/sources/{source}/member-checks": "correcting",
  "DELETE /api/sources/{source}/member-checks/{check}": "correcting",
  "PATCH /api/sources/{source}/member-comments/{comment}": "correcting",
  "GET /api/sources/{source}/versions": "transcribing",
  "POST /api/sources/{source}/versions": "transcribing",
  "GET /api/sources/{source}/versions/{version}": "transcribing",
  "DELETE /api/sources/{source}/versions/{version}": "transcribing",
  "GET /api/sources/{source}/transcript": "members",
  "GET /api/sources/{source}/recording": "members",
  "HEAD /api/sources/{source}/recording": "members",
  "PUT /api/sources/{source}/recording": "giving",
  "GET /api/sources/{source}/peaks": "members",
  "GET /api/sources/{source}/review": "review",
  "POST /api/sources/{source}/hand-ins": "coding",
  "DELETE /api/sources/{source}/hand-ins": "coding",
  "POST /api/sources/{source}/batches": "coding",
  "POST /api/sources/{source}/declarations": "coding",
  "POST /api/sources/{source}/exposures": "coding",
  "POST /api/sources/{source}/readings": "coding",
  "DELETE /api/sources/{source}/readings/{reading}": "coding",
  "POST /api/sources/{source}/readings/{reading}/assent": "coding",

  "POST /api/sources/{source}/weakening": "settings",
  "DELETE /api/sources/{source}/weakening": "settings",
  "POST /api/sources/{source}/weakening/consents": "coding",
  "DELETE /api/sources/{source}/weakening/consents": "coding",

  "POST /api/disagreements/{disagreement}/proposals": "talk",
  "DELETE /api/disagreements/{disagreement}/proposals": "talk",
  "POST /api/disagreements/{disagreement}/acceptances": "talk",
  "POST /api/disagreements/{disagreement}/referrals": "talk",
  "DELETE /api/disagreements/{disagreement}/referrals": "talk",
  "POST /api/disagreements/{disagreement}/noted-rulings": "talk",
  "POST /api/disagreements/{disagreement}/listenings": "review",
  "DELETE /api/disagreements/{disagreement}/resolution": "review",
  "POST /api/disagreements/{disagreement}/rulings": "ruling",
}

const nobody: readonly CallerName[] = ["anonymous", "revoked", "expired"]

/** What a caller is told: "in", or the status of the refusal. The stranger owns the other project. */
function expected(operation: string, caller: CallerName, where: "own" | "other"): "in" | number {
  const door = table[operation]!
  if (door === "anyone") return "in"
  if (nobody.includes(caller)) return 401
  if (door === "signed-in") return "in"
  const role = where === "own" ? caller : caller === "stranger" ? "owner" : "stranger"
  const [inside, told] = doors[door].map((names) => names.split(" "))
  return inside!.includes(role) ? "in" : told!.includes(role) ? 403 : 404
}

let app: TestApp
let cast: Cast
let origin: string
let stop: () => Promise<void>
beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
  cast = await openCast(app)
}, 120_000)
afterAll(async () => {
  await stop()
  await app.close()
})

async function ask(
  operation: (typeof operations)[number],
  caller: CallerName,
  params: Record<string, string>,
) {
  const { method, path, rule } = operation
  const isSent = rule.body !== undefined || method === "PUT" || path.endsWith("/sources")
  // No body is understood: who is let in is told so, and nothing happens.
  const sent = isSent && method !== "GET" ? { body: "no JSON" } : {}
  const answer = await askApi(origin, { method, path, params, headers: cast.headers[caller], ...sent })
  const headers = [...answer.headers].filter(([name]) => name !== "date").sort()
  return {
    status: answer.status,
    headers,
    cache: answer.headers.get("cache-control"),
    body: await answer.text(),
  }
}

describe("the table", () => {
  it("has a line for every operation and none besides", () => {
    expect(operations.map(nameOf).sort()).toEqual(Object.keys(table).sort())
  })

  it("leaves no route file out", () => {
    const api = join(import.meta.dirname, "../../app/api")
    const paths = readdirSync(api, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name === "route.ts")
      .map((entry) => relative(api, entry.parentPath).replaceAll("\\", "/"))
    // next-auth answers its own; the description is the same for everybody.
    const others = ["auth/[...nextauth]", "openapi.json"]
    const ours = paths.filter((path) => !others.includes(path))
    expect(paths).toEqual(expect.arrayContaining(others))
    expect(ours.map((path) => `/api/${path.replaceAll(/\[(\w+)\]/g, "{$1}")}`).sort()).toEqual(
      Object.keys(routes).sort(),
    )
  })

  it("cannot be passed by: a handler without a rule is an error", () => {
    const bare = async () => new Response()
    expect(() => operationsOf({ "/api/new": { POST: bare } })).toThrow("POST /api/new has no rule")
  })
})

describe.each(operations.map((operation) => [nameOf(operation), operation] as const))(
  "%s",
  (name, operation) => {
    it("[B13, B20] lets in and refuses as the table says; no cache keeps its answer", async () => {
      const answered: Record<string, string | number> = {}
      const wanted: Record<string, string | number> = {}
      for (const where of ["own", "other"] as const) {
        for (const caller of callers) {
          const params = await paramsFor(app, cast[where], cast.ids[caller], operation.path)
          const { status, cache } = await ask(operation, caller, params)
          const isRefused = status === 401 || status === 403 || status === 404
          answered[`${caller} ${where}`] = isRefused ? status : status < 500 ? "in" : `failed with ${status}`
          wanted[`${caller} ${where}`] = expected(name, caller, where)
          expect(cache).toBe("private, no-store")
        }
      }
      expect(answered).toEqual(wanted)
    }, 60_000)
  },
)

const aboutSomething = operations.filter(
  (operation) => operation.path.includes("{") && operation.rule.for === "members",
)

describe("what a caller may not know of", () => {
  it.each(aboutSomething.map((operation) => [nameOf(operation), operation] as const))(
    "[B13] %s answers the same bytes as for what is missing",
    async (name, operation) => {
      const hidden = callers.filter((caller) => expected(name, caller, "own") === 404)
      expect(hidden).toContain("stranger")
      for (const caller of hidden) {
        const there = await ask(
          operation,
          caller,
          await paramsFor(app, cast.own, cast.ids[caller], operation.path),
        )
        const missing = await ask(operation, caller, {})
        expect([caller, there]).toEqual([caller, missing])
      }
    },
  )
})

describe("what is one's own", () => {
  it.each(["sessions", "tokens"] as const)("[B13] somebody else's %s are not there", async (kind) => {
    const path = kind === "sessions" ? "/api/sessions/{session}" : "/api/tokens/{token}"
    const operation = operations.find((each) => nameOf(each) === `DELETE ${path}`)!
    const hers = await paramsFor(app, cast.own, cast.ids.coderA, path)
    const refused = await ask(operation, "coderB", hers)
    expect(refused).toEqual(await ask(operation, "coderB", {}))
    expect(refused.status).toBe(404)
    expect((await ask(operation, "coderA", hers)).status).toBe(204)
  })
})
