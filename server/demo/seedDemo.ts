/** Fills an empty database with the demo project, through the same commands that people use. */
import { readFile } from "node:fs/promises"
import { applyLabels } from "../../core/exchange/applyLabels"
import type { MemberId, PlacedTurn, SourceId } from "../../core/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { membership } from "../../db/schema"
import { codes, suggestedCodes } from "../../db/seed/demo/codes"
import { progress } from "../../db/seed/demo/coding"
import { laterReadings, steps } from "../../db/seed/demo/decisions"
import { interview, passages } from "../../db/seed/demo/interview"
import { people, project as study } from "../../db/seed/demo/people"
import { spanOf } from "../../db/seed/demo/place"
import { changeCode, createCode } from "../commands/changeCodebook"
import { createProject } from "../commands/createProject"
import { createSource } from "../commands/createSource"
import { handIn } from "../commands/handIn"
import { insertAccount } from "../commands/insertAccount"
import { addLaterReading, assentToLaterReading } from "../commands/laterReadings"
import { type LoadedTranscript, loadTranscript } from "../documents"
import { readTranscript } from "../imports/readTranscript"
import { hashPassword } from "../password"
import type { Services } from "../services"
import { demoTranscript, keepDemoRecording, seedFile } from "./demoMaterial"
import { seedField } from "./seedField"
import { seedLayer } from "./seedLayer"
import { seedMemos } from "./seedMemos"
import { type Pair, takeStep } from "./takeStep"

export async function seedDemo(services: Services): Promise<void> {
  const pair = await seedPeople(services)
  const { id: project } = await createProject(services, {
    name: study.title,
    question: study.question,
    approach: "grounded-theory",
    by: pair.a,
  })
  const joinedAt = services.clock()
  await services.db.insert(membership).values([
    { project, account: pair.b, role: "coder", joinedAt },
    { project, account: pair.supervisor, role: "supervisor", joinedAt },
  ])
  const codeIds = await seedCodes(services, project, pair.a)
  const { id: source, passages: passageIds } = await createSource(services, {
    project,
    by: pair.a,
    title: interview.title,
    kind: "interview",
    blindness: "passage",
    coders: [pair.a, pair.b],
    context: interview.context,
    transcript: demoTranscript(services, interview),
    passages,
    recording: await keepDemoRecording(services, "entretien-m7.ogg", interview.turns),
  })
  const transcript = await loadTranscript(services, source)
  for (const side of ["a", "b"] as const)
    await seedLayer(services, source, transcript, side, pair[side], codeIds)
  await seedHandIns(services, source, passageIds, pair)
  for (const step of steps) await takeStep(services, source, step, pair)
  await seedLaterReadings(services, source, transcript, pair, codeIds)
  await seedSecondSource(services, project, pair)
  await seedField(services, { project, interview: source, transcript, pair })
  await seedMemos(services, project, pair, codeIds)
}

async function seedPeople(services: Services): Promise<Pair> {
  const password = await hashPassword(services.env.demoPassword)
  const account = (person: { name: string; email: string }) =>
    insertAccount(services.db, services, { ...person, password: "" }, password)
  return {
    a: await account(people.a),
    b: await account(people.b),
    supervisor: await account(people.supervisor),
  }
}

async function seedCodes(services: Services, project: string, by: MemberId): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key, parent, name, codable, definition, colour, ...more } of codes) {
    const { id } = await createCode(services, {
      project,
      by,
      name,
      parent: parent === null ? null : ids.get(parent)!,
      codable,
      definition,
      colour: colour ?? null,
    })
    ids.set(key, id)
    for (const field of ["useWhen", "doNotUseWhen", "example"] as const) {
      if (more[field]) await changeCode(services, { code: id, by, field, value: more[field] })
    }
  }
  for (const { key } of suggestedCodes) ids.set(key, services.ids.newId())
  return ids
}

async function seedHandIns(
  services: Services,
  source: SourceId,
  passageIds: readonly string[],
  pair: Pair,
): Promise<void> {
  for (const [index, passage] of passageIds.entries()) {
    for (const side of ["a", "b"] as const) {
      if (index >= progress[side].completed) continue
      await handIn(services, {
        source,
        passage,
        coder: pair[side],
        codings: null,
        suggestedCodes: null,
        idempotencyKey: `demo-${side}-${index}`,
        expectedRevision: null,
      })
    }
  }
}

async function seedLaterReadings(
  services: Services,
  source: SourceId,
  transcript: LoadedTranscript,
  pair: Pair,
  codeIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const reading of laterReadings) {
    const span = spanOf(transcript.turns as PlacedTurn[], reading)
    const { id } = await addLaterReading(services, {
      source,
      by: pair[reading.by],
      id: reading.key,
      code: codeIds.get(reading.code)!,
      anchor: anchorTo(transcript.doc, transcript.text, span),
      memo: reading.memo,
    })
    if (reading.assent)
      await assentToLaterReading(services, { source, reading: id, by: pair[reading.assent] })
  }
}

/** A second interview, imported as a student would and not yet coded. */
async function seedSecondSource(services: Services, project: string, pair: Pair): Promise<void> {
  const reading = readTranscript({
    name: "entretien-m8.txt",
    bytes: new Uint8Array(await readFile(seedFile("entretien-m8.txt"))),
  })
  if (!reading.ok) throw new RangeError("the demo's second transcript cannot be read")
  const { labels } = reading.draft
  await createSource(services, {
    project,
    by: pair.a,
    title: "Entretien M8",
    kind: "interview",
    blindness: "source",
    coders: [pair.a, pair.b],
    context: { who: "", where: "", how: "" },
    transcript: applyLabels(
      reading.draft,
      labels.map(({ label, speaks, interviewer }) => ({ label, speaks, as: label, interviewer })),
      services.ids.newId,
    ),
    recording: null,
  })
}
