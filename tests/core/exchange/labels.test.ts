import { describe, expect, it } from "vitest"
import { paragraphsOfText } from "../../../core/exchange/plainText"
import { draftTranscript } from "../../../core/exchange/transcriptDraft"

const labelsOf = (...lines: string[]) => draftTranscript("text", paragraphsOfText(lines.join("\n"))).labels

/** The labels we would take for speakers. */
const speakersOf = (...lines: string[]) =>
  labelsOf(...lines)
    .filter(({ speaks }) => speaks)
    .map(({ label }) => label)

/** A dialogue of so many exchanges. */
const talk = (exchanges: number) =>
  Array.from({ length: exchanges }, (_, n) => [
    `Int. : Et la question ${n} ?`,
    `M7 : Ma réponse ${n}.`,
  ]).flat()

describe("who speaks", () => {
  it("believes labels that recur", () => {
    expect(speakersOf(...talk(5))).toEqual(["Int.", "M7"])
  })

  it("believes two voices of a short transcript although neither recurs", () => {
    expect(speakersOf("I : Vous fumez ?", "P3 : Non.")).toEqual(["I", "P3"])
  })

  it("does not believe a lone label, nor a title page", () => {
    expect(speakersOf("M7 : un médecin de campagne")).toEqual([])
    expect(speakersOf("Date : 3 mai", "Lieu : au cabinet", ...talk(5))).toEqual(["Int.", "M7"])
  })

  it("takes no word before a colon for a speaker, and lists it all the same", () => {
    const said = ["Problème : il neigeait.", "Par exemple : hier.", "Conclusion : j'ai dormi là-bas."]
    expect(speakersOf(...talk(3), ...said, ...talk(3))).toEqual(["Int.", "M7"])
    expect(labelsOf(...talk(3), ...said, ...talk(3)).map(({ label }) => label)).toEqual([
      "Int.",
      "M7",
      "Problème",
      "Par exemple",
      "Conclusion",
    ])
  })

  it("does not believe what recurs inside one speaker's turns alone", () => {
    const aside = ["Int. : Et puis ?", "M7 : Voilà.", "Morale : rester calme."]
    expect(speakersOf(...talk(6), ...aside, ...talk(6), ...aside)).toEqual(["Int.", "M7"])
  })

  it("believes a voice heard once among numbered ones", () => {
    expect(
      speakersOf("G1 : Oui.", "G2 : Non.", ...talk(5), "G1 : Si.", "G2 : Ah.", "G4 : Pardon ?"),
    ).toContain("G4")
  })

  it("believes a name that has a time, although it comes once", () => {
    expect(speakersOf("Claire Aubin  0:02", "Bonjour.", "Paul Rivet  0:05", "Bonjour.")).toEqual([
      "Claire Aubin",
      "Paul Rivet",
    ])
  })

  it("believes a label of common words where it stands before a good part of the turns", () => {
    const lines = Array.from({ length: 4 }, () => ["interne en stage : Oui ?", "Question : Non."]).flat()
    expect(speakersOf(...lines)).toEqual(["interne en stage", "Question"])
  })
})

describe("who asks", () => {
  it.each([
    "Int.",
    "Int",
    "I",
    "Q",
    "E",
    "Inv",
    "Enquêteur",
    "Enquêtrice",
    "Interviewer",
    "Investigateur",
    "Moderator",
  ])("%s", (label) => expect(labelsOf(`${label} : Oui ?`)[0]!.interviewer).toBe(true))
  it.each(["Animateur", "Animatrice", "Modératrice", "Chercheuse", "Intervieweuse", "Enq"])("%s", (label) =>
    expect(labelsOf(`${label} : Oui ?`)[0]!.interviewer).toBe(true),
  )
  it.each(["M7", "P1", "Infirmière", "Médecin 3", "Interne", "Ines"])("not %s", (label) =>
    expect(labelsOf(`${label} : Oui.`)[0]!.interviewer).toBe(false),
  )
})

describe("labels that look like others", () => {
  const likeness = (rare: string, frequent: string) =>
    labelsOf(
      ...Array.from({ length: 4 }, () => ["Int. : Oui ?", `${frequent} : Oui.`]).flat(),
      `${rare} : Et encore.`,
    ).find(({ label }) => label === rare)?.like ?? null

  it.each([
    ["m7", "M7"],
    ["M 7", "M7"],
    ["M7.", "M7"],
    ["Med", "Méd"],
    ["Patient", "Patiente"],
    ["Enqêtrice", "Enquêtrice"],
    ["Enquêtirce", "Enquêtrice"],
    ["Médcin 3", "Médecin 3"],
  ])("%s is like %s", (rare, frequent) => expect(likeness(rare, frequent)).toBe(frequent))

  it.each([
    ["M8", "M7"],
    ["P12", "P1"],
    ["Médecin 4", "Médecin 3"],
    ["F", "H"],
    ["Paul", "Anna"],
  ])("%s is not like %s", (rare, frequent) => expect(likeness(rare, frequent)).toBeNull())

  it("a misspelt speaker speaks", () => {
    expect(speakersOf(...talk(6), "m7 : Encore un mot.")).toEqual(["Int.", "M7", "m7"])
  })
})

it("shows up to three samples of what is said under a label, also when the label stands alone on its line", () => {
  const [claire] = labelsOf("Claire  0:02", "Bonjour.", "Claire : Un.", "Claire : Deux.", "Claire : Trois.")
  expect(claire).toMatchObject({ count: 4, samples: ["Bonjour.", "Un.", "Deux."] })
})
