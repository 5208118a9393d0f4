import { strToU8, zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { OFFICE_LIMITS } from "../../../server/imports/office"
import { readTranscript } from "../../../server/imports/readTranscript"
import { notesOf, turnsOf } from "./read"

const read = (bytes: Uint8Array) => readTranscript({ name: "entretien.docx", bytes })
const document = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`
const docx = (body: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ "word/document.xml": strToU8(document(body)), ...more })
const p = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`
const r = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const said = (...lines: string[]) => lines.map((line) => p(r(line))).join("")
const TALK = said("I : Oui ?", "M1 : Non.", "I : Bien.", "M1 : Voilà.")
const TURNS = ["I> Oui ?", "M1> Non.", "I> Bien.", "M1> Voilà."]

describe("Word documents", () => {
  it("join runs, also where they cut a header", () => {
    const cut = p(r("M", "<w:b/>"), r("1\u00a0", "<w:b/>"), r(": "), r("É"), r("videmment."))
    expect(turnsOf(read(docx(TALK + cut)))).toEqual([...TURNS, "M1> Évidemment."])
  })

  it("take a broken line for a paragraph, and a tab for a space between label and words", () => {
    const broken = p("<w:r><w:t>M1 :</w:t><w:tab/><w:t>Un.</w:t><w:br/><w:t>I : Deux ?</w:t></w:r>")
    expect(turnsOf(read(docx(TALK + broken)))).toEqual([...TURNS, "M1> Un.", "I> Deux ?"])
  })

  it("read as if every tracked change were accepted, and count what was deleted", () => {
    const changed = p(
      r("M1 : Je "),
      `<w:del><w:r><w:delText>crois</w:delText></w:r></w:del><w:ins>${r("sais")}</w:ins>`,
      `<w:moveFrom>${r(" d’ici")}</w:moveFrom>`,
      r(" bien"),
      `<w:moveTo>${r(" par là")}</w:moveTo>`,
    )
    const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r("I : Deux ")}</w:p>${p(r("en un ?"))}`
    const reading = read(docx(TALK + changed + joined))
    expect(turnsOf(reading)).toEqual([...TURNS, "M1> Je sais bien par là", "I> Deux en un ?"])
    expect(notesOf(reading)).toEqual({ deletion: 2 })
  })

  it("[X2] leave out and count comments, notes, pictures, hidden words, field codes, headers of pages", () => {
    const full = p(
      r("M1 : Voir "),
      '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>',
      r("un secret", "<w:vanish/>"),
      r("page ", '<w:vanish w:val="0"/>'),
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>',
      r("3"),
      '<w:r><w:drawing><a:graphic><pic:pic><a:blip r:embed="rId1"/></pic:pic></a:graphic></w:drawing></w:r>',
    )
    const reading = read(docx(TALK + full, { "word/header1.xml": strToU8("<w:hdr/>") }))
    expect(turnsOf(reading)).toEqual([...TURNS, "M1> Voir page 3"])
    expect(notesOf(reading)).toEqual({
      comment: 1,
      footnote: 1,
      "hidden-text": 1,
      "field-code": 1,
      image: 1,
      "page-header": 1,
    })
  })

  it("hold the words of a text box once, after the paragraph it hangs on", () => {
    const box = (content: string) => `<w:txbxContent>${p(r(content))}</w:txbxContent>`
    const boxed = p(
      r("M1 : Avant "),
      `<w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box("dans la boîte")}</wps:txbx></mc:Choice>`,
      `<mc:Fallback><w:pict>${box("dans la boîte")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      r("après."),
    )
    expect(turnsOf(read(docx(TALK + boxed)))).toEqual([...TURNS, "M1> Avant après. dans la boîte"])
  })

  it("take headings for nobody's words", () => {
    const heading = `<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr>${r("1 - Le temps")}</w:p>`
    expect(turnsOf(read(docx(TALK + heading + said("M1 : Le temps ?"))))).toEqual([
      ...TURNS,
      "nobody> 1 - Le temps",
      "M1> Le temps ?",
    ])
  })
})

describe("tables", () => {
  const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`
  const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`
  const line = (...cells: string[]) => row(...cells.map((cell) => said(cell)))

  it("of speaker and words are turns", () => {
    const rows = [
      line("I", "Oui ?"),
      line("M1", "Non."),
      row(said(""), said("Enfin si.")),
      line("I :", "Bien."),
    ]
    expect(turnsOf(read(docx(table(...rows))))).toEqual(["I> Oui ?", "M1> Non. Enfin si.", "I> Bien."])
  })

  it("of time, speaker and words are timed turns", () => {
    const reading = read(
      docx(table(line("00:05", "I", "Oui ?"), line("00:09", "M1", "Non."), line("01:02:03", "I", "Ah."))),
    )
    expect(turnsOf(reading)).toEqual(["I> Oui ?", "M1> Non.", "I> Ah."])
    expect(reading.ok && reading.draft.paragraphs.map(({ header }) => header?.startMs)).toEqual([
      5000, 9000, 3723000,
    ])
  })

  it("hold several paragraphs in a cell", () => {
    const rows = [line("I", "Oui ?"), row(said("M1"), said("Un.", "Deux."))]
    expect(turnsOf(read(docx(table(...rows))))).toEqual(["I> Oui ?", "M1> Un. Deux."])
  })

  it("of any other kind are read cell by cell, and keep every word", () => {
    const rows = [line("Âge", "Sexe", "Lieu", "Mode"), line("42", "F", "rural", "seule")]
    expect(turnsOf(read(docx(table(...rows) + TALK)))).toEqual([
      ...["Âge", "Sexe", "Lieu", "Mode", "42", "F", "rural", "seule"].map((word) => `nobody> ${word}`),
      ...TURNS,
    ])
  })
})

describe("files that are no sound Word document are refused", () => {
  const broken = (because: string) => ({ code: "broken-docx", because })

  it("cut short, or with bytes changed", () => {
    const whole = docx(TALK.repeat(500))
    expect(turnsOf(read(whole.subarray(0, whole.length / 3)))).toEqual(broken("damaged"))
    expect(turnsOf(read(whole.map((byte, at) => (at > 60 && at < 90 ? byte ^ 0xff : byte))))).toEqual(
      broken("damaged"),
    )
  })

  it("without the document, or with XML that breaks off", () => {
    expect(turnsOf(read(zipSync({ "word/styles.xml": strToU8("<w/>") })))).toEqual(broken("no-document"))
    expect(turnsOf(read(zipSync({ "word/document.xml": strToU8("<w:document><w:p>") })))).toEqual(
      broken("bad-xml"),
    )
  })

  it("with a document type, whose entities could grow for ever", () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${document(p(r("&b;"))).slice(38)}`
    expect(turnsOf(read(zipSync({ "word/document.xml": strToU8(bomb) })))).toEqual(broken("doctype"))
  })

  it("with entities nobody declared, or elements nested beyond reason", () => {
    expect(turnsOf(read(docx(p(r("&b;")))))).toEqual(broken("bad-xml"))
    expect(turnsOf(read(docx("<w:x>".repeat(5000) + "</w:x>".repeat(5000))))).toEqual(broken("bad-xml"))
  })

  it("that unpack to far more than they hold, whatever size they claim", () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(80 * 1024 * 1024).fill(32) })
    expect(turnsOf(read(bomb))).toMatchObject({ code: "too-large", what: "unpacked" })
    const honest = new DataView(bomb.buffer, bomb.byteOffset)
    honest.setUint32(22, 100, true)
    expect(turnsOf(read(bomb))).toMatchObject({ code: "too-large", what: "unpacked" })
  })

  it("with entries without end", () => {
    const many = Object.fromEntries(
      Array.from({ length: OFFICE_LIMITS.entries + 1 }, (_, n) => [`e${n}`, new Uint8Array(0)]),
    )
    expect(turnsOf(read(zipSync(many, { level: 0 })))).toMatchObject({ code: "too-large", what: "entries" })
  })

  it("that need a password", () => {
    const locked = docx(TALK)
    locked[6]! |= 1
    expect(turnsOf(read(locked))).toEqual({ code: "encrypted" })
  })

  it("that are other documents in a zip", () => {
    const kind = (files: Record<string, Uint8Array>) =>
      turnsOf(readTranscript({ name: "a.zip", bytes: zipSync(files) }))
    expect(kind({ "xl/workbook.xml": strToU8("<x/>") })).toMatchObject({ looksLike: "spreadsheet" })
    expect(kind({ "ppt/presentation.xml": strToU8("<x/>") })).toMatchObject({ looksLike: "slides" })
    expect(kind({ "photo.jpg": strToU8("x") })).toMatchObject({ looksLike: "archive" })
  })

  it("without a word", () => {
    expect(turnsOf(read(docx(p(r(" ")))))).toEqual({ code: "no-text" })
  })
})
