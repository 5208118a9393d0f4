/** The key of pseudonyms: who puts names in, who reads it, what is said of it, and that it can be destroyed. */
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as exportRoute from "../../app/api/projects/[project]/export/route"
import * as oneRoute from "../../app/api/projects/[project]/pseudonyms/[pseudonym]/route"
import * as keyRoute from "../../app/api/projects/[project]/pseudonyms/route"
import * as standingRoute from "../../app/api/projects/[project]/pseudonyms/standing/route"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import * as namesRoute from "../../app/api/sources/[source]/pseudonyms/route"
import { audit, project, pseudonym } from "../../db/schema"
import { openCanaryStudy } from "../support/canaryStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
type Study = Awaited<ReturnType<typeof openCanaryStudy>>
let study: Study
const NAME = "Zyxwvmathilde"

beforeAll(async () => {
  app = await openTestApp({}, "disk")
}, 120_000)
beforeEach(async () => {
  study = await openCanaryStudy(app, NAME)
})
afterAll(() => app.close())

const inSource = new Set<unknown>([namesRoute.GET, namesRoute.POST, erasures.POST])
type Person = { readonly token: string }
const call = (route: Parameters<TestApp["call"]>[0], method: string, as: Person, body?: unknown, more = {}) =>
  app.call(route, {
    method,
    as: as.token,
    params: inSource.has(route) ? { source: study.source } : { project: study.project, ...more },
    ...(body ? { body } : {}),
  })
const add = (as: Person, name: string, stands?: string) =>
  call(namesRoute.POST, "POST", as, { name, ...(stands ? { stands } : {}) })
const key = async () => (await call(keyRoute.GET, "GET", study.ana)).body.pseudonyms

describe("[S85] the key", () => {
  it("gives a name one stand-in, whoever puts it there and however it is written", async () => {
    const asked = [NAME, ` ${NAME.toUpperCase()}`, "Saint-Zyx"].map((name, at) =>
      add([study.ana, study.ben, study.ben][at]!, name),
    )
    const answers = (await Promise.all(asked)).map(({ status, body }) => [status, body.stands])
    const letters = answers.map(([, stands]) => stands)
    expect(answers.map(([status]) => status)).toEqual([201, 201, 201])
    expect(letters[0]).toBe(letters[1])
    expect(new Set(letters)).toEqual(new Set(["A", "B"]))
    expect((await add(study.ben, NAME, "Mathilde")).body).toEqual({ stands: letters[0], known: true })
    expect((await add(study.ben, "Lyon", "une ville")).body).toEqual({ stands: "une ville", known: false })
    expect((await key()).map(({ stands }: { stands: string }) => stands)).toEqual(["A", "B", "une ville"])
  })

  it("refuses what is no name, and what would not hide it", async () => {
    expect((await add(study.ana, "D")).body.code).toBe("not-a-name")
    expect((await add(study.ana, "Durand", "Dr Durand")).body.code).toBe("not-a-pseudonym")
    expect(await key()).toEqual([])
  })

  it("is read by its owner; who writes the transcript learns of the names that stand there, and of no other", async () => {
    await add(study.ana, "Absente")
    await add(study.ana, NAME)
    expect((await call(keyRoute.GET, "GET", study.ben)).status).toBe(403)
    const { body } = await call(namesRoute.GET, "GET", study.ben)
    expect(body.names).toMatchObject([{ words: NAME, stands: "B" }])
    expect(body.names[0].places).toBeGreaterThan(0)
  })
})

describe("[S87] before an export", () => {
  it("it is said how many names of the key stand in it, and where; the key is not in it", async () => {
    const standing = async () => (await call(standingRoute.GET, "GET", study.ben)).body
    expect(await standing()).toEqual({ names: 0, sources: [], elsewhere: false })
    await add(study.ana, "Absente", "Zyxwvletter")
    expect((await standing()).names).toBe(0)
    await add(study.ana, NAME)
    const said = await standing()
    expect(said.names).toBe(1)
    expect(said.sources).toHaveLength(1)
    const exported = await call(exportRoute.GET, "GET", study.ana)
    const text = JSON.stringify(exported.body)
    expect(text).toContain(NAME)
    expect(text).not.toMatch(/Absente|Zyxwvletter/)
  })
})

describe("[S86] what leaves the key is gone", () => {
  const secret = "Zyxwvoctave"

  it("one name, taken out by the owner alone", async () => {
    await add(study.ben, secret)
    const [{ id }] = await key()
    const refused = await call(oneRoute.DELETE, "DELETE", study.ben, undefined, { pseudonym: id })
    expect([refused.status, (await app.filesWith(secret)).length > 0]).toEqual([403, true])
    const done = await call(oneRoute.DELETE, "DELETE", study.ana, undefined, { pseudonym: id })
    expect([done.status, await app.filesWith(secret), await key()]).toEqual([204, [], []])
  }, 120_000)

  it("the whole key, for who writes the project's name, and no other project's", async () => {
    await add(study.ben, secret)
    const elsewhere = await app.project(study.ana.id)
    const row = { id: elsewhere, project: elsewhere, name: "Autre", folded: "autre", stands: "A" }
    await app.services.db.insert(pseudonym).values(row)
    expect((await call(keyRoute.DELETE, "DELETE", study.ana, { name: "?" })).status).toBe(422)
    expect([(await key()).length, (await app.filesWith(secret)).length > 0]).toEqual([1, true])
    const { name } = await nameOf(study.project)
    expect((await call(keyRoute.DELETE, "DELETE", study.ana, { name })).status).toBe(204)
    expect([await app.filesWith(secret), await key()]).toEqual([[], []])
    expect(
      await app.services.db.select().from(pseudonym).where(eq(pseudonym.project, elsewhere)),
    ).toHaveLength(1)
    const noted = await app.services.db.select().from(audit).where(eq(audit.action, "key-destroyed"))
    expect(noted).toMatchObject([{ account: study.ana.id, subject: study.project }])
  }, 120_000)

  it("a name that is erased as a word, and the word in what stands for another", async () => {
    await add(study.ben, `${secret} Zyx`)
    await add(study.ben, "Absente", `la fille de ${secret}`)
    const body = { words: secret, mark: "X" }
    expect((await app.filesWith(secret)).length).toBeGreaterThan(0)
    expect((await call(erasures.POST, "POST", study.ana, body)).status).toBe(201)
    expect(await app.filesWith(secret)).toEqual([])
    expect(await key()).toMatchObject([{ name: "Absente", stands: "la fille de X" }])
  }, 120_000)
})

async function nameOf(id: string) {
  const [row] = await app.services.db.select().from(project).where(eq(project.id, id))
  return row!
}
