/** Who did what: read by owners and supervisors, by nobody else, and never a way round blindness. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import * as route from "../../app/api/projects/[project]/audit/route"
import * as exportRoute from "../../app/api/projects/[project]/export/route"
import type { AuditAction } from "../../core/audit"
import { audit } from "../../db/schema"
import { note } from "../../server/audit"
import { handIn } from "../../server/commands/handIn"
import { takeBack } from "../../server/commands/takeBack"
import { type AuditEntry, auditOf } from "../../server/queries/audit"
import { openCanaryStudy } from "../support/canaryStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
}, 60_000)
afterAll(() => app.close())
vi.setConfig({ testTimeout: 120_000 })

/** An answer as the bytes that were sent. */
async function read(project: string, as: string, query = "") {
  const headers = { host: "binome.test", authorization: `Bearer ${as}` }
  const request = new Request(`http://binome.test/api/projects/${project}/audit${query}`, { headers })
  const answer = await route.GET(request, { params: Promise.resolve({ project }) })
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() }
}
const entries = async (project: string, as: string, query?: string) =>
  JSON.parse((await read(project, as, query)).text).entries as AuditEntry[]

describe("the audit trail", () => {
  it("[S78, B9, B10] is the same bytes whatever the other has not revealed, for an owner who codes too", async () => {
    const { project, source, passages, ana: owner, ben } = await openCanaryStudy(app, "Zyxwvodile")
    const supervisor = await app.person("Sue")
    await app.join(project, supervisor.id, "supervisor")
    const second = passages[1]!
    // Ben is the one who works: until now Ana alone has completed the second passage.
    await takeBack(app.services, { source, passage: second, coder: owner.id, expectedRevision: null })
    const look = async () =>
      Promise.all(
        [owner, supervisor].flatMap(({ token }) =>
          ["", `?by=${ben.id}`, "?kind=coding", "?format=csv", "?format=json"].map((query) =>
            read(project, token, query),
          ),
        ),
      )
    const before = await look()
    const ask = { source, passage: second, coder: ben.id, codings: [], suggestedCodes: [] }
    await handIn(app.services, { ...ask, idempotencyKey: "one", expectedRevision: null })
    await takeBack(app.services, { source, passage: second, coder: ben.id, expectedRevision: null })
    await handIn(app.services, { ...ask, idempotencyKey: "two", expectedRevision: null })
    expect(await look()).toEqual(before)
    // It was noted, and is told once the passage is revealed.
    const noted = await app.services.db.select().from(audit)
    expect(noted.filter(({ account, action }) => account === ben.id && action === "hand-in")).toHaveLength(3)
    const completing = { source, passage: second, coder: owner.id, codings: [], suggestedCodes: [] }
    await handIn(app.services, { ...completing, idempotencyKey: "last", expectedRevision: null })
    const told = await entries(project, supervisor.token, `?by=${ben.id}&kind=coding`)
    expect(told.map(({ action }) => action)).toEqual(["hand-in", "take-back", "hand-in", "hand-in"])
  })

  it("[S75] says who, what, when, about what; to owners and supervisors alone", async () => {
    const { project, ana: owner, ben } = await openCanaryStudy(app, "Zyxwvpaule")
    const all = await entries(project, owner.token)
    expect(all.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        "project-created",
        "source-created",
        "code-created",
        "revealed",
        "proposed",
        "hand-in",
      ]),
    )
    const made = all.find(({ action }) => action === "source-created")!
    expect(made).toMatchObject({ by: { id: owner.id }, kind: "sources", about: "Interview with Zyxwvpaule" })
    expect(all.find(({ action }) => action === "revealed")).toMatchObject({ by: null })
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    expect(JSON.stringify(all)).not.toContain("because")
    const hidden = await read(project, ben.token)
    expect(hidden).toEqual(await read("no-such-project", ben.token))
    expect(hidden.status).toBe(404)
  })

  it("[S77] is read page by page without a row lost or doubled, and taken away whole", async () => {
    const { project, ana: owner } = await openCanaryStudy(app, "Zyxwvquentin")
    const whole = (await auditOf(app.services, project, { limit: 1_000 })).entries
    expect(whole.length).toBeGreaterThan(8)
    const turned: AuditEntry[] = []
    let after: string | undefined
    do {
      const page = await auditOf(app.services, project, { limit: 3, ...(after ? { after } : {}) })
      turned.push(...page.entries)
      after = page.next ?? undefined
    } while (after)
    expect(turned).toEqual(whole)
    expect(JSON.parse((await read(project, owner.token, "?format=json")).text)).toEqual(whole)
    const table = await read(project, owner.token, "?format=csv")
    expect(table.type).toContain("text/csv")
    expect(table.text.trimEnd().split("\r\n")).toHaveLength(whole.length + 1)
    expect(
      (await entries(project, owner.token, "?kind=codebook")).every(({ kind }) => kind === "codebook"),
    ).toBe(true)
    expect(await read(project, owner.token, "?format=xls")).toMatchObject({ status: 422 })
  })

  it("[S77] keeps a name from becoming a formula in a spreadsheet", async () => {
    const { project, ana: owner, ben } = await openCanaryStudy(app, "=Zyxwv")
    const { text } = await read(project, owner.token, "?format=csv")
    expect(text).toContain(`"Interview with =Zyxwv"`)
    await app.services.db.execute(`update account set name = '=HYPERLINK("x")' where id = '${ben.id}'`)
    expect((await read(project, owner.token, "?format=csv")).text).toContain(`"'=HYPERLINK(""x"")"`)
  })

  it("[S76] shows nothing that has no line in the list, and notes who took the project away", async () => {
    const { project, ana: owner } = await openCanaryStudy(app, "Zyxwvrene")
    const before = await entries(project, owner.token)
    await note(app.services.db, app.services, {
      project,
      account: owner.id,
      action: "something-new" as AuditAction,
      subject: project,
    })
    expect(await entries(project, owner.token)).toEqual(before)
    await app.call(exportRoute.GET, { as: owner.token, params: { project } })
    expect((await entries(project, owner.token))[0]).toMatchObject({
      action: "project-exported",
      by: { id: owner.id },
    })
  })
})
