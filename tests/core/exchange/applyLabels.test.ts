import { describe, expect, it } from "vitest"
import {
  applyLabels,
  emptyTurns,
  guessedDecisions,
  type LabelDecision,
} from "../../../core/exchange/applyLabels"
import { paragraphsOfText } from "../../../core/exchange/plainText"
import { draftTranscript } from "../../../core/exchange/transcriptDraft"

const draftOf = (...lines: string[]) => draftTranscript("text", paragraphsOfText(lines.join("\n")))
const speaks = (label: string, as = label): LabelDecision => ({ label, speaks: true, as, interviewer: false })
const words = (label: string): LabelDecision => ({ label, speaks: false, as: label, interviewer: false })

function turnsOf(draft: ReturnType<typeof draftOf>, decisions: readonly LabelDecision[]) {
  let ids = 0
  const { speakers, turns } = applyLabels(draft, decisions, () => `s${ids++}`)
  return turns.map(
    ({ speaker, text }) => `${speakers.find(({ id }) => id === speaker)?.label ?? "nobody"}> ${text}`,
  )
}

describe("what a decision does", () => {
  const draft = draftOf("M7 : Oui.", "Problème : il neigeait.", "Int. : Et ?", "m7 : Rien.")

  it("makes the label of a speaker structure, and keeps any other among the words", () => {
    expect(turnsOf(draft, [speaks("M7"), words("Problème"), speaks("Int."), words("m7")])).toEqual([
      "M7> Oui. Problème : il neigeait.",
      "Int.> Et ? m7 : Rien.",
    ])
  })

  it("believes the person who says that a word speaks", () => {
    expect(turnsOf(draft, [speaks("M7"), speaks("Problème")])[1]).toBe(
      "Problème> il neigeait. Int. : Et ? m7 : Rien.",
    )
  })

  it("keeps a label nobody decided about among the words", () => {
    expect(turnsOf(draft, [])).toEqual([
      "nobody> M7 : Oui.",
      "nobody> Problème : il neigeait.",
      "nobody> Int. : Et ?",
      "nobody> m7 : Rien.",
    ])
  })

  it("gives two labels with the same name one speaker", () => {
    const { speakers } = applyLabels(draft, [speaks("M7", "Médecin"), speaks("m7", " Médecin ")], () => "one")
    expect(speakers).toEqual([{ id: "one", label: "Médecin", interviewer: false }])
  })

  it("makes a speaker an interviewer when one of the labels merged says so", () => {
    const asks = { ...speaks("m7", "M7"), interviewer: true }
    expect(applyLabels(draft, [speaks("M7"), asks], () => "one").speakers[0]!.interviewer).toBe(true)
  })

  it("keeps the label as a name when no name is given, and makes no speaker of a label without words", () => {
    const { speakers } = applyLabels(draftOf("A :", "B : Oui."), [speaks("A"), speaks("B", " ")], () => "id")
    expect(speakers.map(({ label }) => label)).toEqual(["B"])
  })
})

describe("turns", () => {
  it("go on in paragraphs without a header, after a space, never a line break", () => {
    expect(
      turnsOf(draftOf("M7 : Un.", "", "Deux.", "Trois.", "I : Ah."), [speaks("M7"), speaks("I")]),
    ).toEqual(["M7> Un. Deux. Trois.", "I> Ah."])
  })

  it("begin anew with each header, also of the same speaker", () => {
    expect(turnsOf(draftOf("M7 : Un.", "M7 : Deux."), [speaks("M7")])).toEqual(["M7> Un.", "M7> Deux."])
  })

  it("are nobody's before anybody spoke, a paragraph each", () => {
    expect(turnsOf(draftOf("Entretien M7", "Le 3 mai", "M7 : Oui."), [speaks("M7")])).toEqual([
      "nobody> Entretien M7",
      "nobody> Le 3 mai",
      "M7> Oui.",
    ])
  })

  it("are nobody's for headings, after which the same person goes on", () => {
    const draft = draftTranscript("markdown", [
      { text: "M7 : Un." },
      { text: "2 - Le temps", heading: true },
      { text: "Deux." },
    ])
    expect(turnsOf(draft, [speaks("M7")])).toEqual(["M7> Un.", "nobody> 2 - Le temps", "M7> Deux."])
  })

  it("without words are left out and counted", () => {
    const draft = draftOf("M7 :", "I : Oui ?", "M7 [00:12] :", "I : Bien.")
    const decisions = guessedDecisions(draft)
    expect(turnsOf(draft, decisions)).toEqual(["I> Oui ?", "I> Bien."])
    expect(emptyTurns(draft, decisions)).toBe(2)
  })
})

describe("times", () => {
  const timed = (...lines: string[]) => {
    const draft = draftOf(...lines)
    return applyLabels(draft, guessedDecisions(draft), () => "id").turns.map(
      ({ startMs, endMs, text }) => `${startMs}-${endMs} ${text}`,
    )
  }

  it("before the words are when the turn starts", () => {
    expect(timed("[00:05] I : Oui ?", "M7 (0:07 - 0:09) : Non.", "I : Ah.")).toEqual([
      "5000-null Oui ?",
      "7000-9000 Non.",
      "null-null Ah.",
    ])
  })

  it("of f4 are when the turn ends, which is when the next starts", () => {
    expect(timed("I: Oui ? #00:00:02-5#", "B1: Non. #00:00:03-0# Si. #00:00:09-0#")).toEqual([
      "0-2500 Oui ?",
      "2500-9000 Non. Si.",
    ])
  })

  it("alone at the head of a paragraph start a turn of whoever was speaking", () => {
    expect(timed("[00:05] M7 : Oui.", "[00:09] Enfin, non.")).toEqual([
      "5000-null Oui.",
      "9000-null Enfin, non.",
    ])
  })

  it("are not taken out of what is said", () => {
    expect(timed("I : À quelle heure ?", "M7 : À 12:31. [rires]")[1]).toBe("null-null À 12:31. [rires]")
  })
})
