/** The interview guide: who writes it, when it stays as it is, and what goes with what. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as guideRoute from "../../app/api/guides/[guide]/route"
import * as validationsRoute from "../../app/api/guides/[guide]/validations/route"
import * as auditRoute from "../../app/api/projects/[project]/audit/route"
import * as exportRoute from "../../app/api/projects/[project]/export/route"
import * as guidesRoute from "../../app/api/projects/[project]/guides/route"
import * as useRoute from "../../app/api/sources/[source]/guide/route"
import { NO_ORIGIN } from "../../core/guide"
import { source as sources } from "../../db/schema"
import { deleteProject } from "../../server/commands/deleteProject"
import { deleteSource } from "../../server/commands/deleteSource"
import { eraseWords } from "../../server/commands/eraseWords"
import type { GuideVersion } from "../../server/queries/guides"
import { whereWords } from "../../server/queries/whereWords"
import { openShortStudy, type ShortStudy, type Someone } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: ShortStudy
let omar: Someone
beforeAll(async () => {
  app = await openTestApp({}, "disk")
  study = await openShortStudy(app)
  omar = await app.person("Omar")
  await app.join(study.project, omar.id, "observer")
}, 120_000)
afterAll(() => app.close())

const question = (id: string, text: string, fields: object = {}) => ({
  id,
  text,
  prompts: [],
  origin: NO_ORIGIN,
  ...fields,
})
const begin = (as: Someone) =>
  app.call(guidesRoute.POST, { method: "POST", as: as.token, params: { project: study.project } })
const write = (as: Someone, guide: string, revision: number, ...questions: object[]) =>
  app.call(guideRoute.PUT, { method: "PUT", as: as.token, params: { guide }, body: { revision, questions } })
const validate = (as: Someone, guide: string, revision: number) =>
  app.call(validationsRoute.POST, { method: "POST", as: as.token, params: { guide }, body: { revision } })
const choose = (as: Someone, guide: string, source = study.source) =>
  app.call(useRoute.PUT, { method: "PUT", as: as.token, params: { source }, body: { guide } })
async function versions(as: Someone = study.ana) {
  const answer = await app.call(guidesRoute.GET, { as: as.token, params: { project: study.project } })
  return answer.body.guides as GuideVersion[]
}

describe("the interview guide", () => {
  it("[F20, F21] is written by one at a time, who has seen it as it stands; read by observers, and not written", async () => {
    expect((await begin(omar)).status).toBe(403)
    const first = await begin(study.ana)
    expect(first).toMatchObject({ status: 201, body: { number: 1 } })
    const { id } = first.body
    expect(await begin(study.ben)).toMatchObject({ status: 409, body: { code: "guide-open", guide: id } })
    expect(await validate(study.ana, id, 0)).toMatchObject({ status: 422, body: { code: "guide-empty" } })
    expect(await write(study.ana, id, 0, question("q1", "Et vous ?"))).toMatchObject({
      body: { revision: 1 },
    })
    expect(await write(study.ben, id, 0, question("q2", "Moi ?"))).toMatchObject({
      status: 409,
      body: { code: "guide-changed" },
    })
    expect((await write(omar, id, 1, question("q2", "Moi ?"))).status).toBe(403)
    expect((await write(study.ben, id, 1, question("q1", "Et vous ?"), question("q2", "Moi ?"))).status).toBe(
      200,
    )
    for (const wrong of [
      [question("q1", "")],
      [question("q1", "x".repeat(301))],
      [question("q1", "a"), question("q1", "b")],
      [question("q1", "a", { prompts: [{ id: "q1", text: "b" }] })],
      [{ ...question("q1", "a"), more: true }],
    ])
      expect((await write(study.ana, id, 2, ...wrong)).status).toBe(422)
    expect(await versions(omar)).toMatchObject([
      { number: 1, revision: 2, questions: [{ id: "q1" }, { id: "q2" }], changedBy: { name: "Ben" } },
    ])
  })

  it("[F22] stays as it is once somebody validated it, as they had seen it; the next goes on from there", async () => {
    const [one] = await versions()
    expect((await validate(omar, one!.id, 2)).status).toBe(403)
    expect(await validate(study.ben, one!.id, 1)).toMatchObject({ body: { code: "guide-changed" } })
    for (const who of [study.ben, study.ana, study.ben])
      expect((await validate(who, one!.id, 2)).status).toBe(204)
    expect((await versions())[0]!.validations.map(({ by }) => by.name)).toEqual(["Ben", "Ana"])
    expect(await write(study.ana, one!.id, 2, question("q1", "Autre"))).toMatchObject({
      status: 409,
      body: { code: "guide-frozen" },
    })
    const next = await begin(study.ben)
    expect(next.body.number).toBe(2)
    expect((await versions()).at(-1)).toMatchObject({ questions: one!.questions, validations: [], uses: [] })
    const trail = await app.call(auditRoute.GET, { as: study.ana.token, params: { project: study.project } })
    const actions = JSON.stringify(trail.body)
    expect(actions.match(/guide-validated/g)).toHaveLength(2)
    expect(actions.match(/guide-begun/g)).toHaveLength(2)
  })

  it("[F22] stays as it is once an event asks from it, whoever prepares that; an event asks from one", async () => {
    const [one, two] = await versions()
    expect((await choose(omar, two!.id)).body).toMatchObject({ number: 2, questions: two!.questions })
    expect((await choose(study.ana, two!.id)).status).toBe(200)
    expect((await write(study.ana, two!.id, 0, question("q9", "Non"))).body.code).toBe("guide-frozen")
    expect((await versions()).map(({ uses }) => uses.map(({ title }) => title))).toEqual([[], ["M7"]])
    await choose(study.ana, one!.id)
    expect((await versions()).map(({ uses }) => uses.length)).toEqual([1, 0])
    const zoe = await app.person("Zoé")
    const elsewhere = await app.project(zoe.id)
    const theirs = await app.call(guidesRoute.POST, {
      method: "POST",
      as: zoe.token,
      params: { project: elsewhere },
    })
    expect(await choose(study.ana, theirs.body.id)).toMatchObject({ status: 404 })
    expect(await choose(study.ana, "nothing")).toMatchObject({ status: 404 })
  })

  it("[F29, S60] is thrown away while it is open, by who has seen it as it stands; what somebody stands for never", async () => {
    const drop = (as: Someone, guide: string, revision: number) =>
      app.call(guideRoute.DELETE, { method: "DELETE", as: as.token, params: { guide }, body: { revision } })
    const before = await versions()
    const [one, two] = before
    await validate(study.ben, two!.id, two!.revision)
    expect((await drop(study.ana, one!.id, one!.revision)).body.code).toBe("guide-frozen")
    expect((await drop(study.ana, two!.id, two!.revision)).body.code).toBe("guide-frozen")
    const { id, number } = (await begin(study.ana)).body
    await write(study.ben, id, 0, question("q1", "Zyxwvjetée ?"))
    expect((await drop(omar, id, 1)).status).toBe(403)
    expect((await drop(study.ana, id, 0)).body.code).toBe("guide-changed")
    expect(await app.filesWith("Zyxwvjetée")).not.toEqual([])
    expect((await drop(study.ana, id, 1)).status).toBe(204)
    expect(await app.filesWith("Zyxwvjetée")).toEqual([])
    expect(await versions()).toMatchObject(before.map(({ id, questions }) => ({ id, questions })))
    expect((await write(study.ben, id, 1, question("q1", "Encore ?"))).status).toBe(404)
    expect((await drop(study.ana, id, 1)).status).toBe(404)
    const trail = await app.call(auditRoute.GET, { as: study.ana.token, params: { project: study.project } })
    expect(JSON.stringify(trail.body).match(/guide-dropped/g)).toHaveLength(1)
    // Its number is the next one's.
    expect((await begin(study.ben)).body.number).toBe(number)
  }, 60_000)

  it("[F22] is taken away with the project's export", async () => {
    const params = { project: study.project }
    const { body } = await app.call(exportRoute.GET, { as: study.ana.token, params })
    expect(body.guides).toEqual(await versions())
  })

  it("[F24, S65, S60] loses a word that is erased in every version; whoever has it open does not write it back", async () => {
    const name = "Zyxwvguide"
    const opened = (await versions()).at(-1)!
    const { id } = opened
    const origin = { idea: `Dit par ${name}`, source: study.source }
    const prompts = [{ id: "p1", text: `Et ${name} ?` }]
    const asked = question("q1", `Parlez de ${name}`, { prompts, origin })
    expect((await write(study.ana, id, opened.revision, asked)).status).toBe(200)
    const { elsewhere } = await whereWords(app.services, study.source, name)
    expect(elsewhere).toMatchObject([{ key: `guide:${id}`, kind: "guide" }])
    const erasing = { source: study.source, by: study.ana.id, spans: [], words: name, mark: "[⋯]" }
    expect(await app.filesWith(name)).not.toEqual([])
    await eraseWords(app.services, { ...erasing, places: [`guide:${id}`] })
    expect(await app.filesWith(name)).toEqual([])
    const [now] = (await versions()).at(-1)!.questions
    expect(now).toMatchObject({ text: "Parlez de [⋯]", prompts: [{ text: "Et [⋯] ?" }] })
    expect(now!.origin).toEqual({ idea: "Dit par [⋯]", source: study.source })
    expect((await write(study.ana, id, opened.revision + 1, asked)).body.code).toBe("guide-changed")
  }, 120_000)

  it("[F24, S60] keeps its questions when a source is deleted, and not what they owe to it; goes with its project", async () => {
    const opened = (await versions()).at(-1)!
    const owed = question("q1", "Qui décide ?", { origin: { idea: "Zyxwvidee", source: study.source } })
    const own = question("q2", "Et après ?", { origin: { idea: "de nous", source: null } })
    await write(study.ana, opened.id, opened.revision, owed, own)
    const [source] = await app.services.db.select().from(sources)
    await deleteSource(app.services, { source: study.source, by: study.ana.id, title: source!.title })
    const left = await versions()
    expect(left.flatMap(({ uses }) => uses)).toEqual([])
    expect(left.at(-1)!.questions).toEqual([{ ...owed, origin: NO_ORIGIN }, own])
    expect(await app.filesWith("Zyxwvidee")).toEqual([])
    await deleteProject(app.services, { project: study.project, by: study.ana.id, name: "A study" })
    expect(await app.filesWith("Qui décide")).toEqual([])
  }, 120_000)
})
