import { describe, expect, it } from "vitest"
import { guessedDecisions } from "../../../core/exchange/applyLabels"
import { readTranscript } from "../../../server/imports/readTranscript"
import { timedTurns } from "../../support/spoken"
import { notesOf, turnsOf } from "./read"

const read = (name: string, text: string) => readTranscript({ name, bytes: new TextEncoder().encode(text) })
const timed = (reading: ReturnType<typeof read>) =>
  reading.ok ? timedTurns(reading, guessedDecisions(reading.draft)) : reading.problem
const page = (body: string, head = "") =>
  `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN">\n<html><head>${head}</head><body>\n${body}\n</body></html>`

describe("a page of noScribe", () => {
  const noScribe = (...paragraphs: string[]) =>
    read("M7.html", page(paragraphs.map((paragraph) => `<p >${paragraph}</p>`).join("\n")))
  const a = (name: string, text: string) => `<a name="ts_${name}" >${text}</a>`
  const MENTION =
    "<span>Transcrit avec noScribe vers. 0.7<br />Fichier audio&nbsp;: /home/lea/Mme Martin.m4a<br />(Langue)</span>"

  it("is its turns; its title is nobody's, and what it says of itself, with the path of the recording, is left out", () => {
    const reading = noScribe(
      "Entretien M7",
      MENTION,
      "",
      a("690_2070_S00", 'S00: <span style="color: #78909C" >[00:00:00]</span> Racontez-moi.'),
      a("2100_3000_S01", "S01: C’était") + a("3000_4500_S01", " en mars. (..)"),
      a("4600_5000_S00", "S00: Oui&nbsp;?"),
    )
    expect(timed(reading)).toEqual([
      "null-null nobody> Entretien M7",
      "690-2070 S00> Racontez-moi.",
      "2100-4500 S01> C’était en mars. (..)",
      "4600-5000 S00> Oui\u00a0?",
    ])
    expect(notesOf(reading)).toEqual({ "program-note": 1 })
    expect(reading.ok && reading.draft.origin).toBe("machine")
  })

  it("speech over another's is a turn of whoever speaks it", () => {
    const reading = noScribe(
      a("0_1000_S00", "S00: Je suis parti") +
        a("900_1100_//S01", " //S01: Ah oui ?") +
        a("1100_2000_S00", "// vers dix heures."),
    )
    expect(timed(reading)).toEqual([
      "0-1000 S00> Je suis parti",
      "900-1100 S01> Ah oui ?",
      "1100-2000 S00> vers dix heures.",
    ])
  })

  it("edited there: words stand after their anchors, and speakers have the names they were given", () => {
    const moved = (name: string, text: string) =>
      `<a name="ts_${name}"></a><span style="color:#000">${text}</span>`
    const reading = noScribe(
      moved("0_1000_S00", "Int.: Bonjour."),
      moved("1000_2000_S01", "M7: Bonjour.") + moved("2000_3000_S01", " Problème : j’ai froid."),
      moved("3000_4000_S00", "Int.: Ah."),
      moved("4000_5000_S00", "M7: Voilà."),
      "Int.: Ajouté à la main.",
    )
    expect(timed(reading)).toEqual([
      "0-1000 Int.> Bonjour.",
      "1000-3000 M7> Bonjour. Problème : j’ai froid.",
      "3000-4000 Int.> Ah.",
      "4000-5000 M7> Voilà.",
      "null-null Int.> Ajouté à la main.",
    ])
  })

  it("without speakers is turns of nobody", () => {
    expect(timed(noScribe(a("0_1000_", " Bonjour.") + a("1000_1500_", " Oui.")))).toEqual([
      "0-1000 nobody> Bonjour.",
      "1000-1500 nobody> Oui.",
    ])
  })
})

describe("an interview of Sonal", () => {
  const sonal = (...segments: string[]) =>
    read(
      "entretien.sonal",
      `\n${page(`<h2>Notes</h2><div id="txtnotes">à relire</div><div id="contenuText">${segments.join("")}</div>`)}`,
    )
  const segment = (times: string, speaker: string, ...spans: string[]) =>
    `<span class="lblseg sautlig" ${times} ${speaker}>${spans.join("")}</span>`
  const at = (deb: number, fin: number) => `data-deb="${deb}" data-fin="${fin}"`
  const span = (text: string, marks = "", more = "") =>
    `<span class="${marks}" ${more} data-rk="1">${text}</span>`

  it("[X7] is its turns, and names hidden there stay hidden here", () => {
    const reading = sonal(
      segment(at(0.7, 4.317), 'data-loc="1" data-nomloc="Enquêtrice"', span("Qui vous l’a dit ?")),
      segment(at(4.317, 4.5), 'data-loc="2" data-nomloc="P2"', span(" ")),
      segment(
        at(4.595, 8.02),
        'data-loc="2"',
        span("C’est "),
        span("Karine", "cat_005 anon debsel", 'data-pseudo="Mme A"'),
        span(" Martin", "cat_005 anon finsel", 'data-pseudo="Mme A"'),
        span(", et "),
        span("Karine", "anon debsel finsel", 'data-pseudo="Mme A"'),
        " encore, ",
        span("Paris", "anon-exception"),
        span(" aussi.", "", 'data-obs="à vérifier"'),
      ),
    )
    expect(timed(reading)).toEqual([
      "700-4317 Enquêtrice> Qui vous l’a dit ?",
      "4595-8020 P2> C’est Mme A, et Mme A encore, Paris aussi.",
    ])
    expect(notesOf(reading)).toEqual({ pseudonym: 2, coding: 1, comment: 2 })
    expect(JSON.stringify(reading)).not.toContain("Karine")
    expect(JSON.stringify(reading)).toContain("Paris")
  })

  it("[X7] has speakers whose names are hidden too", () => {
    const list = '<script id="loc-json">{ ["","Léa Morin"] }</script>'
    const hidden = 'data-loc="1" data-nomloc="Léa Morin" data-locpseudo="Enquêtrice"'
    const reading = sonal(
      list,
      segment(at(0, 1), hidden, span("Oui.")),
      segment(at(1, 2), 'data-loc="1"', span("Non.")),
    )
    expect(timed(reading)).toEqual(["0-2000 Enquêtrice> Oui. Non."])
    expect(JSON.stringify(reading)).not.toContain("Morin")
    expect(timed(sonal(list, segment(at(0, 1), 'data-loc="1"', span("Oui."))))).toEqual([
      "0-1000 Léa Morin> Oui.",
    ])
  })

  it("has speakers known by a number alone, or not at all", () => {
    const reading = sonal(
      segment(at(0, 1), 'data-loc="2"', span("Oui.")),
      segment(at(1, 2), 'data-loc=""', span("Non.")),
    )
    expect(timed(reading)).toEqual(["0-1000 Locuteur 2> Oui.", "1000-2000 nobody> Non."])
  })

  it("of before: marks of speakers, times and weights are not words", () => {
    const rtr = [
      "<|OBS|",
      "Au cabinet",
      ">|OBS|",
      "<|ATTR|",
      "1,2",
      ">|ATTR|",
      "::0::000",
      "[>Int.]:Racontez-moi.",
      "::12,5::000",
      "::12,5::004,012Tags=froid",
      "[>P2]: Il {+2} neigeait {-2} et",
      "j’ai dit : non. [15] Voilà.",
      "::31::",
    ]
    const reading = read("entretien.rtr", rtr.join("\r\n"))
    expect(timed(reading)).toEqual([
      "0-null Int.> Racontez-moi.",
      "12500-null P2> Il neigeait et j’ai dit : non.",
      "15000-null P2> Voilà.",
    ])
    expect(notesOf(reading)).toEqual({ coding: 1, comment: 2 })
    const old = Buffer.from("::0::000\r\n[>P2]: \xc7a g\xe8le, l\x92\x9cil\r\n::1::", "latin1")
    expect(turnsOf(readTranscript({ name: "a.rtr", bytes: old }))).toEqual(["P2> Ça gèle, l’œil"])
    expect(turnsOf(read("a.rtr", rtr.slice(0, -1).join("\n")))).toEqual({ code: "damaged", format: "rtr" })
    expect(turnsOf(read("a.rtr", "Bonjour."))).toEqual({ code: "damaged", format: "rtr" })
  })
})

describe("oTranscribe", () => {
  const stamp = (seconds: string, shown = "00:12") =>
    `<span class="timestamp" contenteditable="false" data-timestamp="${seconds}">${shown}</span>`
  const otr = (text: string) => read("M7.otr", JSON.stringify({ text, media: "M7.mp3", "media-time": 3 }))

  it("has stamps before, after or between labels and words: none is left among the words", () => {
    expect(
      timed(
        otr(
          `<p>${stamp("12.345")}&nbsp;Int.&nbsp;: Qui&nbsp;?</p>` +
            `<p>M7 : ${stamp("15.0009")} Ma fille. ${stamp("19.5")} Enfin, ma nièce.<br />Problème : elle dort.</p>` +
            `<div>Int. ${stamp("", "01:02")} : Ah.</div><p>M7 : <i>Oui</i>.</p>`,
        ),
      ),
    ).toEqual([
      "12345-null Int.> Qui\u00a0?",
      "15001-null M7> Ma fille.",
      "19500-null M7> Enfin, ma nièce. Problème : elle dort.",
      "62000-null Int.> Ah.",
      "null-null M7> Oui.",
    ])
  })

  it("is refused when cut short, and when another program wrote it", () => {
    expect(turnsOf(read("M7.otr", '{"text": "<p>Bonj'))).toEqual({ code: "damaged", format: "json" })
    expect(turnsOf(read("M7.otr", '{"name": "x"}'))).toMatchObject({ looksLike: "data" })
  })
})

describe("other pages", () => {
  const other = { code: "unknown-format", looksLike: "html", extension: "html" }

  it("are refused, and transcripts that stop before their end", () => {
    expect(turnsOf(read("a.html", page("<p>Bonjour</p>")))).toEqual(other)
    expect(turnsOf(read("a.html", "<p>Bonjour</p>"))).toEqual(other)
    const cut = page('<p><a name="ts_0_1_S00">S00: Oui</a></p>').slice(0, -12)
    expect(turnsOf(read("a.html", cut))).toEqual({ code: "damaged", format: "html" })
    expect(turnsOf(read("a.sonal", "Bonjour"))).toEqual({ code: "damaged", format: "html" })
  })

  it("run nothing: what looks like markup in what is said is said", () => {
    const said = page(
      '<p><a name="ts_0_1_S00">S00: 3 < 4, &lt;script&gt;alert(1)&lt;/script&gt; &eacute;t&#233; &foo;</a></p><script>x = "S00: non"</script>',
    )
    expect(turnsOf(read("a.html", said))).toEqual(["S00> 3 < 4, <script>alert(1)</script> été &foo;"])
  })
})
