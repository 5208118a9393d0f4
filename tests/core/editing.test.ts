import { beforeEach, describe, expect, it } from "vitest"
import * as Y from "yjs"
import { type Anchor, isLost } from "../../core/anchor"
import { textOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { edit, remove, replace, type } from "../../core/ydoc/editing"
import { type History, historyOf } from "../../core/ydoc/history"
import { moveTurns } from "../../core/ydoc/moving"
import { findPlaces, replacePlaces } from "../../core/ydoc/replacing"
import { keepSettled } from "../../core/ydoc/settling"
import { hasWords, readTranscript, writeTranscript } from "../../core/ydoc/source"
import {
  changeSpeaker,
  changeTurns,
  deleteTurns,
  insertTurn,
  joinTurns,
  mergeTurns,
  splitTurn,
} from "../../core/ydoc/turnEdits"

const said = ["Vous avez peur ?", "La peur, oui, la peur du vide.", "Depuis quand ?", "Depuis toujours."]

let doc: Y.Doc
let history: History

beforeEach(() => {
  doc = new Y.Doc()
  writeTranscript(doc, {
    speakers: [],
    turns: said.map((text, at) => ({
      speaker: at % 2 ? "m7" : "int",
      startMs: at * 1000,
      endMs: null,
      text,
    })),
  })
  history = historyOf(doc)
})

const textIn = (doc: Y.Doc) => textOf(readTranscript(doc).turns)
const turnsIn = (doc: Y.Doc) => readTranscript(doc).turns.map(({ speaker, text }) => `${speaker}: ${text}`)

function code(quote: string): Anchor {
  const text = textIn(doc)
  const from = text.indexOf(quote)
  return anchorTo(doc, text, { from, to: from + quote.length })
}

function quoteOf(anchor: Anchor, where = doc): string | { lost: string } {
  const text = textIn(where)
  const span = resolveAnchor(where, text, anchor)
  return isLost(span) ? span : text.slice(span.from, span.to)
}

/** What a member sees who has only the bytes. */
function copy(): Y.Doc {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return other
}

const at = (words: string) => textIn(doc).indexOf(words)
const span = (words: string) => ({ from: at(words), to: at(words) + words.length })

describe("words", () => {
  it("are there as soon as one is written, and not for white space or turns without any", () => {
    const empty = new Y.Doc()
    expect(hasWords(empty)).toBe(false)
    type(empty, 0, "  \u00a0")
    splitTurn(empty, 1)
    expect(hasWords(empty)).toBe(false)
    type(empty, 3, "oui")
    expect(hasWords(empty)).toBe(true)
    remove(empty, { from: 3, to: 6 })
    expect(hasWords(empty)).toBe(false)
  })

  it("[C1] typing at an edge does not grow a coding, in the middle it does", () => {
    const coding = code("la peur du vide")
    type(doc, at("la peur du vide"), "hm ")
    type(doc, at("la peur du vide") + "la peur du vide".length, " noir")
    type(doc, at("du vide"), "bleue ")
    expect(quoteOf(coding)).toBe("la peur bleue du vide")
  })

  it("[C1] words put in the place of coded ones are coded, at either edge too", () => {
    const coding = code("la peur du vide")
    replace(doc, span("vide"), "noir")
    replace(doc, span("la peur du noir"), "une crainte")
    expect(quoteOf(coding)).toBe("une crainte")
  })

  it("[C1] what is deleted and typed anew letter by letter is still coded", () => {
    const coding = code("la peur du vide")
    remove(doc, span("vide"))
    for (const [index, letter] of [..."noir"].entries()) type(doc, at("peur du ") + 8 + index, letter)
    expect(quoteOf(coding)).toBe("la peur du noir")
  })

  it("a line break that is typed or pasted into a turn becomes a space", () => {
    type(doc, 0, "un\ndeux ")
    expect(turnsIn(doc)[0]).toBe("int: un deux Vous avez peur ?")
  })

  it("[C23] a coding whose words are all deleted is lost, with the quote it had", () => {
    const coding = code("la peur du vide")
    remove(doc, span("la peur du vide"))
    expect(quoteOf(coding)).toEqual({ lost: "la peur du vide" })
    expect(quoteOf(coding, copy())).toEqual({ lost: "la peur du vide" })
  })

  it("[C23] words that were cut and pasted elsewhere are found by the quote, if it is distinct", () => {
    const coding = code("oui, la peur du vide")
    remove(doc, span("oui, la peur du vide"))
    type(doc, at("toujours") + 9, " oui, la peur du vide")
    expect(quoteOf(coding)).toBe("oui, la peur du vide")
    const short = code("quand")
    remove(doc, span("quand"))
    type(doc, at("toujours"), "quand ")
    expect(quoteOf(short)).toEqual({ lost: "quand" })
  })
})

describe("turns", () => {
  it("[C1] splitting and joining turns moves no coding", () => {
    const coding = code("la peur du vide")
    splitTurn(doc, at("du vide"), { speaker: "int" })
    expect(turnsIn(doc).slice(1, 3)).toEqual(["m7: La peur, oui, la peur ", "int: du vide."])
    expect(quoteOf(coding)).toBe("la peur \ndu vide")
    joinTurns(doc, 2)
    expect(quoteOf(coding)).toBe("la peur du vide")
  })

  it("merged turns keep what was said of the first, and a space between their words", () => {
    mergeTurns(doc, 0, 3)
    expect(turnsIn(doc)).toEqual([
      "int: Vous avez peur ? La peur, oui, la peur du vide. Depuis quand ?",
      "m7: Depuis toujours.",
    ])
  })

  it("changes speaker and times of turns, the first like any other", () => {
    changeSpeaker(doc, [0, 3], "obs")
    changeTurns(doc, [0], { startMs: 40, endMs: 90 })
    expect(readTranscript(doc).turns.map(({ speaker }) => speaker)).toEqual(["obs", "m7", "int", "obs"])
    expect(readTranscript(doc).turns[0]).toMatchObject({ speaker: "obs", startMs: 40, endMs: 90 })
  })

  it.each([
    [0, ["x: (rires)", "int: Vous avez peur ?"]],
    [1, ["int: Vous avez peur ?", "x: (rires)"]],
    [4, ["int: Vous avez peur ?", "m7: La peur, oui, la peur du vide."]],
  ])("inserts a turn before turn %i", (before, first) => {
    insertTurn(doc, before, { speaker: "x", startMs: null, endMs: null, text: "(rires)" })
    expect(turnsIn(doc).slice(0, 2)).toEqual(first)
    expect(turnsIn(doc)[before]).toBe("x: (rires)")
  })

  it.each([0, 1, 3])("deletes turn %i and nothing else", (turn) => {
    const rest = turnsIn(doc).toSpliced(turn, 1)
    deleteTurns(doc, turn, 1)
    expect(turnsIn(doc)).toEqual(rest)
  })

  it("deleting all turns leaves an empty one of nobody", () => {
    deleteTurns(doc, 0, 4)
    expect(readTranscript(doc).turns).toEqual([{ speaker: null, startMs: null, endMs: null, text: "" }])
  })

  it.each([
    [0, 1, 4],
    [0, 2, 3],
    [1, 1, 0],
    [2, 2, 0],
    [1, 2, 4],
    [3, 1, 1],
  ])("[C21] moves turns from %i, %i of them, before %i, with their codings", (first, count, before) => {
    const codings = said.map((words) => code(words))
    const rest = turnsIn(doc)
    const moved = rest.splice(first, count)
    rest.splice(before > first ? before - count : before, 0, ...moved)
    moveTurns(doc, first, count, before)
    expect(turnsIn(doc)).toEqual(rest)
    for (const seen of [doc, copy()]) expect(codings.map((coding) => quoteOf(coding, seen))).toEqual(said)
    history.undo()
    expect(turnsIn(doc)).toEqual(said.map((text, at) => `${at % 2 ? "m7" : "int"}: ${text}`))
    for (const seen of [doc, copy()]) expect(codings.map((coding) => quoteOf(coding, seen))).toEqual(said)
    history.redo()
    expect(turnsIn(doc)).toEqual(rest)
    for (const seen of [doc, copy()]) expect(codings.map((coding) => quoteOf(coding, seen))).toEqual(said)
  })

  it("[C21] a coding that a move tears apart stands where most of its words are", () => {
    const coding = code("la peur du vide.\nDepuis")
    moveTurns(doc, 1, 1, 4)
    expect(quoteOf(coding)).toBe("la peur du vide.")
  })

  it("[C21] words that are moved into a coding are not coded; it has all its own again when they go", () => {
    const coding = code("La peur, oui, la peur du vide.\nDepuis quand ?")
    moveTurns(doc, 0, 1, 2)
    expect(turnsIn(doc)[1]).toBe("int: Vous avez peur ?")
    for (const seen of [doc, copy()]) expect(quoteOf(coding, seen)).toBe("La peur, oui, la peur du vide.")
    history.undo()
    for (const seen of [doc, copy()]) {
      expect(quoteOf(coding, seen)).toBe("La peur, oui, la peur du vide.\nDepuis quand ?")
    }
  })

  it("[C21] what is coded after a move is the coding's, what had left before is not, also when it comes back", () => {
    moveTurns(doc, 1, 1, 4)
    history.close()
    const without = code("avez peur ?\nDepuis quand")
    const within = code("toujours.\nLa peur")
    moveTurns(doc, 3, 1, 1)
    expect(quoteOf(without)).toBe("Depuis quand")
    history.undo()
    expect([quoteOf(without), quoteOf(within)]).toEqual(["avez peur ?\nDepuis quand", "toujours.\nLa peur"])
  })

  it("[C21] words written among coded ones where these were moved are coded, also when they move again", () => {
    const coding = code("la peur du vide")
    moveTurns(doc, 1, 1, 4)
    history.close()
    type(doc, at("du vide"), "bleue ")
    replace(doc, span("vide"), "noir")
    for (const seen of [doc, copy()]) expect(quoteOf(coding, seen)).toBe("la peur bleue du noir")
    moveTurns(doc, 3, 1, 0)
    for (const seen of [doc, copy()]) expect(quoteOf(coding, seen)).toBe("la peur bleue du noir")
  })

  it("[C21] in a moved turn, a word that was deleted when others were coded is coded with them when it is back", () => {
    moveTurns(doc, 1, 1, 4)
    history.close()
    remove(doc, span("peur du "))
    const coding = code("la vide")
    history.undo()
    for (const seen of [doc, copy()]) expect(quoteOf(coding, seen)).toBe("la peur du vide")
  })

  it.each([1, 99])(
    "[C22] what is brought back while client %i writes beside it stands where it was",
    (client) => {
      const other = copy()
      doc.clientID = 50
      other.clientID = client
      keepSettled(doc)
      keepSettled(other)
      const coding = code("peur du vide")
      // Written behind the « v » that the other deletes and brings back.
      type(other, at("vide") + 1, "-X-")
      remove(doc, span("vide"))
      history.undo()
      exchange(other)
      expect([textIn(doc), textIn(other)]).toEqual(Array(2).fill(said.join("\n").replace("vide", "v-X-ide")))
      expect(quoteOf(coding)).toBe("peur du v-X-ide")
    },
  )

  it("[C22] of words that two move at once, and a third moves on, one stays, whoever heard of what", () => {
    const others = [20, 30, 40].map((client) => Object.assign(copy(), { clientID: client }))
    const [ben, cleo, dora] = others as [Y.Doc, Y.Doc, Y.Doc]
    doc.clientID = 10
    for (const each of [doc, ...others]) keepSettled(each)
    moveTurns(doc, 1, 1, 4)
    Y.applyUpdate(cleo, Y.encodeStateAsUpdate(doc))
    moveTurns(ben, 1, 1, 0)
    // Dora has to choose between two, Ben between one of them and what the other has become.
    for (const from of [doc, ben]) Y.applyUpdate(dora, Y.encodeStateAsUpdate(from))
    moveTurns(cleo, 3, 1, 2)
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(cleo))
    for (const other of [...others, ...others]) exchange(other)
    for (const each of [doc, ...others]) expect(textIn(each).split("du vide").length).toBe(2)
  })

  /** Both learn all that the other knows, until neither has news. */
  function exchange(other: Y.Doc): void {
    for (let round = 0; round < 3; round++) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    }
  }

  it("[C22] a turn that two move at once stands once", () => {
    const other = copy()
    keepSettled(doc)
    keepSettled(other)
    const coding = code("la peur du vide")
    moveTurns(doc, 1, 1, 0)
    moveTurns(other, 1, 1, 4)
    for (let round = 0; round < 2; round++) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    }
    expect(textIn(doc).split("du vide").length).toBe(2)
    expect(textIn(other)).toBe(textIn(doc))
    expect([quoteOf(coding), quoteOf(coding, other)]).toEqual(["la peur du vide", "la peur du vide"])
  })
})

describe("taking back", () => {
  it("[C20] words that come back are coded as before, for who has the bytes only", () => {
    const coding = code("la peur du vide")
    remove(doc, span("oui, la peur du vide"))
    expect(quoteOf(coding)).toEqual({ lost: "la peur du vide" })
    history.undo()
    expect(quoteOf(coding, copy())).toBe("la peur du vide")
    history.redo()
    history.undo()
    expect(quoteOf(coding, copy())).toBe("la peur du vide")
  })

  it("[C20] the words and what says who they are come in one update", () => {
    const coding = code("la peur du vide")
    remove(doc, span("la peur du vide"))
    const other = copy()
    doc.on("update", (bytes: Uint8Array) => {
      Y.applyUpdate(other, bytes)
      expect(quoteOf(coding, other)).toBe("la peur du vide")
    })
    history.undo()
    expect.assertions(1)
  })

  it("edits that follow each other are one act until it is closed", () => {
    type(doc, 0, "a")
    type(doc, 1, "b")
    history.close()
    type(doc, 2, "c")
    history.undo()
    expect(textIn(doc).startsWith("abVous")).toBe(true)
    history.undo()
    expect(textIn(doc)).toBe(said.join("\n"))
    expect(history.undo()).toBe(false)
    history.redo()
    history.redo()
    expect(textIn(doc).startsWith("abcVous")).toBe(true)
  })

  it("takes back one's own edits only, and says of turns what was said before unless others have said more", () => {
    const other = copy()
    changeSpeaker(doc, [0], "x")
    history.close()
    changeSpeaker(doc, [1], "y")
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    changeSpeaker(other, [1], "z")
    type(other, 0, "Alors. ")
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    history.undo()
    history.undo()
    expect(turnsIn(doc).slice(0, 2)).toEqual([
      "int: Alors. Vous avez peur ?",
      "z: La peur, oui, la peur du vide.",
    ])
  })

  it("several edits in one act are taken back together", () => {
    edit(doc, () => {
      deleteTurns(doc, 0, 2)
      splitTurn(doc, 6)
    })
    history.undo()
    expect(turnsIn(doc)).toEqual(said.map((text, at) => `${at % 2 ? "m7" : "int"}: ${text}`))
    expect(readTranscript(doc).turns[1]!.startMs).toBe(1000)
  })
})

describe("[C44] replacing everywhere", () => {
  const search = { words: "peur", matchCase: false, wholeWords: true }

  it("shows the places first, then replaces them as one act; codings stay", () => {
    const codings = [code("La peur"), code("la peur du vide")]
    expect(findPlaces(textIn(doc), search)).toHaveLength(3)
    replacePlaces(doc, findPlaces(textIn(doc), search), "crainte")
    expect(turnsIn(doc)[1]).toBe("m7: La crainte, oui, la crainte du vide.")
    expect(codings.map((coding) => quoteOf(coding))).toEqual(["La crainte", "la crainte du vide"])
    history.undo()
    expect(textIn(doc)).toBe(said.join("\n"))
  })

  it("keeps a word of one letter at the edge of what is coded in it, and what replaces it", () => {
    type(doc, 0, "A peur ? ")
    history.close()
    const codings = [code("A peur"), code("A")]
    const places = findPlaces(textIn(doc), { words: "a", matchCase: false, wholeWords: true })
    replacePlaces(doc, places, "Avait")
    expect(turnsIn(doc)[0]).toBe("int: Avait peur ? Vous avez peur ?")
    // Of what it begins, the letter that was coded alone keeps the first one, and so the word.
    expect(codings.map((coding) => quoteOf(coding))).toEqual(["Avait peur", "A"])
    history.undo()
    expect(codings.map((coding) => quoteOf(coding))).toEqual(["A peur", "A"])
    replacePlaces(doc, places, "")
    expect(turnsIn(doc)[0]).toBe("int:  peur ? Vous avez peur ?")
  })

  it("minds case and whole words as asked", () => {
    const text = "Vide, vide, évidé (a+b)"
    const count = (words: string, matchCase: boolean, wholeWords: boolean) =>
      findPlaces(text, { words, matchCase, wholeWords }).length
    expect(count("vide", false, true)).toBe(2)
    expect(count("vide", true, true)).toBe(1)
    expect(count("vid", false, false)).toBe(3)
    expect(count("(a+b)", false, false)).toBe(1)
    expect(count("", false, false)).toBe(0)
  })

  it("finds any space and either apostrophe, and never reaches over the border of two turns", () => {
    const text = "L’eau\u00a0: l'eau !\nEt\u202fpuis"
    const count = (words: string) => findPlaces(text, { words, matchCase: false, wholeWords: false }).length
    expect(count("l'eau")).toBe(2)
    expect(count("L’eau")).toBe(2)
    expect(count("eau :")).toBe(1)
    expect(count("et puis")).toBe(1)
    expect(count("! Et")).toBe(0)
  })
})

describe("documents of strangers", () => {
  it("[C24] offsets are the same whatever was put into the text, and senseless aliases are left out", () => {
    const text = doc.getText("text")
    text.insertEmbed(4, { junk: true })
    text.insertEmbed(9, new Y.Array())
    doc
      .getArray("aliases")
      .push(["x", [1, 2], [1, 2, -3, 4, 5], [1, 0, 2 ** 50, 7, 0, 1], null, [1, 2, 3, 4, 5, 6]])
    expect(textIn(doc).length).toBe(text.length)
    const coding = code("la peur du vide")
    expect(quoteOf(coding)).toBe("la peur du vide")
    keepSettled(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy()))
    expect(quoteOf({ ...coding, start: coding.end, end: coding.start })).toBe("la peur du vide")
  })
})
