import { describe, expect, it } from "vitest"
import { guessedDecisions } from "../../../core/exchange/applyLabels"
import { readTranscript } from "../../../server/imports/readTranscript"
import { timedTurns } from "../../support/spoken"
import { turnsOf } from "./read"

const read = (value: unknown, name = "entretien.json") =>
  readTranscript({
    name,
    bytes: new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)),
  })
const timed = (value: unknown) => {
  const reading = read(value)
  return reading.ok ? timedTurns(reading, guessedDecisions(reading.draft)) : reading.problem
}
const segment = (start: number, end: number, text: string, speaker?: string) => ({
  start,
  end,
  text,
  speaker,
})

describe("Whisper", () => {
  it("names nobody: turns end where a sentence does, or the voices rest", () => {
    const segments = [
      segment(0, 2.5, " Alors je suis arrivée"),
      segment(2.5, 4.04, " au cabinet vers huit heures."),
      segment(4.04, 6, " Problème : la porte"),
      segment(9, 10, " était fermée."),
    ]
    expect(timed({ text: "…", segments, language: "fr" })).toEqual([
      "0-4040 nobody> Alors je suis arrivée au cabinet vers huit heures.",
      "4040-6000 nobody> Problème : la porte",
      "9000-10000 nobody> était fermée.",
    ])
  })

  it("is read with names that stand before the words, as subtitles are", () => {
    const segments = [
      segment(0, 1, " Int. : Vous fumez ?"),
      segment(1, 2, " M7 : Non."),
      segment(2, 3, " Int. : Bien."),
      segment(3, 4, " M7 : Voilà."),
    ]
    expect(timed({ segments })).toEqual([
      "0-1000 Int.> Vous fumez ?",
      "1000-2000 M7> Non.",
      "2000-3000 Int.> Bien.",
      "3000-4000 M7> Voilà.",
    ])
  })

  it("[X6] is marked as made by a machine; a file typed by hand is not", () => {
    const made = read({ segments: [segment(0, 1, " Oui.")] })
    expect(made.ok && made.draft.origin).toBe("machine")
    const typed = read("M7 : Oui.", "entretien.txt")
    expect(typed.ok && typed.draft.origin).toBe("untold")
  })
})

describe("WhisperX", () => {
  it("[X5] names speakers; a segment that names nobody is nobody's, not the last speaker's", () => {
    const segments = [
      segment(0.031, 1.2, " Racontez-moi.", "SPEAKER_00"),
      segment(1.4, 2, " C’était", "SPEAKER_01"),
      segment(2, 3.5, " en mars.", "SPEAKER_01"),
      segment(3.5, 4, " Hm."),
      segment(4, 5, " Et il neigeait.", "SPEAKER_01"),
    ]
    expect(timed({ segments, word_segments: [], language: "fr" })).toEqual([
      "31-1200 SPEAKER_00> Racontez-moi.",
      "1400-3500 SPEAKER_01> C’était en mars.",
      "3500-4000 nobody> Hm.",
      "4000-5000 SPEAKER_01> Et il neigeait.",
    ])
  })

  it("is read although Python wrote NaN where it knew no number, and NaN in what is said stays", () => {
    const json =
      '{"segments": [{"start": 0.0, "end": 1.5, "text": " Elle dit : \\"NaN\\", NaN, Infinity", "score": NaN, "speaker": "A"}]}'
    expect(timed(json)).toEqual(['0-1500 A> Elle dit : "NaN", NaN, Infinity'])
  })
})

describe("its other writers", () => {
  it("a list of chunks with pairs of times", () => {
    expect(
      timed({ speakers: [{ speaker: "SPEAKER_02", timestamp: [1, 2.25], text: "Oui." }], chunks: [] }),
    ).toEqual(["1000-2250 SPEAKER_02> Oui."])
  })

  it("a bare list, and speakers by number", () => {
    expect(timed([{ start: 1, end: 2, text: "Oui.", speaker: 3 }])).toEqual(["1000-2000 SPEAKER_03> Oui."])
  })

  it("times that cannot be are no times; words stay", () => {
    const segments = [
      segment(1, 2, "Un.", "A"),
      segment(9, 3, "Deux.", "B"),
      { text: "Trois.", speaker: "A" },
    ]
    expect(timed({ segments })).toEqual(["1000-2000 A> Un.", "null-null B> Deux.", "null-null A> Trois."])
  })

  it("breaks of line, zero bytes and halves of characters cannot enter a turn", () => {
    const [turn] = timed({ segments: [segment(0, 1, "Un\n\u0000deux \ud83d trois 🙂", "A")] }) as string[]
    expect(turn).toBe("0-1000 A> Un \ufffddeux \ufffd trois 🙂")
  })
})

describe("JSON that is no transcript is refused", () => {
  const other = (looksLike: string) => ({ code: "unknown-format", looksLike, extension: "json" })

  it.each([
    ["cut short", '{"segments": [{"start": 0, "end": 1, "text": " Ou', { code: "damaged", format: "json" }],
    ["of something else", { name: "x", version: 1 }, other("data")],
    ["a list of other things", [1, 2], other("data")],
    ["texts without any time", { segments: [{ text: "Oui" }] }, other("data")],
    ["a corpus of Sonal", { tabEnt: [], tabThm: [] }, other("sonal-corpus")],
    ["without a word", { segments: [{ start: 0, end: 1, text: " " }] }, { code: "no-text" }],
    ["nested without end", "[".repeat(200_000), { code: "damaged", format: "json" }],
  ])("%s", (_, value, problem) => expect(turnsOf(read(value))).toEqual(problem))

  it("but text that only begins like it is text", () => {
    expect(turnsOf(read("[00:12] M7 : Oui.\n[00:15] I : Ah ?", "entretien.txt"))).toEqual([
      "M7> Oui.",
      "I> Ah ?",
    ])
    expect(turnsOf(read("{rires} Oui.", "entretien.txt"))).toEqual(["nobody> {rires} Oui."])
  })
})
