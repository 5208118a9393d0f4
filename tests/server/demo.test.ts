/** What a newcomer to the demo finds of the field: a guide, participants, a group with its notes, a participant's words. */

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Y from "yjs"
import { roomName } from "../../core/access"
import { askedFrom } from "../../core/eventGuide"
import { guideChanges } from "../../core/guideChanges"
import { notesBeside } from "../../core/notesBeside"
import { figuresOf, flowOf } from "../../core/participants/figures"
import { debriefing } from "../../core/ydoc/fieldNotes"
import { textOfRich } from "../../core/ydoc/richText"
import { source as sources } from "../../db/schema"
import { CLAP_MS } from "../../db/seed/demo/field/clap"
import { group } from "../../db/seed/demo/field/group"
import { interview } from "../../db/seed/demo/interview"
import { createSource } from "../../server/commands/createSource"
import { demoTranscript } from "../../server/demo/demoMaterial"
import { seedField } from "../../server/demo/seedField"
import { loadTranscript, loadWords } from "../../server/documents"
import { guidesOf } from "../../server/queries/guides"
import { memberChecksOf } from "../../server/queries/memberChecks"
import { notesOf } from "../../server/queries/notes"
import { sampleOf } from "../../server/queries/participants"
import { speakingOf } from "../../server/queries/speaking"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let project: string
let titled: (title: string) => string
beforeAll(async () => {
  app = await openTestApp()
  const { services } = app
  const [a, b, supervisor] = [await app.person("Ana"), await app.person("Ben"), await app.person("Claire")]
  project = await app.project(a.id)
  await app.join(project, b.id, "coder")
  await app.join(project, supervisor.id, "supervisor")
  const interviewed = (title: string) =>
    createSource(services, {
      project,
      by: a.id,
      title,
      kind: "interview",
      blindness: "passage",
      coders: [a.id, b.id],
      context: interview.context,
      transcript: demoTranscript(services, interview),
      recording: null,
    })
  const { id } = await interviewed("Entretien M7")
  await interviewed("Entretien M8")
  await seedField(services, {
    project,
    interview: id,
    transcript: await loadTranscript(services, id),
    pair: { a: a.id, b: b.id, supervisor: supervisor.id },
  })
  const rows = await services.db.select().from(sources)
  titled = (title) => rows.find((row) => row.title === title)!.id
}, 120_000)
afterAll(() => app.close())

describe("the demo's field", () => {
  it("[F22, F23] has a guide in two versions, both validated, of which the second says what it owes to the first interview", async () => {
    const [first, second, ...more] = await guidesOf(app.services, project)
    expect(more).toEqual([])
    for (const { validations } of [first!, second!])
      expect(validations.map(({ by }) => by.name)).toContain("Claire")
    expect(first!.uses.map(({ title }) => title)).toEqual(["Entretien M7"])
    expect(second!.uses.map(({ title }) => title)).toEqual(["Groupe 1"])
    const changes = guideChanges(first!.questions, second!.questions)
    const kept = changes.filter((change) => change.is === "kept")
    expect(changes.filter(({ is }) => is === "added")).toHaveLength(2)
    expect(kept.some(({ reworded }) => reworded)).toBe(true)
    expect(kept.some(({ moved }) => moved)).toBe(true)
    expect(kept.some(({ prompts }) => prompts.removed.length > 0)).toBe(true)
    const owed = second!.questions.filter(({ origin }) => origin.source === titled("Entretien M7"))
    expect(owed.every(({ origin }) => /Hypothèse/.test(origin.idea))).toBe(true)
    expect(owed).toHaveLength(2)
  })

  it("[Q7] has participants of every fate but one who dropped out, and figures of those who stayed", async () => {
    const sample = await sampleOf(app.services.db, project)
    expect(flowOf(sample.participants)).toEqual({
      approached: 12,
      waiting: 1,
      refused: 2,
      recruited: 9,
      expected: 1,
      absent: 1,
      declined: 0,
      leftBefore: 0,
      tookPart: 7,
      withdrew: 1,
      sample: 6,
      withThird: 1,
    })
    const [age, gender] = sample.variables.map((variable) => figuresOf(variable, sample.participants))
    expect(age).toMatchObject({ n: 6, missing: 0, numbers: { mean: 46, least: 36, most: 58 } })
    expect(gender).toMatchObject({
      options: [
        { option: "femme", count: 3 },
        { option: "homme", count: 3 },
      ],
    })
    expect(sample.variables.map(({ name }) => name)).toContain("Exercice")
    expect(new Set(sample.participants.map(({ consent }) => consent))).toEqual(
      new Set(["none", "oral", "written"]),
    )
  })

  it("[F5, F10, F26] has a group whose notes and questions stand on its recording, each at the turn it was made of", async () => {
    const source = titled("Groupe 1")
    const notes = await notesOf(app.services, source)
    const { turns } = await loadWords(app.services, source)
    expect(turns.map(({ text }) => text)).toEqual(group.turns.map(({ text }) => text))
    const beside = notesBeside(turns, notes)
    expect(beside.nowhere).toEqual([])
    expect(beside.before.map(({ marks, ms }) => [marks[0].kind, ms])).toEqual([["clap", CLAP_MS]])
    const heard = beside.turns.find(({ turn }) => turns[turn]!.text.startsWith("Eh bien, voilà"))
    expect(heard?.notes.map(({ marks }) => marks[0].sign)).toEqual(["rires"])
    const { asked, left } = askedFrom(notes, null)
    expect(asked.map(({ isExtra }) => isExtra)).toEqual([false, false, false, true, false, false])
    expect(left).toHaveLength(2)
    for (const { turn, notes: made } of beside.turns)
      for (const { ms } of made) expect(ms).toBeLessThan(group.turns[turn]!.endMs + 1_000)
  })

  it("[F12] tells how much each of the group spoke, who came late and who did not come", async () => {
    const { speaking: shares } = await speakingOf(app.services, titled("Groupe 1"))
    expect(shares.from).toBe("transcript")
    expect(shares.whole.shares.map(({ who }) => who)).toEqual(["I", "A", "B", "C", "D", "E"])
    expect(shares.questions.filter(({ question }) => question !== null)).toHaveLength(6)
    expect(shares.whole.silent).toEqual([])
  })

  it("has a debriefing in each of its parts, and notes of the interview that is compared", async () => {
    const doc = new Y.Doc()
    const { updates } = await app.services.docs.load(roomName({ kind: "notes", source: titled("Groupe 1") }))
    for (const update of updates) Y.applyUpdate(doc, update)
    for (const field of debriefing) expect(textOfRich(doc, field).length).toBeGreaterThan(60)
    const alone = await notesOf(app.services, titled("Entretien M7"))
    const { turns } = await loadWords(app.services, titled("Entretien M7"))
    expect(notesBeside(turns, alone)).toMatchObject({ before: [], nowhere: [] })
    expect(alone.marks.length).toBeGreaterThan(5)
  })

  it("[K5, K9] has what a participant wrote about his words, some of it handled", async () => {
    const { counts, comments } = await memberChecksOf(app.services, titled("Entretien M7"))
    expect(counts).toEqual({ sent: 1, opened: 1, returned: 1, comments: 3, handled: 1 })
    expect(comments.map(({ turn }) => turn !== null)).toEqual([true, true, false])
  })
})
