import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { piecesOf } from "../../core/erasing"
import { textOf } from "../../core/text"
import { placeWords, wordAt } from "../../core/wordTimes"
import { replaceWith, type } from "../../core/ydoc/editing"
import { eraseInTranscript } from "../../core/ydoc/erasing"
import { historyOf } from "../../core/ydoc/history"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"
import { splitTurn } from "../../core/ydoc/turnEdits"
import { keepWordTimes, standingWords, withoutGone } from "../../core/ydoc/wordTimes"

const said = (...words: string[]) => words.map((text, at) => ({ text, startMs: (at + 1) * 1000 }))
/** Each word that was found, with its second. */
const found = (text: string, ...words: string[]) =>
  placeWords(text, said(...words)).map(({ at, ms }) => `${ms / 1000} ${/^\S+/.exec(text.slice(at))![0]}`)

describe("[C43] words that a program heard", () => {
  it("are found in the text one after the other, whatever stands between", () => {
    const text = "Et la peur ?\nLa peur, la peur du vide."
    const heard = [" Et", " la", " peur", "La", "peur,", " la", "peur", "du", " Vide."]
    expect(found(text, ...heard)).toEqual([
      ...["1 Et", "2 la", "3 peur", "4 La", "5 peur,", "6 la", "7 peur", "8 du", "9 vide."],
    ])
  })

  it("are not found inside others, nor far away; what is missing is left out", () => {
    expect(found("malade à la fin", "à", "fin")).toEqual(["1 à", "2 fin"])
    expect(found("oui et non", "oui", "", "euh", "non")).toEqual(["1 oui", "4 non"])
    expect(found(`oui ${"x ".repeat(200)}non`, "oui", "non")).toEqual(["1 oui"])
  })

  it("are found again behind a stretch of which the program heard no word", () => {
    const heard = "Et puis un jour tout a changé, voilà".split(" ")
    const text = `Oui. ${"Rien de cela n'a d'heure. ".repeat(30)}Et puis un jour tout a changé, voilà.`
    expect(found(text, "Oui.", ...heard)).toEqual(["1 Oui.", "6 tout", "7 a", "8 changé,", "9 voilà."])
  })

  it("are found where a letter has a small one of two characters", () => {
    expect(found("İİİ İstanbul, oui", "İstanbul", "OUI")).toEqual(["1 İstanbul,", "2 oui"])
  })

  it("are given up quickly where they are not there", () => {
    const missing = Array.from({ length: 100_000 }, (_, at) => ({ text: `absent${at}`, startMs: at }))
    const heard = [{ text: "oui", startMs: 1_000 }, ...missing]
    expect(placeWords(`oui ${"x ".repeat(300_000)}`, heard)).toEqual([{ at: 0, ms: 1_000 }])
  })

  it("are heard until the next one, or for a moment", () => {
    const words = [
      { at: 0, ms: 1_000 },
      { at: 4, ms: 1_300 },
    ]
    expect(wordAt(words, 999)).toBeNull()
    expect(wordAt(words, 1_200)?.at).toBe(0)
    expect(wordAt(words, 2_000)?.at).toBe(4)
    expect(wordAt(words, 5_000)).toBeNull()
  })
})

describe("[C43] times that are kept beside a transcript", () => {
  const turns = ["Vous avez peur ?", "Oui, la peur du vide."]
  function written() {
    const doc = new Y.Doc()
    writeTranscript(doc, {
      speakers: [],
      turns: turns.map((text) => ({ speaker: null, startMs: null, endMs: null, text })),
    })
    const words = "Vous avez peur Oui la peur du vide".split(" ")
    const kept = keepWordTimes(doc, placeWords(turns.join("\n"), said(...words)))!
    const text = () => textOf(readTranscript(doc).turns)
    /** "1 Vous" each, as they stand now. */
    const standing = (of = kept) =>
      standingWords(doc, of).map(({ at, ms }) => `${ms / 1000} ${/^[\p{L}⋯]*/u.exec(text().slice(at))![0]}`)
    return { doc, kept, text, standing }
  }
  const all = ["1 Vous", "2 avez", "3 peur", "4 Oui", "5 la", "6 peur", "7 du", "8 vide"]

  it("stay with their words through writing, splitting and undoing", () => {
    const { doc, text, standing } = written()
    expect(standing()).toEqual(all)
    const history = historyOf(doc)
    type(doc, 0, "Alors, ")
    splitTurn(doc, text().indexOf("du"))
    expect(standing()).toEqual(all)
    const at = text().indexOf("la peur")
    replaceWith(doc, { from: at, to: at + 2 }, ["ma"])
    expect(standing()).toEqual(all.filter((word) => word !== "5 la"))
    history.close()
    while (history.undo());
    expect(text()).toBe(turns.join("\n"))
    expect(standing()).toEqual(all)
  })

  it("hold no word, and are forgotten with the words that are erased", () => {
    const { doc, kept, text, standing } = written()
    expect(JSON.stringify(kept)).not.toMatch(/peur|vide/)
    const at = text().indexOf("peur du")
    const spans = [{ from: at, to: at + 4, words: "peur" }]
    eraseInTranscript(doc, piecesOf(text(), spans, "⋯"))
    const left = withoutGone(doc, kept)
    expect(standing(left)).toEqual(all.filter((word) => word !== "6 peur"))
    expect(left.times).toHaveLength(2 * 7)
  })
})
