import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { TRANSCRIPT_NAMES } from "../../../app/projects/[project]/sources/new/files"
import { readTranscript } from "../../../server/imports/readTranscript"
import {
  interview,
  readTurns,
  type Spoken,
  spokenTurns,
  withoutEnds,
  withoutTimes,
} from "../../support/spoken"
import {
  captions,
  f4,
  noScribe,
  odt,
  oTranscribe,
  rtfTable,
  sonal,
  sonalText,
  teamsLines,
  whisperCpp,
  whisperX,
  writtenFiles,
} from "../../support/transcriptWriters"
import { wordFile } from "../../support/wordFile"

type Writer = (turns: readonly Spoken[]) => string | Uint8Array

const bytesOf = (file: string | Uint8Array) =>
  typeof file === "string" ? new TextEncoder().encode(file) : file

describe("[X1] [X4] what is written in a program's format is read back: who, when, and every word", () => {
  it.each<[string, Writer]>([
    ["entretien.json", whisperX],
    ["whisper-cpp.json", whisperCpp],
    ["noscribe.html", noScribe],
    ["entretien.sonal", sonal],
    ["teams.docx", (turns) => wordFile(teamsLines(turns).map((line) => [line]))],
    ["teams.vtt", (turns) => captions(turns, { voices: true })],
    ["zoom.vtt", (turns) => captions(turns, { voices: false })],
  ])("%s", (name, write) => {
    fc.assert(
      fc.property(interview(), (turns) => {
        const reading = readTranscript({ name, bytes: bytesOf(write(turns)) })
        expect(readTurns(reading, turns)).toEqual(spokenTurns(turns))
      }),
    )
  })
})

describe("[X1] [X4] where a format tells only when a turn starts, the rest is read back", () => {
  it.each<[string, Writer]>([
    ["entretien.rtr", sonalText],
    ["entretien.otr", oTranscribe],
  ])("%s", (name, write) => {
    fc.assert(
      fc.property(interview(), (turns) => {
        const reading = readTranscript({ name, bytes: bytesOf(write(turns)) })
        expect(readTurns(reading, turns)).toEqual(withoutEnds(spokenTurns(turns)))
      }),
    )
  })
})

it("f4.rtf says in tenths of a second when a turn ends, which is when the next one starts", () => {
  fc.assert(
    fc.property(interview({ unitMs: 100 }), (turns) => {
      const reading = readTranscript({ name: "f4.rtf", bytes: bytesOf(f4(turns)) })
      const chained = turns.map((turn, index) => ({ ...turn, startMs: turns[index - 1]?.endMs ?? 0 }))
      expect(readTurns(reading, turns)).toEqual(spokenTurns(chained))
    }),
  )
})

describe("where a format writes no times, the rest is read back", () => {
  it.each<[string, Writer]>([
    ["tableau.rtf", rtfTable],
    ["entretien.odt", odt],
  ])("%s", (name, write) => {
    fc.assert(
      fc.property(interview(), (turns) => {
        const reading = readTranscript({ name, bytes: bytesOf(write(turns)) })
        expect(readTurns(reading, turns)).toEqual(withoutTimes(spokenTurns(turns)))
      }),
    )
  })
})

it("every kind of file the form takes is one that is read here, or has its own tests", () => {
  const written = writtenFiles([]).map(({ name }) => name.slice(name.lastIndexOf(".")))
  const elsewhere = [".txt", ".md", ".srt"]
  expect(TRANSCRIPT_NAMES.split(",").sort()).toEqual([...new Set([...written, ...elsewhere])].sort())
})

it("the interviews generated are worth writing", () => {
  const all = fc.sample(interview(), { numRuns: 60, seed: 3 })
  const words = all.flat().flatMap(({ pieces }) => pieces)
  expect(all.some((turns) => new Set(turns.map(({ label }) => label)).size > 3)).toBe(true)
  for (const strange of ["Problème :", "\u202f", "<rien>", "a\\b", "{sic}", "🙂", '"cité"']) {
    expect(words.some((text) => text.includes(strange))).toBe(true)
  }
})
