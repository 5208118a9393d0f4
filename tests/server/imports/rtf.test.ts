import { describe, expect, it } from "vitest"
import { readTranscript } from "../../../server/imports/readTranscript"
import { notesOf, turnsOf } from "./read"

const read = (rtf: string, name = "entretien.rtf") =>
  readTranscript({ name, bytes: Buffer.from(rtf, "latin1") })
const rtf = (body: string, head = "\\ansi\\ansicpg1252\\deff0") =>
  `{\\rtf1${head}{\\fonttbl{\\f0\\fcharset0 Arial;}}${body}}`
const TALK = "I : Oui ?\\par M1 : Non.\\par I : Bien.\\par M1 : Voil\\'e0.\\par "
const TURNS = ["I> Oui ?", "M1> Non.", "I> Bien.", "M1> Voilà."]
const damaged = { code: "damaged", format: "rtf" }

describe("the letters of an RTF document", () => {
  it("come as bytes of its code page, by number, or by name", () => {
    const body =
      "M1\\~: L\\rquote \\'9cil \\'ab\\~\\'e9t\\'e9\\~\\'bb\\u8239?! D\\u233\\'e9j\\u224 a \\uc2 \\u-10179\\'3f\\'3f\\u-8704\\'3f\\'3f\\uc0\\u8230 \\emdash  \\{oui\\}\\_non\\par "
    expect(turnsOf(read(rtf(TALK + body)))).toEqual([
      ...TURNS,
      "M1> L’œil «\u00a0été\u00a0»\u202f! Déjà 😀…— {oui}\u2011non",
    ])
  })

  it.each([
    [
      "of Windows 1250, as the font says",
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 A CE;}}\\f1 \\'9autr\\plain  \\'e9t\\'e9",
      "šutr été",
    ],
    ["of an old Mac", "\\mac{\\fonttbl{\\f0\\fnil A;}}\\f0 \\'8et\\'8e \\'cf", "été œ"],
    ["of DOS", "\\pca \\'82t\\'82 \\'87a", "été ça"],
    ["of Cyrillic", "\\ansicpg1251 \\'c4\\'e0", "Да"],
    ["of two bytes each", "{\\fonttbl{\\f0\\fcharset128 M;}}\\f0 \\'82\\'a0\\'83A", "あア"],
    ["of Windows 1252 where none is named, and as raw bytes", "\\'8cil \x92 caf\xe9", "Œil ’ café"],
  ])("%s", (_, body, text) => expect(turnsOf(read(`{\\rtf1 ${body}\\par}`))).toEqual([`nobody> ${text}`]))
})

describe("what is no word of an RTF document", () => {
  it("[X2] is left out and counted", () => {
    const body = [
      "{\\*\\generator Riched20;}{\\info{\\author L\\'e9a}}",
      "{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}}{\\header En-t\\'eate\\par}",
      "{\\pard\\plain\\s1 1 - Le temps\\par}",
      TALK,
      "M1 : Voir{\\*\\atnid L}{\\*\\annotation\\pard Ah bon\\par}{\\super\\chftn{\\footnote\\pard une note\\par}}",
      '{\\field{\\*\\fldinst{ HYPERLINK "x" }}{\\fldrslt{ ici}}} {\\v secret}{\\deleted avant }apr\\\'e8s',
      "{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 0102}}{\\listtext 1.\\tab}{\\*\\unknown {de} trop} {\\bin5 }{\\\\x}.\\par ",
    ]
    const reading = read(rtf(body.join("\n")))
    expect(turnsOf(reading)).toEqual(["nobody> 1 - Le temps", ...TURNS, "M1> Voir ici après ."])
    expect(notesOf(reading)).toEqual({
      "page-header": 1,
      comment: 1,
      footnote: 1,
      "field-code": 1,
      "hidden-text": 1,
      deletion: 1,
      image: 1,
    })
  })

  it("is not the text of a box", () => {
    const box = "{\\shp{\\*\\shpinst{\\sp{\\sn fBehind}{\\sv 0}}{\\shptxt \\pard dans la bo\\'eete\\par}}}"
    expect(turnsOf(read(rtf(`${TALK}M1 : Avant.\\par ${box}`)))).toEqual([
      ...TURNS,
      "M1> Avant. dans la boîte",
    ])
  })
})

describe("tables", () => {
  const row = (...cells: string[]) =>
    `\\trowd\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join("")}\\row `

  it("of time, speaker and words are timed turns; several paragraphs in a cell are one turn", () => {
    const reading = read(
      rtf(row("00:05", "I", "Oui ?") + row("00:09", "M1", "Non.\\par Enfin si.") + row("00:12", "I", "Ah.")),
    )
    expect(turnsOf(reading)).toEqual(["I> Oui ?", "M1> Non. Enfin si.", "I> Ah."])
    expect(reading.ok && reading.draft.paragraphs.map(({ header }) => header?.startMs)).toEqual([
      5000,
      9000,
      undefined,
      12000,
    ])
  })

  it("in a cell of another keep their words in order, as in groups that never end a row", () => {
    const nested =
      "Avant\\par\\itap2 dedans\\nestcell{\\nonesttables\\par}{\\*\\nesttableprops\\trowd\\nestrow}\\itap1 apr\\'e8s"
    expect(turnsOf(read(rtf(`${TALK}\\pard ${row("un", nested, "trois", "quatre")}\\pard fin`)))).toEqual([
      ...TURNS.slice(0, 3),
      "M1> Voilà. un Avant dedans après trois quatre fin",
    ])
    expect(turnsOf(read(rtf("\\trowd\\intbl un\\cell deux\\cell\\pard trois\\par")))).toEqual([
      "nobody> un\tdeux",
      "nobody> trois",
    ])
  })
})

it("f4: the stamp at the end of a turn is when it ends, in a document as in text", () => {
  const reading = read(rtf("I: Et ? #00:00:07-4#\\par B1: Oui. #00:00:15-0# Enfin. #00:00:27-3#\\par\\n"))
  expect(turnsOf(reading)).toEqual(["I> Et ?", "B1> Oui. Enfin."])
  expect(reading.ok && reading.draft.paragraphs.map(({ header }) => header?.endMs)).toEqual([
    7400, 15000, 27300,
  ])
})

describe("a document that is not whole, or made to be read without end, is refused", () => {
  it.each([
    ["without its end", rtf(TALK).slice(0, -1)],
    ["cut inside a word", rtf(TALK).slice(0, -12)],
    ["that ends with a backslash", "{\\rtf1 Oui\\"],
    ["nested beyond reason", `{\\rtf1 ${"{".repeat(100_000)}`],
    ["with a picture longer than itself", "{\\rtf1 Oui{\\pict\\bin4000000000 x}}"],
  ])("%s", (_, body) => expect(turnsOf(read(body))).toEqual(damaged))

  it("and one without a word", () => {
    expect(turnsOf(read(rtf("\\par")))).toEqual({ code: "no-text" })
    expect(turnsOf(read(rtf(TALK), "entretien.txt"))).toEqual(TURNS)
  })
})

it("takes time in proportion to its length", () => {
  const long = 100_000
  const bodies = ["\\cell ".repeat(long), "\\row".repeat(long), "{\\f1}".repeat(long), "\\'e9".repeat(long)]
  for (const body of [
    ...bodies,
    "\\itap20\\nestcell ".repeat(long / 10),
    `\\itap20 x${"\\par\\itap1 x\\par\\itap20 x".repeat(long / 50)}`,
  ]) {
    expect(() => turnsOf(read(rtf(body)))).not.toThrow()
  }
})
