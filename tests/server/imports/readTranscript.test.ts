import { strToU8, zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { applyLabels, guessedDecisions } from "../../../core/exchange/applyLabels"
import { textOf } from "../../../core/text"
import { decodeText } from "../../../server/imports/decodeText"
import { readPastedText, readTranscript, TRANSCRIPT_BYTES } from "../../../server/imports/readTranscript"
import { counter, fixture, notesOf, turnsOf } from "./read"

const read = (name: string) => turnsOf(readTranscript(fixture(name)))
const refusal = (name: string, bytes: Uint8Array | string) =>
  turnsOf(readTranscript({ name, bytes: typeof bytes === "string" ? strToU8(bytes, true) : bytes }))

describe("fixtures", () => {
  it("an interview typed by hand: titles are nobody's, asides stay words", () => {
    const turns = read("entretien-m4.txt") as string[]
    expect(turns.map((turn) => turn.slice(0, 24))).toEqual([
      "nobody> Entretien M4 – c",
      "nobody> Durée : 38 minut",
      "Int.> Bonjour, merci de ",
      "M4> Oh, c’était lundi. U",
      "Int.> Et qu’avez-vous fa",
      "M4> J’ai écouté. Par exe",
      "Int.> Cinq minutes…",
      "M4> (rires)\u00a0: Bon, dix. ",
      "Int.> Vous êtes-vous sen",
      "M4> Contraint, non. Seul",
    ])
    expect(turns[3]).toContain("«\u202fDocteur, je n’en peux plus.\u202f» Et moi j’avais")
    expect(turns[3]).toContain("retard. Problème\u00a0: je ne le connaissais pas")
  })

  it("an old French text file: accents right, misspelt labels merged", () => {
    expect(read("entretien-p2-windows-1252.txt")).toEqual([
      "Enquêtrice> Depuis quand prenez-vous ce traitement pour dormir ?",
      "P2> Oh là là… ça fait bien huit ans. C’était après le décès de mon mari.",
      "Enquêtrice> Qui vous l’a prescrit, au début ?",
      "P2> L’hôpital. Après, mon médecin a continué, « pour ne pas me brusquer », qu’il disait.",
      "Enquêtrice> Et si l’on vous proposait de l’arrêter ?",
      "P2> Ça me ferait mal au cœur… enfin, ça me ferait peur, plutôt.",
      "Enquêtrice> Peur de quoi ?",
      "P2> De la nuit.",
    ])
  })

  it("UTF-16 as Windows writes it", () => {
    expect(read("entretien-p5-utf16.txt")).toContain("P5> Par téléphone. Un naïf dirait que c’est rapide…")
  })

  it("f4: no stamp left among the words", () => {
    expect(read("entretien-b1-f4.txt")).toContain(
      "B1> La dame m'attendait sur le pas de la porte avec une lampe. Je n'ai jamais revu un accueil pareil.",
    )
  })

  it("Markdown: headings are nobody's, emphasis is not text", () => {
    expect(read("entretien-m9.md")).toEqual([
      "nobody> Entretien M9",
      "nobody> *Cabinet seul, ville moyenne*",
      "nobody> 1 - Le temps",
      "Investigateur> Combien de temps dure une consultation, chez vous ?",
      "M9> Quinze minutes sur le papier. En vrai, vingt. Et le vendredi, je ne compte plus.",
      "Investigateur> Pourquoi le vendredi ?",
      "M9> Parce que le week-end arrive [rires].",
      "nobody> 2 - La solitude",
      "Investigateur> Vous travaillez seul…",
      "M9> Seul, c'est un choix. Enfin, c'était.",
    ])
  })

  it("Teams: voices, entities, cues merged into turns", () => {
    expect(read("teleconsultation-teams.vtt")).toEqual([
      "Nadia Kerbel> Bonjour, vous m'entendez bien\u00a0? Je lance l'enregistrement.",
      "Participant M11> Oui, très bien. Attendez, je ferme la porte.",
      "Nadia Kerbel> Qu'est-ce que la téléconsultation a changé pour vous\u00a0?",
      "Participant M11> Le regard. On ne voit plus marcher les gens, < 1 minute et c'est fini. Voilà.",
      "Nadia Kerbel> Marcher ?",
    ])
    expect(notesOf(readTranscript(fixture("teleconsultation-teams.vtt")))).toEqual({ "caption-note": 1 })
  })

  it("Zoom: names before the words", () => {
    expect(read("reunion-zoom.vtt")).toContain("MG2> Les gardes, moi j'ai arrêté après mon deuxième enfant.")
  })

  it("SubRip with a mark, gaps in its numbers and formatting", () => {
    expect(read("entretien-s1.srt")).toEqual([
      "Enquêteur> Racontez-moi votre arrivée.",
      "S1> Je suis arrivée un lundi, avec deux valises. Le cabinet était fermé.",
      "Enquêteur> Fermé ?",
      "S1> Fermé. Un mot sur la porte, et le 15.",
    ])
  })
})

describe("the law: tokens out are tokens in, less those of labels and times", () => {
  const tokens = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

  it.each([
    "entretien-m4.txt",
    "entretien-p2-windows-1252.txt",
    "entretien-p5-utf16.txt",
    "entretien-b1-f4.txt",
    "entretien-m9.md",
    "reunion-otter.txt",
    "focus-group-dates.txt",
  ])("%s", (name) => {
    const { bytes } = fixture(name)
    const reading = readTranscript({ name, bytes })
    if (!reading.ok) throw new Error(reading.problem.code)
    const kept = tokens(textOf(applyLabels(reading.draft, guessedDecisions(reading.draft), counter()).turns))
    const structure = new Set(
      reading.draft.labels.filter(({ speaks }) => speaks).flatMap(({ label }) => tokens(label)),
    )
    let at = 0
    for (const token of tokens(decodeText(bytes)!)) {
      if (token === kept[at]) at++
      else expect(structure.has(token) || /^\d+$/.test(token), `${token} was lost`).toBe(true)
    }
    expect(at).toBe(kept.length)
  })
})

describe("[X3] what a file is, its bytes say", () => {
  const dialogue = "I : Oui ?\nM1 : Non.\nI : Bien.\nM1 : Voilà."
  const paragraphs = dialogue.split("\n").map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
  const docx = zipSync({
    "word/document.xml": strToU8(
      `<w:document xmlns:w="w"><w:body>${paragraphs.join("")}</w:body></w:document>`,
    ),
  })
  const expected = ["I> Oui ?", "M1> Non.", "I> Bien.", "M1> Voilà."]

  it("a Word document named .txt is read as one", () => {
    expect(refusal("entretien.txt", docx)).toEqual(expected)
    expect(refusal("entretien", docx)).toEqual(expected)
  })

  it("text with an unknown name is read as text", () => {
    expect(refusal("entretien", strToU8(dialogue))).toEqual(expected)
    expect(refusal("entretien.v2", strToU8(dialogue))).toEqual(expected)
  })

  it("subtitles are recognised whatever their name", () => {
    expect(refusal("entretien.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Oui.")).toEqual(["Ana> Oui."])
    expect(refusal("entretien.txt", "1\r\n00:00:01,000 --> 00:00:02,000\r\nOui.\r\n")).toEqual([
      "nobody> Oui.",
    ])
  })

  it("a .vtt without cues is read as text", () => {
    expect(refusal("entretien.vtt", strToU8(dialogue))).toEqual(expected)
  })

  const other = (looksLike: string | null, extension: string) => ({
    code: "unknown-format",
    looksLike,
    extension,
  })
  it.each([
    ["a program", "entretien.txt", "MZ\x90\x00\x03\x00\x00\x00", other("program", "txt")],
    ["a script", "entretien.txt", "#!/bin/sh\nexit", other("program", "txt")],
    ["a PDF", "entretien.docx", "%PDF-1.7\n", other("pdf", "docx")],
    ["a page", "entretien.txt", "\n<!DOCTYPE html><p>Bonjour", other("html", "txt")],
    ["a recording", "entretien.txt", "ID3\x04\x00\x00", other("recording", "txt")],
    ["a film", "entretien.txt", `\x1a\x45\xdf\xa3webm${"\0".repeat(300_000)}`, other("recording", "txt")],
    ["a picture", "entretien.md", "\x89PNG\r\n\x1a\n", other("image", "md")],
    [
      "an old Word file",
      "entretien.doc",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
      other("old-word", "doc"),
    ],
    ["bytes at random", "entretien.txt", "\x00\x01\x02\x03\x9f\x01", { code: "binary" }],
    ["nothing", "entretien.docx", "", { code: "empty-file" }],
    ["white space", "entretien.txt", " \r\n\u00a0\r\n", { code: "no-text" }],
    ["marks without a word", "entretien.txt", "...\n- ?", { code: "no-text" }],
    ["text named .docx", "entretien.docx", "I : Oui ?", { code: "broken-docx", because: "not-a-zip" }],
  ])("%s is refused", (_, name, bytes, problem) => expect(refusal(name, bytes)).toEqual(problem))

  it("a Word document with a password is refused as one", () => {
    const name = Buffer.from("EncryptedPackage", "utf16le").toString("latin1")
    expect(refusal("entretien.docx", `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${name}`)).toEqual({
      code: "encrypted",
    })
    expect(refusal("entretien.docx", `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1!${name}`)).toEqual({
      code: "encrypted",
    })
  })

  it("more than a transcript can be is refused unread", () => {
    expect(refusal("entretien.txt", new Uint8Array(TRANSCRIPT_BYTES + 1))).toMatchObject({
      code: "too-large",
      what: "file",
    })
  })

  it("more words, or more paragraphs, than anybody says are refused before each is looked at", () => {
    const segments = (count: number) => {
      const segment = { start: 0, end: 1, text: "Oui." }
      return JSON.stringify({ segments: Array.from({ length: count }, () => segment) })
    }
    expect(refusal("entretien.txt", "oui\n".repeat(1_100_000))).toMatchObject({ what: "file" })
    expect(refusal("entretien.json", segments(50_001))).toEqual({
      code: "too-large",
      what: "paragraphs",
      limit: 50_000,
    })
    const read = readTranscript({ name: "entretien.json", bytes: Buffer.from(segments(50_000)) })
    expect(read.ok && read.draft.paragraphs.length).toBe(50_000)
  })
})

it("pasted words are read as a text file is", () => {
  expect(turnsOf(readPastedText("I : Oui ?\r\nM1 : Non."))).toEqual(["I> Oui ?", "M1> Non."])
  expect(turnsOf(readPastedText(" \n "))).toEqual({ code: "empty-file" })
})

// Quadratic reading of these takes minutes, which the runner's own limit would end.
it("a hostile text takes time in proportion to its length", () => {
  const long = 60_000
  const hostile = [
    `M7${" ".repeat(long)}x`,
    `[${" ".repeat(long)}`,
    `x${" #".repeat(long)}`,
    "**a ".repeat(long / 4),
    `# ${" #".repeat(long / 2)}x`,
    `1${"\n".repeat(long)}`,
    "<v ".repeat(long / 3),
    "<a ".repeat(long / 3),
    "-->".repeat(long / 3),
    Array.from({ length: long / 15 }, (_, n) => `Nom${n.toString(36)} : oui`).join("\n"),
  ]
  for (const text of hostile) {
    for (const name of ["a.txt", "a.md", "a.vtt"]) {
      expect(() => turnsOf(readTranscript({ name, bytes: strToU8(text) }))).not.toThrow()
    }
  }
})
