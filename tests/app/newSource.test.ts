import { describe, expect, it } from "vitest"
import { accountOf, decide, speakersOf } from "../../app/projects/[project]/sources/new/decisions"
import { roleOf, titleFrom } from "../../app/projects/[project]/sources/new/files"
import { guessedDecisions } from "../../core/exchange/applyLabels"
import { paragraphsOfText } from "../../core/exchange/plainText"
import { draftTranscript } from "../../core/exchange/transcriptDraft"

const TEXT = [
  "ENQ : Comment cela s'est-il passé ?",
  "M7 : J'ai attendu. Problème : rien ne venait.",
  "ENQ : Pourquoi ?",
  "M7 : Le rendez-vous était dans six mois.",
  "MT : Et moi aussi.",
  "ENQ : Bien.",
].join("\n")
const draft = draftTranscript("text", paragraphsOfText(TEXT))
const guesses = guessedDecisions(draft)

describe("who speaks, as the person who imports decides", () => {
  it("is one speaker under one name, and an interviewer under all its labels", () => {
    const merged = decide(guesses, "MT", { speaks: true, as: "M7" })
    expect(speakersOf(merged)).toEqual(["ENQ", "M7"])
    const lead = decide(merged, "M7", { interviewer: true })
    expect(lead.filter(({ interviewer }) => interviewer).map(({ label }) => label)).toEqual([
      "ENQ",
      "M7",
      "MT",
    ])
  })

  it("takes what was said of the speaker whose name it takes", () => {
    const merged = decide(guesses, "MT", { speaks: true, as: "ENQ" })
    expect(merged.find(({ label }) => label === "MT")?.interviewer).toBe(true)
  })

  it("leaves labels it does not know alone", () => {
    expect(decide(guesses, "nobody", { speaks: true })).toEqual(guesses)
  })

  it("loses no word: what is no turn's was a name", () => {
    const { words, inTurns, transcript } = accountOf(draft, guesses)
    const names = guesses.filter(({ speaks }) => speaks).map(({ label }) => label)
    const asNames = draft.labels
      .filter(({ label }) => names.includes(label))
      .reduce((sum, { count }) => sum + count, 0)
    expect(words - inTurns).toBe(asNames)
    expect(transcript.turns.length).toBeGreaterThan(3)
    const allText = accountOf(
      draft,
      guesses.map((one) => ({ ...one, speaks: false })),
    )
    expect(allText.inTurns).toBe(words)
  })
})

describe("a dropped file", () => {
  it.each([
    [{ name: "M7.mp3", type: "" }, "recording"],
    [{ name: "M7", type: "audio/ogg" }, "recording"],
    [{ name: "M7.docx", type: "" }, "transcript"],
    [{ name: "M7.vtt", type: "text/vtt" }, "transcript"],
    [{ name: "M7.exe", type: "application/x-msdownload" }, "transcript"],
  ] as const)("%j is a %s", (file, role) => expect(roleOf(file)).toBe(role))

  it("gives the source its first title", () => {
    expect(titleFrom("entretien_M7-corrigé.docx")).toBe("Entretien M7 corrigé")
  })
})
