/** When words were said: imported with a transcript, used to listen again, forgotten with what is erased. */
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { ERASED } from "../../core/erasing"
import { applyLabels, guessedDecisions } from "../../core/exchange/applyLabels"
import { placeWords } from "../../core/wordTimes"
import { keepWordTimes, standingWords } from "../../core/ydoc/wordTimes"
import { recording, wordTimes } from "../../db/schema"
import { createSource } from "../../server/commands/createSource"
import { deleteSource } from "../../server/commands/deleteSource"
import { eraseWords } from "../../server/commands/eraseWords"
import { loadTranscript } from "../../server/documents"
import { readTranscript } from "../../server/imports/readTranscript"
import { reviewOf } from "../../server/queries/review"
import { wordTimesOf } from "../../server/wordTimes"
import { openShortStudy, type ShortStudy } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: ShortStudy
beforeAll(async () => {
  app = await openTestApp()
  study = await openShortStudy(app)
})
afterAll(() => app.close())

/** "2.5 peur" each: the words of a source that have times, as they stand now. */
async function timed(source: string): Promise<string[]> {
  const { doc, text } = await loadTranscript(app.services, source)
  const kept = await wordTimesOf(app.services.db, source)
  if (!kept) return []
  return standingWords(doc, kept).map(({ at, ms }) => `${ms / 1000} ${/^[^\s.,]*/u.exec(text.slice(at))![0]}`)
}

const segment = (speaker: string, ...words: readonly [string, number][]) => ({
  start: words[0]![1],
  end: words.at(-1)![1] + 1,
  text: ` ${words.map(([word]) => word).join(" ")}`,
  speaker,
  words: words.map(([word, start]) => ({ word, start, end: start + 0.4, score: 0.9 })),
})
const heard = [
  segment("SPEAKER_00", ["Vous", 0.2], ["avez", 0.5], ["peur ?", 0.8]),
  segment("SPEAKER_01", ["Oui,", 2], ["la", 2.3], ["peur.", 2.5]),
]
const beside = {
  segments: heard.map(({ words: _, ...rest }) => rest),
  words: heard.flatMap(({ words }) => words),
}
const pieces = {
  transcription: heard.map(({ text, words, start, end, speaker }) => ({
    offsets: { from: start * 1000, to: end * 1000 },
    text,
    speaker,
    tokens: [
      { text: "[_BEG_]", offsets: { from: 0, to: 0 } },
      ...words.flatMap(({ word, start }) => [
        { text: ` ${word.slice(0, 2)}`, offsets: { from: start * 1000, to: start * 1000 } },
        { text: word.slice(2), offsets: { from: start * 1000 + 100, to: start * 1000 + 200 } },
      ]),
    ],
  })),
}

it.each<[string, unknown]>([
  ["WhisperX", { segments: heard }],
  ["OpenAI", beside],
  ["whisper.cpp", pieces],
])("[C43] are read from what %s writes, and kept by their words", async (_, file) => {
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  const reading = readTranscript({ name: "m7.json", bytes })
  if (!reading.ok) throw new Error(reading.problem.code)
  const transcript = applyLabels(reading.draft, guessedDecisions(reading.draft), app.services.ids.newId)
  const { id } = await createSource(app.services, {
    project: study.project,
    by: study.ana.id,
    title: "M8",
    kind: "interview",
    blindness: "passage",
    coders: [study.ana.id, study.ben.id],
    context: { who: "", where: "", how: "" },
    transcript,
    words: reading.draft.words ?? [],
    recording: null,
  })
  expect(await timed(id)).toEqual(["0.2 Vous", "0.5 avez", "0.8 peur", "2 Oui", "2.3 la", "2.5 peur"])
  await deleteSource(app.services, { source: id, by: study.ana.id, title: "M8" })
  expect(await app.services.db.select().from(wordTimes).where(eq(wordTimes.source, id))).toEqual([])
})

it("[R14, C43] make listening again exact, and are forgotten with words that are erased", async () => {
  const { db } = app.services
  const { source } = study
  await db.insert(recording).values({
    ...{ source, key: "k", mime: "audio/ogg", bytes: 1, originalName: "m7.ogg", durationMs: 60_000 },
    createdAt: new Date(),
  })
  await study.code("fear")
  await study.handIn(study.ana, 0, ["fear"])
  await study.handIn(study.ben, 0)
  const clips = async () =>
    Object.values((await reviewOf(app.services, source)).flags).map(({ clip }) => clip)
  // Nobody knows when its turns begin.
  expect(await clips()).toEqual([null])
  const { doc, text } = await loadTranscript(app.services, source)
  const said = ["Words", "that", "are", "coded"].map((word, at) => ({
    text: word,
    startMs: 10_000 + at * 700,
  }))
  await db.insert(wordTimes).values({ source, ...keepWordTimes(doc, placeWords(text, said))! })
  expect(await clips()).toEqual([{ startMs: 7_000, endMs: 12_700 }])

  expect(await timed(source)).toEqual(["10 Words", "10.7 that", "11.4 are", "12.1 coded"])
  const from = text.indexOf("are")
  await eraseWords(app.services, {
    ...{ source, by: study.ana.id, words: null, places: [], mark: ERASED },
    spans: [{ from, to: from + 3, words: "are" }],
  })
  expect(await timed(source)).toEqual(["10 Words", "10.7 that", "12.1 coded"])
  expect((await wordTimesOf(db, source))!.times).toHaveLength(6)
})
