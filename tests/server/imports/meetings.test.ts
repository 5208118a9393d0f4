import { describe, expect, it } from "vitest"
import { guessedDecisions } from "../../../core/exchange/applyLabels"
import { readTranscript } from "../../../server/imports/readTranscript"
import { timedTurns } from "../../support/spoken"
import { wordFile } from "../../support/wordFile"
import { fixture } from "./read"

const timed = (reading: ReturnType<typeof readTranscript>) =>
  reading.ok ? timedTurns(reading, guessedDecisions(reading.draft)) : reading.problem
const word = (...paragraphs: string[]) =>
  readTranscript({ name: "reunion.docx", bytes: wordFile(paragraphs.map((text) => [text])) })
const text = (name: string, ...lines: string[]) =>
  readTranscript({ name, bytes: new TextEncoder().encode(lines.join("\n")) })

describe("a meeting of Teams", () => {
  it("as a Word document of today: names with a time above the words", () => {
    const reading = word(
      "Entretien M11-20260312_093000-Enregistrement de la réunion",
      "12 mars 2026, 09:30AM",
      "45m 12s",
      "Nadia Kerbel   0:03\nBonjour, vous m’entendez ?",
      "Participant M11   0:09\nOui. Problème : le son coupe.",
      "Nadia Kerbel   1:02:03\nAh.",
    )
    expect(timed(reading)).toEqual([
      "null-null nobody> Entretien M11-20260312_093000-Enregistrement de la réunion",
      "null-null nobody> 12 mars 2026, 09:30AM",
      "null-null nobody> 45m 12s",
      "3000-null Nadia Kerbel> Bonjour, vous m’entendez ?",
      "9000-null Participant M11> Oui. Problème : le son coupe.",
      "3723000-null Nadia Kerbel> Ah.",
    ])
  })

  it("as a Word document of before: a line of times, a name, the words; marked as made by a machine", () => {
    const reading = word(
      "0:0:0.0 --> 0:0:3.240\nNadia Kerbel\nBonjour.",
      "0:0:3.240 --> 0:0:6.480\nNadia Kerbel\nÇa va ?",
      "0:0:7.0 --> 0:0:9.50\nParticipant M11\nProblème : non.",
      "0:0:9.500 --> 0:0:10.0\nHm.",
      "0:0:11.0 --> 0:0:12.0\nNadia Kerbel\nBien.",
    )
    expect(timed(reading)).toEqual([
      "0-6480 Nadia Kerbel> Bonjour. Ça va ?",
      "7000-9500 Participant M11> Problème : non.",
      "9500-10000 nobody> Hm.",
      "11000-12000 Nadia Kerbel> Bien.",
    ])
    expect(reading.ok && reading.draft.origin).toBe("machine")
  })

  it("as captions: any name a tag can hold; marked as made by a machine", () => {
    const reading = readTranscript(fixture("teleconsultation-teams.vtt"))
    expect(reading.ok && reading.draft.origin).toBe("machine")
    expect(
      timed(
        text(
          "a.vtt",
          "WEBVTT",
          "",
          "00:01.000 --> 00:02.000",
          "<v Kerbel, Nadia (Faculté de médecine - CHU)>Oui.</v>",
        ),
      ),
    ).toEqual(["1000-2000 Kerbel, Nadia (Faculté de médecine - CHU)> Oui."])
  })
})

describe("a meeting of Zoom", () => {
  it("as captions: names before the words; who made them is not told", () => {
    const reading = readTranscript(fixture("reunion-zoom.vtt"))
    expect((timed(reading) as string[]).slice(0, 2)).toEqual([
      "1000-3500 Animatrice> On parle de la permanence des soins.",
      "4000-9000 MG2> Les gardes, moi j'ai arrêté après mon deuxième enfant.",
    ])
    expect(reading.ok && reading.draft.origin).toBe("untold")
  })

  it("as captions saved as text: a name and a time above the words", () => {
    expect(
      timed(
        text(
          "closed_caption.txt",
          "[Nadia Kerbel] 09:12:03",
          "Bonjour.",
          "[MG2] 09:12:08",
          "Oui.",
          "[Nadia Kerbel] 09:12:10",
          "Bien.",
        ),
      ),
    ).toEqual([
      "33123000-null Nadia Kerbel> Bonjour.",
      "33128000-null MG2> Oui.",
      "33130000-null Nadia Kerbel> Bien.",
    ])
  })
})

it("captions of noScribe, whose voices may have no name, are marked as made by a machine", () => {
  const reading = text(
    "M7.vtt",
    "WEBVTT M7",
    "",
    "NOTE",
    "Transcribed with noScribe vers. 0.7",
    "",
    "1",
    "00:00:01.930 --> 00:00:03.310",
    "<v >Bonjour.",
    "",
    "2",
    "00:00:03.470 --> 00:00:03.690",
    "<v S01>Oui.",
  )
  expect(timed(reading)).toEqual(["1930-3310 nobody> Bonjour.", "3470-3690 S01> Oui."])
  expect(reading.ok && reading.draft.origin).toBe("machine")
})
