import { describe, expect, it } from "vitest"
import { applyLabels, guessedDecisions } from "../../../core/exchange/applyLabels"
import { readCues } from "../../../core/exchange/cues"
import { draftTranscript } from "../../../core/exchange/transcriptDraft"

function turnsOf(...lines: string[]) {
  const draft = draftTranscript("vtt", readCues(lines.join("\n")).paragraphs)
  const { speakers, turns } = applyLabels(draft, guessedDecisions(draft), () => `s${Math.random()}`)
  return turns.map(({ speaker, startMs, endMs, text }) => {
    const label = speakers.find(({ id }) => id === speaker)?.label ?? "nobody"
    return `${startMs}-${endMs} ${label}> ${text}`
  })
}

describe("voices", () => {
  it("name the speaker; cues of one voice in a row are one turn", () => {
    expect(
      turnsOf(
        "WEBVTT",
        "",
        "00:01.000 --> 00:02.000",
        "<v.loud Léa Morin>Bonjour.</v>",
        "",
        "00:02.000 --> 00:04.000",
        "<v Léa Morin>Ça va ?",
        "",
        "00:04.000 --> 00:05.000",
        "<v M2>Oui.",
      ),
    ).toEqual(["1000-4000 Léa Morin> Bonjour. Ça va ?", "4000-5000 M2> Oui."])
  })

  it("are believed although each speaks once", () => {
    expect(turnsOf("WEBVTT", "", "00:01.000 --> 00:02.000", "<v une voix au fond>Oui.")).toEqual([
      "1000-2000 une voix au fond> Oui.",
    ])
  })
})

describe("names before the words", () => {
  it("hold until the next name", () => {
    const cue = (second: number, text: string) => [`00:0${second}.000 --> 00:0${second + 1}.000`, text, ""]
    expect(
      turnsOf(...cue(1, "I: Oui ?"), ...cue(2, "M2: Non,"), ...cue(3, "jamais."), ...cue(4, "I: Bien.")),
    ).toEqual(["1000-2000 I> Oui ?", "2000-4000 M2> Non, jamais.", "4000-5000 I> Bien."])
  })
})

describe("nobody named", () => {
  it("cuts where a sentence ends or the voices rest", () => {
    expect(
      turnsOf(
        ...["00:01.000 --> 00:02.000", "Je suis", ""],
        ...["00:02.000 --> 00:03.000", "arrivée.", ""],
        ...["00:03.000 --> 00:04.000", "Un lundi", ""],
        ...["00:09.000 --> 00:10.000", "de mai", ""],
      ),
    ).toEqual([
      "1000-3000 nobody> Je suis arrivée.",
      "3000-4000 nobody> Un lundi",
      "9000-10000 nobody> de mai",
    ])
  })
})

describe("times that no recording has", () => {
  it("are none; what was said is there", () => {
    const hours = ["277", "278", "9".repeat(400)]
    const cues = hours.flatMap((hour) => [`${hour}:00:00,000 --> ${hour}:00:01,000`, `À ${hour.length}.`, ""])
    expect(turnsOf(...cues)).toEqual([
      "997200000-997201000 nobody> À 3.",
      "null-null nobody> À 3.",
      "null-null nobody> À 400.",
    ])
  })
})

describe("what nobody said", () => {
  it("numbers, identifiers, settings, marks and remarks are left out; remarks are counted", () => {
    const { paragraphs, remarks } = readCues(
      [
        "WEBVTT - réunion",
        "Kind: captions",
        "",
        "NOTE",
        "relu une fois",
        "",
        "STYLE",
        "::cue { color: lime }",
        "",
        "intro",
        "00:01.000 --> 00:02.000 align:start position:10%",
        "<c.jaune>R&amp;D, c&#39;est <00:01.500>vite dit</c> : 3 < 4",
        "2",
        "00:02.000 --> 00:03.000",
        "12",
        "chats",
      ].join("\r\n"),
    )
    expect(paragraphs.map(({ text }) => text)).toEqual(["R&D, c'est vite dit : 3 < 4", "12", "chats"])
    expect(remarks).toBe(2)
  })

  it("a number on a line of its own is said, unless a time follows", () => {
    const { paragraphs } = readCues(
      "1\n00:00:01,000 --> 00:00:02,000\nCombien ?\n12\n\n3\n00:00:03,000 --> 00:00:04,000\nAh.",
    )
    expect(paragraphs.map(({ text }) => text)).toEqual(["Combien ?", "12", "Ah."])
  })
})
