import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as acceptance from "../../app/api/invitations/[secret]/acceptance/route"
import * as invitationRoute from "../../app/api/invitations/[secret]/route"
import * as openInvitation from "../../app/api/projects/[project]/invitations/[invitation]/route"
import * as memberRoute from "../../app/api/projects/[project]/members/[member]/route"
import * as members from "../../app/api/projects/[project]/members/route"
import * as projectRoute from "../../app/api/projects/[project]/route"
import { account, invitation } from "../../db/schema"
import { hashSecret } from "../../server/session"
import { openTestApp, PASSWORD, type TestApp } from "../support/testApp"

let app: TestApp
let ana: { id: string; token: string }
let project: string
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  await app.empty()
  ana = await app.person("Ana")
  project = await app.project(ana.id, "Renoncement aux soins")
})
afterAll(() => app.close())

const invite = (body: object, as = ana.token) =>
  app.call(members.POST, { method: "POST", as, params: { project }, body })
const accept = (secret: string, body: object, as?: string) =>
  app.call(acceptance.POST, { method: "POST", as, params: { secret }, body })
const ben = { name: "Ben", email: "ben@test.example", password: PASSWORD }

describe("an invitation", () => {
  it("is a link that lets one new person in, once", async () => {
    const { status, body } = await invite({ role: "coder" })
    expect(status).toBe(201)
    expect(body.link).toBe(`http://binome.test/invitations/${body.secret}`)
    const seen = await app.call(invitationRoute.GET, { params: { secret: body.secret } })
    expect(seen.body).toMatchObject({ project: "Renoncement aux soins", role: "coder" })
    expect(await accept(body.secret, ben)).toMatchObject({ status: 201, body: { project } })
    const listed = await app.call(members.GET, { as: ana.token, params: { project } })
    expect(listed.body.members).toMatchObject([
      { name: "Ana", role: "owner" },
      { name: "Ben", role: "coder" },
    ])
    expect(await accept(body.secret, { ...ben, email: "eve@test.example" })).toMatchObject({
      status: 410,
      body: { code: "invitation-used" },
    })
  })

  it("is kept as a hash, and noted without its secret", async () => {
    const { body } = await invite({ role: "coder" })
    const [row] = await app.services.db.select().from(invitation)
    expect(row!.secretHash).toBe(hashSecret(body.secret))
    expect(JSON.stringify(row)).not.toContain(body.secret)
  })

  it("answers alike whether the e-mail has an account", async () => {
    await app.person("Ben")
    const shape = ({ status, body }: { status: number; body: object }) => [status, Object.keys(body).sort()]
    const known = await invite({ role: "coder", email: "ben@test.example" })
    const unknown = await invite({ role: "coder", email: "nobody@test.example" })
    expect(shape(known)).toEqual(shape(unknown))
  })

  it("lets somebody in who is signed in, and refuses a new account for an e-mail that has one", async () => {
    const known = await app.person("Ben")
    const { body } = await invite({ role: "coder" })
    expect(await accept(body.secret, ben)).toMatchObject({ status: 409, body: { code: "email-taken" } })
    expect(await accept(body.secret, {})).toMatchObject({ status: 401 })
    expect(await accept(body.secret, {}, known.token)).toMatchObject({
      status: 201,
      body: { account: known.id },
    })
    const read = await app.call(projectRoute.GET, { as: known.token, params: { project } })
    expect(read.status).toBe(200)
  })

  it("does not take an owner's role, and stays good for another", async () => {
    const { body } = await invite({ role: "observer" })
    expect(await accept(body.secret, {}, ana.token)).toMatchObject({ status: 201 })
    const read = await app.call(projectRoute.GET, { as: ana.token, params: { project } })
    expect(read.body.role).toBe("owner")
    expect(await accept(body.secret, ben)).toMatchObject({ status: 201 })
  })

  it("is gone once taken back or expired, unknown otherwise", async () => {
    const [one, other, good] = [
      await invite({ role: "coder" }),
      await invite({ role: "coder" }),
      await invite({ role: "coder" }),
    ]
    const back = { method: "DELETE", as: ana.token, params: { project, invitation: one.body.id } }
    expect((await app.call(openInvitation.DELETE, back)).status).toBe(204)
    await app.services.db
      .update(invitation)
      .set({ expiresAt: new Date(0) })
      .where(eq(invitation.id, other.body.id))
    expect((await accept(one.body.secret, ben)).status).toBe(410)
    expect((await accept(other.body.secret, ben)).status).toBe(410)
    expect((await accept("unknown", ben)).status).toBe(404)
    const left = await app.services.db.select().from(account)
    expect(left.map(({ name }) => name)).toEqual(["Ana"])
    expect((await accept(good.body.secret, ben)).status).toBe(201)
  })

  it("is made by owners only", async () => {
    const eve = await app.person("Eve")
    expect(await invite({ role: "coder" }, eve.token)).toMatchObject({ status: 404 })
    await app.join(project, eve.id, "coder")
    expect(await invite({ role: "coder" }, eve.token)).toMatchObject({ status: 403 })
  })
})

describe("a member", () => {
  const about = (member: string, as = ana.token) => ({ as, params: { project, member } })
  const remove = (member: string, as?: string) =>
    app.call(memberRoute.DELETE, { method: "DELETE", ...about(member, as) })
  const make = (member: string, role: string) =>
    app.call(memberRoute.PATCH, { method: "PATCH", ...about(member), body: { role } })

  it("who leaves is a stranger from then on", async () => {
    const one = await app.person("Ben")
    await app.join(project, one.id, "coder")
    const read = () => app.call(projectRoute.GET, { as: one.token, params: { project } })
    expect((await read()).status).toBe(200)
    expect((await remove(one.id, one.token)).status).toBe(204)
    expect((await read()).status).toBe(404)
  })

  it("is not made to leave by one who is no owner", async () => {
    const [one, other] = [await app.person("Ben"), await app.person("Cem")]
    await app.join(project, one.id, "coder")
    await app.join(project, other.id, "supervisor")
    expect(await remove(one.id, other.token)).toMatchObject({ status: 403, body: { code: "not-allowed" } })
    expect((await remove(one.id)).status).toBe(204)
  })

  it("who is the last owner neither leaves nor becomes something else", async () => {
    const one = await app.person("Ben")
    await app.join(project, one.id, "coder")
    expect(await remove(ana.id)).toMatchObject({ status: 409, body: { code: "last-owner" } })
    expect(await make(ana.id, "coder")).toMatchObject({ status: 409, body: { code: "last-owner" } })
    expect((await make(one.id, "owner")).status).toBe(204)
    expect((await remove(ana.id)).status).toBe(204)
  })
})
