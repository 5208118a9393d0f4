import { strToU8, zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { readTranscript } from "../../../server/imports/readTranscript"
import { odtFile } from "../../support/transcriptWriters"
import { notesOf, turnsOf } from "./read"

const read = (bytes: Uint8Array, name = "entretien.odt") => readTranscript({ name, bytes })
const p = (text: string, style = "P1") => `<text:p text:style-name="${style}">${text}</text:p>`
const TALK = ["I : Oui ?", "M1 : Non.", "I : Bien.", "M1 : Voilà."].map((text) => p(text)).join("\n")
const TURNS = ["I> Oui ?", "M1> Non.", "I> Bien.", "M1> Voilà."]

describe("OpenDocument texts", () => {
  it("join spans, read spaces, tabs and breaks of line, and not the layout of the file", () => {
    const cut = p(
      '<text:span>M</text:span>1\u00a0<text:s/>:<text:tab/>Un\n   deux<text:s text:c="2"/>trois.<text:line-break/>I : Ah ?',
    )
    expect(turnsOf(read(odtFile(TALK + cut)))).toEqual([...TURNS, "M1> Un deux  trois.", "I> Ah ?"])
  })

  it("[X2] leave out and count deletions, comments, notes, pictures, hidden words, headers of pages", () => {
    const note = (kind: string) =>
      `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p("non")}</text:note-body></text:note>`
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p("M1 : effacé")}</text:deletion></text:changed-region></text:tracked-changes>`
    const full = p(
      `M1 : Voir${note("footnote")}${note("endnote")}<office:annotation>${p("Ah bon")}</office:annotation><text:span text:style-name="T9"> secret</text:span><draw:frame><draw:image/><svg:desc>photo</svg:desc></draw:frame> ici.`,
    )
    const styles =
      "<office:master-styles><style:header><text:p>Thèse</text:p></style:header><style:footer/></office:master-styles>"
    const reading = read(odtFile(changes + TALK + full, { "styles.xml": styles }))
    expect(turnsOf(reading)).toEqual([...TURNS, "M1> Voir ici."])
    expect(notesOf(reading)).toEqual({
      deletion: 1,
      footnote: 1,
      endnote: 1,
      comment: 1,
      "hidden-text": 1,
      image: 1,
      "page-header": 1,
    })
  })

  it("have headings of nobody, tables of turns, and boxes after the paragraph they hang on", () => {
    const row = (...cells: string[]) =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join("")}</table:table-row>`
    const box = p(
      `I : Avant <draw:frame><draw:text-box>${p("dans la boîte")}</draw:text-box></draw:frame>après.`,
    )
    const table = `<table:table>${row("00:05", "I", "Oui ?")}${row("00:09", "M1", "Non.")}</table:table>`
    const reading = read(odtFile(`<text:h>1 - Le temps</text:h>${p("M7", "P2")}${TALK}${table}${box}`))
    expect(turnsOf(reading)).toEqual([
      "nobody> 1 - Le temps",
      "nobody> M7",
      ...TURNS,
      "I> Oui ?",
      "M1> Non.",
      "I> Avant après. dans la boîte",
    ])
  })
})

describe("files that are no sound OpenDocument text are refused", () => {
  const damaged = { code: "damaged", format: "odt" }
  const content = (xml: string) => turnsOf(read(odtFile("", { "content.xml": xml })))

  it("cut short, without content, or text that has its name", () => {
    const whole = odtFile(TALK.repeat(300))
    expect(turnsOf(read(whole.subarray(0, whole.length / 2)))).toEqual(damaged)
    expect(turnsOf(read(whole.subarray(0, whole.length / 2), "entretien"))).toEqual(damaged)
    expect(turnsOf(read(zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") })))).toEqual(
      damaged,
    )
    expect(turnsOf(read(strToU8("M1 : Oui.")))).toEqual(damaged)
  })

  it("with XML that breaks off, a document type, or elements nested beyond reason", () => {
    expect(content("<office:text><text:p>Oui")).toEqual(damaged)
    expect(content('<!DOCTYPE d [<!ENTITY a "ha">]><office:text><text:p>&a;</text:p></office:text>')).toEqual(
      damaged,
    )
    expect(content(`${"<text:span>".repeat(5000)}x${"</text:span>".repeat(5000)}`)).toEqual(damaged)
  })

  it("that unpack to far more than they hold, or need a password", () => {
    expect(content(" ".repeat(30 * 1024 * 1024))).toMatchObject({ code: "too-large", what: "unpacked" })
    const locked = odtFile(TALK, { "META-INF/manifest.xml": "<manifest:encryption-data/>" })
    expect(turnsOf(read(locked))).toEqual({ code: "encrypted" })
  })

  it("without a word; and a sound one is read under any name", () => {
    expect(turnsOf(read(odtFile(p(" "))))).toEqual({ code: "no-text" })
    expect(turnsOf(read(odtFile(TALK), "entretien.txt"))).toEqual(TURNS)
  })

  it("that ask for spaces without end get some", () => {
    const [turn] = turnsOf(read(odtFile(p('Un<text:s text:c="999999999"/>deux')))) as string[]
    expect(turn!.length).toBeLessThan(200)
  })
})
