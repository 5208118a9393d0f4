/** The table of participants: what a command does to it, what is refused, what is exported, and what goes. */
import { eq, isNull } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as auditRoute from "../../app/api/projects/[project]/audit/route"
import * as exportRoute from "../../app/api/projects/[project]/export/route"
import * as standingRoute from "../../app/api/projects/[project]/participants/[participant]/standing/route"
import * as tableRoute from "../../app/api/projects/[project]/participants/route"
import * as variableRoute from "../../app/api/projects/[project]/participants/variables/[variable]/route"
import * as namesRoute from "../../app/api/projects/[project]/pseudonyms/standing/route"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import { cellsIn, planned } from "../../core/participants/blocks"
import type { Edit } from "../../core/participants/edits"
import type { Sample } from "../../core/participants/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { memberCheck, participant, participantChange, pseudonym } from "../../db/schema"
import { createSource } from "../../server/commands/createSource"
import { deleteProject } from "../../server/commands/deleteProject"
import { deleteSource } from "../../server/commands/deleteSource"
import { handIn } from "../../server/commands/handIn"
import { makeMemberCheck } from "../../server/commands/memberChecks"
import { loadTranscript } from "../../server/documents"
import { openShortStudy, type ShortStudy, type Someone } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: ShortStudy
let omar: Someone
beforeAll(async () => {
  app = await openTestApp({}, "disk")
}, 120_000)
beforeEach(async () => {
  await app.empty()
  study = await openShortStudy(app)
  omar = await app.person("Omar")
  await app.join(study.project, omar.id, "observer")
})
afterAll(() => app.close())

let made = 0
const newKey = () => `key-${made++}`
interface Said {
  readonly variables?: readonly object[]
  readonly added?: readonly string[]
  readonly edits?: readonly Edit[]
  readonly idempotencyKey?: string
}
const change = (said: Said, as = study.ana, project = study.project) =>
  app.call(tableRoute.POST, {
    method: "POST",
    as: as.token,
    params: { project },
    body: { idempotencyKey: newKey(), ...said },
  })
const table = async (as = study.ana): Promise<Sample> =>
  (await app.call(tableRoute.GET, { as: as.token, params: { project: study.project } })).body
const cell = (participant: string, column: string, text: string) => ({ participant, column, text }) as Edit
const aboutVariable = (method: "PATCH" | "DELETE", variable: string, body: object) =>
  app.call(method === "PATCH" ? variableRoute.PATCH : variableRoute.DELETE, {
    method,
    as: study.ana.token,
    params: { project: study.project, variable },
    body,
  })

/** Two people, one at the interview; a number and a choice. */
async function someTable() {
  const { body, status } = await change({
    variables: [
      { id: "age", name: "Âge", kind: "whole", unit: "ans" },
      { id: "sex", name: "Sexe", kind: "choice", choices: ["femme", "homme"] },
    ],
    added: ["one", "two"],
    edits: [
      cell("one", "events", "M7"),
      cell("one", "attendance", "venue"),
      cell("one", "var:age", "45 ans"),
      cell("one", "var:sex", "f"),
      cell("two", "recruitment", "refus"),
      cell("two", "why", "pas le temps"),
    ],
  })
  expect(status).toBe(201)
  const { participants, variables } = await table()
  return { one: participants[0]!, two: participants[1]!, age: variables[0]!, sex: variables[1]!, body }
}

describe("[Q4] the table is changed", () => {
  it("whole or not at all, once under its key, and back again", async () => {
    const { one, two, age, sex, body } = await someTable()
    expect(one).toMatchObject({
      letter: "P1",
      seats: [{ source: study.source, letter: "P1", attendance: "came" }],
      values: { [age.id]: 45, [sex.id]: "femme" },
    })
    expect(two).toMatchObject({ letter: "P2", recruitment: "refused", why: "pas le temps" })
    expect(body.made).toEqual({ one: one.id, two: two.id })
    const before = await table()
    const refused = await change({
      added: ["three"],
      edits: [cell(one.id, "sheet", "v2"), cell("three", `var:${age.id}`, "vieux")],
    })
    expect([refused.status, refused.body.code]).toEqual([422, "cells-refused"])
    // As who asked knows it.
    expect(refused.body.problems).toEqual([
      { participant: "three", column: `var:${age.id}`, why: "not-a-number" },
    ])
    expect(await table()).toEqual(before)

    const key = newKey()
    const done = await change({ edits: [cell(one.id, "sheet", "v2")], idempotencyKey: key })
    await change({ edits: [cell(one.id, "sheet", "v3")] })
    const again = await change({ edits: [cell(one.id, "sheet", "v2")], idempotencyKey: key })
    expect([again.status, again.body]).toEqual([201, { before: [], made: {}, variables: {} }])
    expect((await table()).participants[0]!.sheet).toBe("v3")
    // Not taken back over what somebody wrote since.
    expect((await change({ edits: done.body.before })).body.problems).toMatchObject([
      { why: "changed-meanwhile" },
    ])
    const elsewhere = await app.project(study.ana.id)
    expect((await change({ idempotencyKey: key }, study.ana, elsewhere)).body.code).toBe("key-reused")
  })

  it("and who is new is known by the same id to who asks again", async () => {
    const said = {
      added: ["new"],
      // One name for both: they are not of one kind.
      variables: [{ id: "new", name: "Ville", kind: "text" }],
      edits: [cell("new", "sheet", "v1"), cell("new", "var:new", "V")],
      idempotencyKey: newKey(),
    }
    const { made, variables } = (await change(said)).body
    expect((await change(said)).body).toEqual({ before: [], made, variables })
    const now = await table()
    expect(now.participants.map(({ id }) => id)).toEqual([made.new])
    expect(now.variables.map(({ id }) => id)).toEqual([variables.new])
    expect(now.participants[0]!.values).toEqual({ [variables.new]: "V" })
  })

  it("by two at once, one after the other", async () => {
    const both = [study.ana, study.ben].map((as) => change({ added: ["new"] }, as))
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([201, 201])
    expect((await table()).participants.map(({ letter }) => letter)).toEqual(["P1", "P2"])
  })

  it("and the trail says that it was, by whom, and who withdrew", async () => {
    const { one } = await someTable()
    await change({ edits: [cell(one.id, "withdrawal", "erasure")] }, study.ben)
    const { body } = await app.call(auditRoute.GET, {
      as: study.ana.token,
      params: { project: study.project },
    })
    const entries = body.entries.filter(({ action }: { action: string }) => action.startsWith("participant"))
    expect(entries.map((each: Record<string, any>) => [each.action, each.by.name, each.about])).toEqual(
      expect.arrayContaining([
        ["participants-changed", "Ana", null],
        ["participant-withdrew", "Ben", "P1"],
      ]),
    )
  })
})

describe("[Q2] names have no place in it", () => {
  it("one of the key is refused in any cell and any variable, and where only the key is new it is found before an export", async () => {
    const { one, sex } = await someTable()
    const key = { id: "k", project: study.project, name: "Mathilde", folded: "mathilde", stands: "A" }
    await app.services.db.insert(pseudonym).values(key)
    const refused = await change({
      edits: [cell(one.id, "why", "voir MATHILDE"), cell(one.id, "sheet", "v2")],
    })
    expect([refused.status, refused.body.problems]).toEqual([
      422,
      [{ participant: one.id, column: "why", why: "a-name" }],
    ])
    expect((await change({ variables: [{ id: "x", name: "Mathilde", kind: "text" }] })).body.code).toBe(
      "a-name",
    )
    expect((await aboutVariable("PATCH", sex.id, { name: "de Mathilde" })).body.code).toBe("a-name")
    expect((await change({ edits: [cell(one.id, "why", "voir Mathieu")] })).status).toBe(201)
    await app.services.db.update(participant).set({ why: "chez Mathilde" }).where(eq(participant.id, one.id))
    const params = { project: study.project }
    expect((await app.call(namesRoute.GET, { as: study.ben.token, params })).body).toEqual({
      names: 1,
      sources: [],
      elsewhere: true,
    })
    expect(
      (await app.call(exportRoute.GET, { as: study.ben.token, params })).body.sample.participants,
    ).toHaveLength(2)
  })
})

describe("[Q6] a variable", () => {
  it("is changed and removed by who knows how many values are lost", async () => {
    const { one, age, sex } = await someTable()
    expect((await aboutVariable("PATCH", age.id, { name: "Âge", kind: "text" })).status).toBe(204)
    expect((await table()).participants[0]!.values[age.id]).toBe("45")
    expect((await aboutVariable("PATCH", sex.id, { choices: ["homme"] })).body).toMatchObject({
      code: "values-lost",
      lost: 1,
    })
    expect((await aboutVariable("DELETE", sex.id, { losing: 0 })).body).toMatchObject({ lost: 1 })
    expect((await table()).participants[0]!.values[sex.id]).toBe("femme")
    expect((await aboutVariable("PATCH", sex.id, { choices: ["homme"], losing: 1 })).status).toBe(204)
    expect((await table()).participants[0]!.values).toEqual({ [age.id]: "45" })
    expect((await aboutVariable("DELETE", sex.id, {})).status).toBe(204)
    expect((await table()).variables.map(({ id }) => id)).toEqual([age.id])
    expect(one.values[sex.id]).toBe("femme")
  })

  it("has a name of its own, and a choice has options", async () => {
    const { sex } = await someTable()
    const code = async (said: object) =>
      (await change({ variables: [{ id: "x", kind: "text", ...said }] })).body.code
    expect(await code({ name: "age" })).toBe("name-taken")
    expect(await code({ name: "Présence" })).toBe("name-taken")
    expect(await code({ name: " " })).toBe("name-missing")
    expect(await code({ name: "Rôle", kind: "choice" })).toBe("choices-missing")
    expect((await aboutVariable("PATCH", sex.id, { name: "ÂGE" })).body.code).toBe("name-taken")
  })
})

describe("[Q8] what is taken away", () => {
  const file = async (query: string) => {
    const request = new Request(`http://binome.test/${query}`, {
      headers: { host: "binome.test", authorization: `Bearer ${study.ana.token}` },
    })
    const answer = await tableRoute.GET(request, { params: Promise.resolve({ project: study.project }) })
    return {
      type: answer.headers.get("content-type"),
      text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer()),
    }
  }

  it.each(["fr", "en"])("as a table in %s is the same table when it is read in again", async (language) => {
    const { one } = await someTable()
    await change({ edits: [cell(one.id, "third", "=cmd|' /C calc'!A0".replace("|", " "))] })
    const { type, text } = await file(`?format=csv&language=${language}`)
    expect(type).toBe("text/csv; charset=utf-8")
    expect(text).toMatch(/^\uFEFF"/)
    expect(text).toContain(`"'=cmd`)
    const before = await table()
    const plan = planned(cellsIn(text), before, { row: 0, column: 0 }, { newId: newKey, withVariables: true })
    expect(plan.unknown).toEqual([])
    expect((await change(plan.change)).status).toBe(201)
    expect(await table()).toEqual(before)
    // Into a project that has nothing of it but the source's name, too.
    const empty: Sample = { ...before, participants: [], variables: [] }
    const anew = planned(cellsIn(text), empty, { row: 0, column: 0 }, { newId: newKey, withVariables: true })
    expect(anew.change.added).toHaveLength(2)
    expect(anew.change.variables.map(({ name }) => name)).toEqual(["Âge", "Sexe"])
  })

  it("as figures is every count and mean, in all and by event", async () => {
    await someTable()
    const [head, ...lines] = cellsIn((await file("?format=figures")).text)
    expect(head!.slice(0, 5)).toEqual(["where", "what", "value", "n", "missing"])
    const said = (where: string, what: string) =>
      lines.filter((line) => line[0] === where && line[1] === what)
    expect(said("ensemble", "approached")[0]![3]).toBe("2")
    expect(said("ensemble", "sample")[0]![3]).toBe("1")
    expect(said("M7", "approached")[0]![3]).toBe("1")
    expect(said("ensemble", "Âge (ans)")[0]!.slice(3, 9)).toEqual(["1", "0", "", "45", "", "45"])
    expect(said("ensemble", "Sexe").map((line) => [line[2], line[3], line[5]])).toEqual([
      ["femme", "1", "1"],
      ["homme", "0", "0"],
    ])
  })
})

describe("[Q9, Q10] what goes is gone", () => {
  const secret = "Zyxwvoctavie"
  const inFiles = () => app.filesWith(secret)

  it("somebody who is taken out of the table, and a variable, leave no byte", async () => {
    const { one, age } = await someTable()
    await aboutVariable("PATCH", age.id, { name: "Âge", kind: "text" })
    await change({ edits: [cell(one.id, "why", secret), cell(one.id, `var:${age.id}`, `${secret}2`)] })
    expect((await inFiles()).length).toBeGreaterThan(0)
    expect((await aboutVariable("DELETE", age.id, { losing: 1 })).status).toBe(204)
    expect([await app.filesWith(`${secret}2`), (await inFiles()).length > 0]).toEqual([[], true])
    const remove = (as: Someone, participants: string[]) =>
      app.call(tableRoute.DELETE, {
        method: "DELETE",
        as: as.token,
        params: { project: study.project },
        body: { participants },
      })
    expect((await remove(omar, [one.id])).status).toBe(404)
    expect((await inFiles()).length).toBeGreaterThan(0)
    expect((await remove(study.ben, [one.id])).status).toBe(204)
    expect([await inFiles(), (await table()).participants.length]).toEqual([[], 1])
    expect((await remove(study.ben, [one.id])).status).toBe(404)
  }, 120_000)

  it("a word that is erased in a source, where whoever erases ticks it: in cells, options and what is called by it", async () => {
    const { one, two, sex } = await someTable()
    await aboutVariable("PATCH", sex.id, { choices: [`femme de ${secret}`, "homme"] })
    await change({
      variables: [{ id: "t", name: `Lien avec ${secret}`, kind: "text" }],
      edits: [
        cell(one.id, "third", secret),
        cell(two.id, "why", `dit par ${secret}`),
        cell(two.id, "letter", "Jo"),
        cell(two.id, "events", "M7"),
        cell(two.id, "var:t", secret),
      ],
    })
    const params = { source: study.source }
    const erase = async (words: string) => {
      const found = await app.call(erasures.GET, { as: study.ana.token, params, query: `?find=${words}` })
      const places = found.body.elsewhere.map(({ key }: { key: string }) => key)
      const body = { words, mark: "X", places }
      const done = await app.call(erasures.POST, { method: "POST", as: study.ana.token, params, body })
      return [places.length, done.status]
    }
    expect((await inFiles()).length).toBeGreaterThan(0)
    expect(await erase(secret)).toEqual([4, 201])
    expect(await inFiles()).toEqual([])
    expect(await erase("Jo")).toEqual([1, 201])
    const { participants, variables } = await table()
    expect(participants[0]).toMatchObject({ seats: [{ third: "X" }], values: { [sex.id]: "femme de X" } })
    expect(participants[1]).toMatchObject({ letter: "P2", why: "dit par X", seats: [{ letter: "P2" }] })
    expect(variables.map(({ name, choices }) => [name, choices])).toEqual([
      ["Âge", []],
      ["Sexe", ["femme de X", "homme"]],
      ["Lien avec X", []],
    ])
  }, 120_000)

  it("a source takes along who was in it, and no participant; a project takes them all", async () => {
    const { one } = await someTable()
    await change({ edits: [cell(one.id, "why", secret), cell(one.id, "third", `${secret}2`)] })
    const by = study.ana.id
    await deleteSource(app.services, { source: study.source, by, title: "M7" })
    expect((await table()).participants[0]).toMatchObject({ id: one.id, seats: [] })
    expect([await app.filesWith(`${secret}2`), (await inFiles()).length > 0]).toEqual([[], true])
    await deleteProject(app.services, { project: study.project, by, name: "A study" })
    expect(await inFiles()).toEqual([])
    expect(await app.services.db.select().from(participantChange)).toEqual([])
  }, 120_000)
})

describe("[Q9] who withdraws", () => {
  it("reads by no link any more, in any source they take part in; others do", async () => {
    const { project, ana } = study
    const speakers = ["P1", "P2"].map((label) => ({ id: label, label, interviewer: false }))
    const turns = speakers.map(({ id }) => ({ speaker: id, startMs: null, endMs: null, text: "Words." }))
    const { id: source } = await createSource(app.services, {
      project,
      by: ana.id,
      title: "E1",
      kind: "interview",
      blindness: "passage",
      coders: [ana.id],
      context: { who: "", where: "", how: "" },
      transcript: { speakers, turns },
      passages: [{ fromTurn: 0, toTurn: 2 }],
      recording: null,
    })
    for (const speaker of ["P1", "P2"])
      await makeMemberCheck(app.services, { source, by: ana.id, speaker, scope: "own" })
    const holding = async () => {
      const rows = await app.services.db.select().from(memberCheck).where(isNull(memberCheck.revokedAt))
      return rows.map(({ speaker }) => speaker).sort()
    }
    const { made } = (
      await change({
        added: ["one", "two"],
        edits: ["one", "two"].flatMap((who) => [cell(who, "events", "E1"), cell(who, "attendance", "came")]),
      })
    ).body
    expect(await holding()).toEqual(["P1", "P2"])
    await change({
      edits: [cell(made.one, "withdrawal", "no-further-use"), cell(made.two, "withdrawal", "none")],
    })
    expect(await holding()).toEqual(["P2"])
  })

  it("has what stands from them told, by their letter in each source, to who may know", async () => {
    const { one, two } = await someTable()
    const standing = (as: Someone, participant: string) =>
      app.call(standingRoute.GET, { as: as.token, params: { project: study.project, participant } })
    expect((await standing(study.ana, one.id)).body.sources).toEqual([
      {
        source: study.source,
        title: "M7",
        letter: "P1",
        attendance: "came",
        turns: 0,
        words: 0,
        codings: null,
        marks: 0,
        links: 0,
        recorded: false,
        memos: 0,
      },
    ])
    expect((await standing(study.ana, two.id)).body.sources).toEqual([])
    const sam = await app.person("Sam")
    await app.join(study.project, sam.id, "coder")
    expect((await standing(sam, one.id)).body.sources[0].marks).toBeNull()
    expect((await standing(omar, one.id)).status).toBe(404)
    expect((await standing(study.ana, "nobody")).status).toBe(404)
  })

  it("[B8, B10] with it the codings of their turns that are revealed, the same whatever is not", async () => {
    const { services } = app
    const said = (speaker: string, text: string) => ({ speaker, startMs: null, endMs: null, text })
    const { id: source, passages } = await createSource(services, {
      project: study.project,
      by: study.ana.id,
      title: "Coded",
      kind: "interview",
      blindness: "passage",
      coders: [study.ana.id, study.ben.id],
      context: { who: "", where: "", how: "" },
      transcript: {
        speakers: [
          { id: "i", label: "Int.", interviewer: true },
          { id: "p", label: "P1", interviewer: false },
        ],
        turns: [said("i", "Asked."), said("p", "Answered."), said("i", "And then?"), said("p", "Nothing.")],
      },
      passages: [
        { fromTurn: 0, toTurn: 2 },
        { fromTurn: 2, toTurn: 4 },
      ],
      recording: null,
    })
    await study.code("fear")
    const { made } = (
      await change({
        added: ["one"],
        edits: [
          cell("one", "letter", "P1"),
          cell("one", "events", "Coded"),
          cell("one", "attendance", "came"),
        ],
      })
    ).body
    const { doc, text } = await loadTranscript(services, source)
    const complete = async (as: Someone, at: number, ...words: string[]) =>
      handIn(services, {
        source,
        passage: passages[at]!,
        coder: as.id,
        codings: words.map((quote) => {
          const from = text.indexOf(quote)
          const anchor = anchorTo(doc, text, { from, to: from + quote.length })
          return {
            id: `${as.id}-${quote}`,
            code: "fear",
            anchor,
            createdAt: "",
            memo: null,
            shareMemo: false,
          }
        }),
        suggestedCodes: [],
        idempotencyKey: `${as.id}-${at}`,
        expectedRevision: null,
      })
    const standing = async () => {
      const params = { project: study.project, participant: made.one }
      return (await app.call(standingRoute.GET, { as: study.ben.token, params })).body.sources[0]
    }
    await complete(study.ana, 0, "Asked", "Answered")
    expect((await standing()).codings).toBeNull()
    await complete(study.ben, 0, "Answered")
    const before = await standing()
    expect(before.codings).toBe(2)
    await complete(study.ana, 1, "Nothing")
    expect(await standing()).toEqual(before)
    await complete(study.ben, 1)
    expect((await standing()).codings).toBe(3)
  })
})
