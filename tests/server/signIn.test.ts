import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as firstAccount from "../../app/api/first-account/[secret]/route"
import * as me from "../../app/api/me/route"
import { session } from "../../db/schema"
import { firstAccountLink } from "../../server/firstStart"
import { hashPassword, passwordMatches } from "../../server/password"
import { createRateLimit } from "../../server/rateLimit"
import { checkPassword, openSession } from "../../server/signIn"
import { openTestApp, PASSWORD, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ BINOME_TEST: "0" })
})
beforeEach(async () => {
  await app.empty()
  for (const key of ["email ana@test.example", "email ben@test.example", "address here", "address there"]) {
    app.services.attempts.forget(key)
  }
})
afterAll(() => app.close())

const check = (email: string, password: string, from = "here") =>
  checkPassword(app.services, { email, password, from })

describe("a password", () => {
  it("is kept as scrypt with its cost and matches nothing but itself", async () => {
    const kept = await hashPassword("tréma ï")
    expect(kept).toMatch(/^scrypt\$32768\$8\$1\$/)
    expect(await passwordMatches("tréma ï".normalize("NFD"), kept)).toBe(true)
    expect(await passwordMatches("trema i", kept)).toBe(false)
    expect(await passwordMatches("", kept)).toBe(false)
  })

  it("[S44] never matches where nothing is kept", async () => {
    expect(await passwordMatches("anything", null)).toBe(false)
    expect(await passwordMatches("", null)).toBe(false)
  })
})

describe("signing in", () => {
  it("answers the account, however the e-mail is written", async () => {
    const { id, email } = await app.person("Ana")
    expect(await check(` ${email.toUpperCase()} `, PASSWORD)).toMatchObject({ id, name: "Ana" })
  })

  it("[S44] answers alike for a wrong password and for an unknown e-mail", async () => {
    const { email } = await app.person("Ana")
    expect(await check(email, "wrong")).toBeNull()
    expect(await check("nobody@test.example", PASSWORD)).toBeNull()
  })

  it("[S43] has to wait after ten failures with one e-mail, even with the right password", async () => {
    const { email } = await app.person("Ana")
    for (let time = 0; time < 10; time++) expect(await check(email, "wrong", `from ${time}`)).toBeNull()
    await expect(check(email, PASSWORD, "there")).rejects.toThrow("too-many-attempts")
    const ben = await app.person("Ben")
    expect(await check(ben.email, PASSWORD, "there")).toMatchObject({ id: ben.id })
  })

  it("[S43] is open to its owner from where they signed in before, whatever strangers try", async () => {
    const { id, email } = await app.person("Ana")
    expect(await check(email, PASSWORD, "home")).toMatchObject({ id })
    for (let time = 0; time < 10; time++) expect(await check(email, "wrong", `from ${time}`)).toBeNull()
    await expect(check(email, PASSWORD, "there")).rejects.toThrow("too-many-attempts")
    expect(await check(email, PASSWORD, "home")).toMatchObject({ id })
    for (let time = 0; time < 10; time++) expect(await check(email, "wrong", "home")).toBeNull()
    await expect(check(email, PASSWORD, "home")).rejects.toThrow("too-many-attempts")
    for (const key of [`email ${email} at home`, "address home"]) app.services.attempts.forget(key)
  })

  it("[S43] has to wait after ten failures from one address", async () => {
    const { id, email } = await app.person("Ana")
    for (let time = 0; time < 10; time++) expect(await check(`nobody${time}@test.example`, "x")).toBeNull()
    await expect(check(email, PASSWORD)).rejects.toThrow("too-many-attempts")
    expect(await check(email, PASSWORD, "there")).toMatchObject({ id })
  })
})

describe("the limit", () => {
  it("forgets a failure after its time", () => {
    let now = 0
    const limit = createRateLimit(2, 100, () => now)
    limit.failed("key")
    now = 60
    limit.failed("key")
    expect(limit.wait("key")).toBe(40)
    now = 100
    expect(limit.wait("key")).toBe(0)
    expect(limit.wait("other")).toBe(0)
  })
})

describe("a new password", () => {
  it("takes the current one, and ends every other session", async () => {
    const ana = await app.person("Ana")
    await openSession(app.services, ana.id)
    const change = (current: string) =>
      app.call(me.PATCH, {
        method: "PATCH",
        as: ana.token,
        body: { password: { current, next: "another long one" } },
      })
    expect(await change("wrong")).toMatchObject({ status: 403 })
    expect((await change(PASSWORD)).status).toBe(200)
    expect(await check(ana.email, "another long one")).toMatchObject({ id: ana.id })
    const rows = await app.services.db.select().from(session)
    expect(rows.map(({ kind, revokedAt }) => [kind, revokedAt !== null]).sort()).toEqual([
      ["cookie", true],
      ["token", false],
    ])
  })
})

describe("the first account", () => {
  const create = (secret: string, name = "Ana") =>
    app.call(firstAccount.POST, {
      method: "POST",
      params: { secret },
      body: { name, email: `${name}@test.example`, password: PASSWORD },
    })
  const freshSecret = async () => (await firstAccountLink(app.services))!.split("/").at(-1)!

  it("is made by the link of the latest start, once", async () => {
    const [old, current] = [await freshSecret(), await freshSecret()]
    expect(await create(old)).toMatchObject({ status: 410, body: { code: "invitation-used" } })
    expect(await create(current)).toMatchObject({ status: 201 })
    expect(await create(current, "Ben")).toMatchObject({ status: 410 })
    expect(await firstAccountLink(app.services)).toBeNull()
    expect(await check("ana@test.example", PASSWORD)).not.toBeNull()
  })

  it("is not made by a guess, nor with a short password", async () => {
    const secret = await freshSecret()
    expect(await create("guess")).toMatchObject({ status: 404 })
    const body = { name: "Ana", email: "ana@test.example", password: "short" }
    const answer = await app.call(firstAccount.POST, { method: "POST", params: { secret }, body })
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid-body" } })
  })
})
