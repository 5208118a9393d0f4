import { eq } from "drizzle-orm"
import { encode } from "next-auth/jwt"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as me from "../../app/api/me/route"
import * as projects from "../../app/api/projects/route"
import * as sessions from "../../app/api/sessions/route"
import * as token from "../../app/api/tokens/[token]/route"
import * as tokens from "../../app/api/tokens/route"
import { session } from "../../db/schema"
import { revokeSession } from "../../server/commands/revokeSession"
import { whoIs } from "../../server/session"
import { openSession, signInOptions } from "../../server/signIn"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(() => app.empty())
afterAll(() => app.close())

const secret = () => app.services.env.authSecret!

async function cookieOf(sid: string, signedWith = secret()) {
  return `next-auth.session-token=${await encode({ token: { sid }, secret: signedWith })}`
}

describe("who a request comes from", () => {
  it("is told by a signed cookie and the session behind it", async () => {
    const ana = await app.person("Ana")
    const sid = await openSession(app.services, ana.id)
    const caller = await whoIs(app.services, new Headers({ cookie: await cookieOf(sid) }))
    expect(caller).toMatchObject({ id: ana.id, session: sid, by: "cookie", name: "Ana", email: ana.email })
  })

  it("is told by a cookie in pieces", async () => {
    const ana = await app.person("Ana")
    const token = (await cookieOf(await openSession(app.services, ana.id))).split("=", 2)[1]!
    const name = "__Secure-next-auth.session-token"
    const cookie = `theme=dark; ${name}.0=${token.slice(0, 50)}; ${name}.1=${token.slice(50)}`
    expect(await whoIs(app.services, new Headers({ cookie }))).toMatchObject({ id: ana.id })
  })

  it("is told by a personal access token", async () => {
    const ana = await app.person("Ana")
    const headers = new Headers({ authorization: `Bearer ${ana.token}` })
    expect(await whoIs(app.services, headers)).toMatchObject({ id: ana.id, by: "token" })
  })

  it.each([
    ["nothing", () => ({})],
    [
      "a cookie signed with another secret",
      async (sid: string) => ({ cookie: await cookieOf(sid, "x".repeat(32)) }),
    ],
    ["a cookie of no session", async () => ({ cookie: await cookieOf("nobody") })],
    ["a session's id as a token", (sid: string) => ({ authorization: `Bearer ${sid}` })],
    [
      "a wrong token beside a good cookie",
      async (sid: string) => ({ cookie: await cookieOf(sid), authorization: "Bearer no" }),
    ],
    ["another scheme", () => ({ authorization: "Basic YTpi" })],
  ])("is nobody with %s", async (_, headersFor) => {
    const sid = await openSession(app.services, (await app.person("Ana")).id)
    const headers = new Headers((await headersFor(sid)) as Record<string, string>)
    expect(await whoIs(app.services, headers)).toBeNull()
    expect(await whoIs(app.services, new Headers({ cookie: await cookieOf(sid) }))).not.toBeNull()
  })

  it("is nobody from the moment the session is revoked or expired", async () => {
    const ana = await app.person("Ana")
    const [one, other] = [await openSession(app.services, ana.id), await openSession(app.services, ana.id)]
    const asks = async (sid: string) => whoIs(app.services, new Headers({ cookie: await cookieOf(sid) }))
    expect([await asks(one), await asks(other)]).toEqual([expect.anything(), expect.anything()])
    await revokeSession(app.services, { session: one, account: ana.id })
    await app.services.db
      .update(session)
      .set({ expiresAt: new Date(0) })
      .where(eq(session.id, other))
    expect([await asks(one), await asks(other)]).toEqual([null, null])
  })
})

describe("next-auth's own session", () => {
  const shown = async (sid: string, sub: string) =>
    signInOptions(app.services).callbacks!.session!({
      session: { expires: "later" },
      token: { sid, sub },
    } as never)

  it("is empty once revoked", async () => {
    const ana = await app.person("Ana")
    const sid = await openSession(app.services, ana.id)
    expect(await shown(sid, ana.id)).toMatchObject({ user: { name: "Ana", email: ana.email } })
    await signInOptions(app.services).events!.signOut!({ token: { sid, sub: ana.id } } as never)
    expect(await shown(sid, ana.id)).toEqual({})
  })
})

describe("tokens", () => {
  const made = async (as: string, body: unknown) => app.call(tokens.POST, { method: "POST", as, body })
  const withCookie = async (id: string) => ({ cookie: await cookieOf(await openSession(app.services, id)) })

  it("are made by who signed in with a password, shown once, listed without their secret", async () => {
    const ana = await app.person("Ana")
    const headers = await withCookie(ana.id)
    const answer = await app.call(tokens.POST, { method: "POST", headers, body: { label: "script" } })
    expect(answer.status).toBe(201)
    expect((await app.call(me.GET, { as: answer.body.secret })).body).toMatchObject({
      id: ana.id,
      by: "token",
    })
    const listed = await app.call(tokens.GET, { headers })
    expect(listed.body.map((one: { label: string }) => one.label)).toContain("script")
    expect(JSON.stringify(listed.body)).not.toContain(answer.body.secret)
  })

  it("make no further tokens", async () => {
    const ana = await app.person("Ana")
    expect(await made(ana.token, { label: "child" })).toMatchObject({
      status: 403,
      body: { code: "not-allowed" },
    })
  })

  it("[S47] for reading change nothing, where one for writing does; listed as what they are", async () => {
    const ana = await app.person("Ana")
    const headers = await withCookie(ana.id)
    const make = async (mayWrite: boolean) => {
      const body = { label: mayWrite ? "both" : "reading", mayWrite }
      return (await app.call(tokens.POST, { method: "POST", headers, body })).body.secret as string
    }
    const [reading, both] = [await make(false), await make(true)]
    const create = (as: string) => app.call(projects.POST, { method: "POST", as, body: { name: "Étude" } })
    expect(await create(reading)).toMatchObject({ status: 403, body: { code: "not-allowed" } })
    expect((await create(both)).status).toBe(201)
    expect((await app.call(projects.GET, { as: reading })).body).toHaveLength(1)
    expect((await app.call(tokens.GET, { headers })).body).toMatchObject([
      { mayWrite: true },
      { mayWrite: false },
      {},
    ])
  })

  it("end when their owner revokes them, and not when somebody else tries", async () => {
    const [ana, ben] = [await app.person("Ana"), await app.person("Ben")]
    const [{ id }] = (await app.call(tokens.GET, { as: ana.token })).body
    const revoke = (as: string) => app.call(token.DELETE, { method: "DELETE", as, params: { token: id } })
    expect((await revoke(ben.token)).status).toBe(404)
    expect((await app.call(me.GET, { as: ana.token })).status).toBe(200)
    expect((await revoke(ana.token)).status).toBe(204)
    expect((await app.call(me.GET, { as: ana.token })).status).toBe(401)
  })

  it("do not appear among the places where one is signed in", async () => {
    const ana = await app.person("Ana")
    const headers = await withCookie(ana.id)
    const { body } = await app.call(sessions.GET, { headers })
    expect(body).toEqual([expect.objectContaining({ current: true })])
  })
})

describe("what comes with a cookie", () => {
  it("from another site's page is refused, from our own is not", async () => {
    const ana = await app.person("Ana")
    const cookie = await cookieOf(await openSession(app.services, ana.id))
    const from = (origin: string) =>
      app.call(me.PATCH, { method: "PATCH", headers: { cookie, origin }, body: { locale: "en" } })
    expect(await from("https://elsewhere.example")).toMatchObject({
      status: 403,
      body: { code: "wrong-origin" },
    })
    expect(await from("http://binome.test")).toMatchObject({ status: 200, body: { locale: "en" } })
  })
})

it("[S26] a request that says whose it is counts for nobody else, whoever is signed in", async () => {
  const [ana, ben] = [await app.person("Ana"), await app.person("Ben")]
  const change = (as: string) =>
    app.call(me.PATCH, {
      method: "PATCH",
      as: ben.token,
      headers: { "x-binome-member": as },
      body: { locale: "en" },
    })
  expect((await change(ana.id)).status).toBe(401)
  expect((await app.call(me.GET, { as: ben.token })).body.locale).not.toBe("en")
  expect((await change(ben.id)).status).toBeLessThan(300)
  expect((await app.call(me.GET, { as: ben.token })).body.locale).toBe("en")
})
