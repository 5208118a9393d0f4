/** What has changed between two texts, and a transcript that is made to read as it did. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { isLost } from "../../core/anchor"
import { comparedLines, differences } from "../../core/comparing"
import type { Transcript } from "../../core/model"
import { textOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { remove, replace, type } from "../../core/ydoc/editing"
import { historyOf } from "../../core/ydoc/history"
import { restoreTranscript } from "../../core/ydoc/restoring"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"
import { changeSpeaker, joinTurns, splitTurn } from "../../core/ydoc/turnEdits"

/** Each difference as what goes and what comes. */
const told = (before: string, after: string) =>
  differences(before, after).map(({ from, to, words }) => `${before.slice(from, to)}>${words}`)

function changed(before: string, after: string): string {
  let text = ""
  let at = 0
  for (const { from, to, words } of differences(before, after)) {
    text += before.slice(at, from) + words
    at = to
  }
  return text + before.slice(at)
}

describe("what has changed between two texts", () => {
  it("is told by whole words, each by its own, and by turns", () => {
    expect(told("Oui, la peur du vide.", "Oui, la peur du vide.")).toEqual([])
    expect(told("Oui, la peur du vide.", "Oui, une peur du noir.")).toEqual(["la>une", "vide.>noir."])
    expect(told("Oui. Non.", "Oui.\nNon.")).toEqual([" >\n"])
    expect(told("Oui la peur", "Oui peur")).toEqual(["la >"])
    expect(told("", "Oui")).toEqual([">Oui"])
  })

  it("is shown line by line as the text was, with what has come since", () => {
    const shown = comparedLines(
      "Oui, la peur.\nDepuis quand ?\nToujours.",
      "Oui, une peur.\nDepuis quand ? Toujours.\nLà.",
    )
    const marks = { same: "", gone: "-", come: "+" } as const
    expect(shown.map((line) => line.map(({ kind, words }) => `${marks[kind]}${words}`))).toEqual([
      ["Oui, ", "-la", "+une", " peur."],
      ["Depuis quand ?"],
      ["+ ", "Toujours.", "+ ¶ Là."],
    ])
  })

  const word = fc.constantFrom("oui", "non", "peur", "vide.", "é𝄞a", "je", "là")
  const some = fc
    .array(fc.tuple(word, fc.constantFrom(" ", " ", "\n", "  ")), { maxLength: 40 })
    .map((all) => all.flat().join(""))

  it("makes the one text the other, whatever the two are", () => {
    fc.assert(fc.property(some, some, (before, after) => changed(before, after) === after))
  })

  it("is found in long texts too, and no more of it than has changed", () => {
    const many = Array.from({ length: 6_000 }, (_, at) => `m${at} ${at % 3 ? "oui" : "non,"}`)
    const after = many.map((each, at) => (at === 10 ? "mot neuf" : each))
    after.splice(4_000, 2)
    after[5_990] = "fin"
    const found = differences(many.join("\n"), after.join("\n"))
    expect(changed(many.join("\n"), after.join("\n"))).toBe(after.join("\n"))
    expect(found.length).toBeLessThan(8)
    // Nothing in common: it takes no longer for that.
    const others = Array.from({ length: 6_000 }, (_, at) => `x${at}`).join(" ")
    expect(changed(many.join(" "), others)).toBe(others)
  })
})

const said = ["Vous avez peur ?", "Oui, la peur du vide.", "Depuis quand ?", "Depuis toujours."]
const version: Transcript = {
  speakers: [
    { id: "int", label: "Int.", interviewer: true },
    { id: "m7", label: "M7", interviewer: false },
  ],
  turns: said.map((text, at) => ({
    speaker: at % 2 ? "m7" : "int",
    startMs: at * 1000,
    endMs: null,
    text,
  })),
}

function opened() {
  const doc = new Y.Doc()
  writeTranscript(doc, version)
  const text = () => textOf(readTranscript(doc).turns)
  const code = (quote: string) => {
    const from = text().indexOf(quote)
    return anchorTo(doc, text(), { from, to: from + quote.length })
  }
  const quoteOf = (anchor: ReturnType<typeof code>, where = doc) => {
    const span = resolveAnchor(where, textOf(readTranscript(where).turns), anchor)
    return isLost(span) ? null : textOf(readTranscript(where).turns).slice(span.from, span.to)
  }
  return { doc, text, code, quoteOf }
}

describe("a transcript that is made to read as it did", () => {
  it("[C33] reads so, speakers and times too, and what stands in both keeps its codings; one undo takes it back", () => {
    const { doc, text, code, quoteOf } = opened()
    const history = historyOf(doc)
    const codings = ["la peur", "vide.", "Depuis quand ?", "toujours."].map(code)
    replace(doc, { from: text().indexOf("vide"), to: text().indexOf("vide") + 4 }, "noir")
    joinTurns(doc, 3)
    splitTurn(doc, text().indexOf("la peur"))
    changeSpeaker(doc, [0], "m7")
    type(doc, 0, "Alors, ")
    const fresh = code("Alors,")
    remove(doc, { from: text().indexOf(" peur ?"), to: text().indexOf(" peur ?") + 5 })
    history.close()
    const written = readTranscript(doc)

    restoreTranscript(doc, version)
    expect(readTranscript(doc)).toEqual(version)
    expect(codings.map((coding) => quoteOf(coding))).toEqual([
      "la peur",
      "vide.",
      "Depuis quand ?",
      "toujours.",
    ])
    expect(quoteOf(fresh)).toBeNull()
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
    expect(codings.map((coding) => quoteOf(coding, peer))).toEqual([
      "la peur",
      "vide.",
      "Depuis quand ?",
      "toujours.",
    ])
    history.close()
    history.undo()
    expect(readTranscript(doc)).toEqual(written)
    expect(quoteOf(fresh)).toBe("Alors,")
    history.redo()
    expect(readTranscript(doc)).toEqual(version)
  })

  it("[C33] keeps what others write meanwhile", () => {
    const { doc, text } = opened()
    replace(doc, { from: 0, to: 4 }, "Tu")
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
    type(peer, text().length, " Je crois.")
    restoreTranscript(doc, version)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
    expect(text()).toBe(`${said.join("\n")} Je crois.`)
    expect(readTranscript(peer)).toEqual(readTranscript(doc))
  })

  it("[C33] changes nothing where nothing has changed, and brings a speaker back who is no more", () => {
    const { doc } = opened()
    let updates = 0
    doc.on("update", () => updates++)
    restoreTranscript(doc, version)
    expect(updates).toBe(0)
    doc.getMap("speakers").delete("m7")
    doc.getMap("speakers").set("int", { id: "int", label: "Ana", interviewer: true })
    restoreTranscript(doc, version)
    expect(readTranscript(doc).speakers.map(({ label }) => label)).toEqual(["Ana", "M7"])
  })
})
