import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { actsOf } from "../../app/_editor/acts"
import { bind, FROM_TEXT } from "../../app/_editor/binding"
import { ALONG, type Hearing, timedByFirstWord } from "../../app/_editor/hearing"
import { nodesOf } from "../../app/_editor/schema"
import { giveTurns, pasteLines, splitAtCursor, stampTurn, startOfTurn } from "../../app/_editor/turnActs"
import type { Turn } from "../../core/model"
import { historyOf } from "../../core/ydoc/history"
import { keepSettled } from "../../core/ydoc/settling"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"

/** Somebody who writes a transcript and listens; `at` is where the sound stands, in seconds. */
function writer(turns: readonly (readonly [words: string, start: number | null, end?: number])[]) {
  const doc = new Y.Doc()
  const written = turns.map(([text, start, end]): Turn => {
    const startMs = start === null ? null : start * 1000
    return { speaker: "s", startMs, endMs: end === undefined ? null : end * 1000, text }
  })
  writeTranscript(doc, { speakers: [], turns: written })
  keepSettled(doc)
  const history = historyOf(doc)
  const mark = actsOf(history, () => 0)
  let heard: Hearing | null = null
  let state = EditorState.create({
    doc: nodesOf(readTranscript(doc).turns),
    plugins: [timedByFirstWord(() => heard)],
  })
  const binding = bind(doc, { state: () => state, dispatch })
  function dispatch(transaction: Transaction) {
    const applied = state.applyTransaction(transaction)
    state = applied.state
    for (const each of applied.transactions) {
      if (!each.getMeta(FROM_TEXT) && !each.getMeta(ALONG)) mark(each)
      binding.applied(each)
    }
  }
  const go = (turn: number, offset: number) => {
    let at = 1
    for (let before = 0; before < turn; before++) at += state.doc.child(before).nodeSize
    dispatch(state.tr.setSelection(TextSelection.create(state.doc, at + offset)))
  }
  return {
    history,
    go,
    listens: (seconds: number, playing = true) => (heard = { ms: seconds * 1000, playing }),
    stops: () => (heard = null),
    enter: () => dispatch(splitAtCursor(state, heard)),
    types: (words: string) => {
      for (const letter of words) dispatch(state.tr.insertText(letter))
    },
    pastes: (words: string) => dispatch(pasteLines(state, words)!),
    stamps: (seconds: number) => dispatch(stampTurn(state, seconds * 1000)!),
    gives: (speaker: string) => dispatch(giveTurns(state, speaker)!),
    hearsFrom: () => startOfTurn(state),
    ends: () => readTranscript(doc).turns.map(({ endMs }) => endMs),
    /** "10 words" each, as the document holds them. */
    turns: () => readTranscript(doc).turns.map(({ startMs, text }) => `${startMs ?? "–"} ${text}`),
  }
}

describe("[C40] a turn that is begun while one listens", () => {
  it("has the recording's position, less a moment, also where one has just stopped", () => {
    const ana = writer([["Racontez.", 0]])
    ana.listens(12.3)
    ana.go(0, 9)
    ana.enter()
    ana.types("Eh")
    ana.listens(20, false)
    ana.enter()
    expect(ana.turns()).toEqual(["0 Racontez.", "11800 Eh", "19500 "])
  })

  it("begins with its first word where it was empty, and what is said already stays", () => {
    const ana = writer([["", null]])
    ana.listens(4)
    ana.types("Bon")
    ana.listens(9)
    ana.types("jour")
    expect(ana.turns()).toEqual(["3500 Bonjour"])
    ana.stamps(3)
    ana.listens(30)
    ana.types(".")
    ana.gives("t")
    expect(ana.turns()).toEqual(["3000 Bonjour."])
  })

  it("is taken back in one step with its time", () => {
    const ana = writer([["", null]])
    ana.listens(4)
    ana.types("Bon")
    expect(ana.history.undo()).toBe(true)
    expect(ana.turns()).toEqual(["– "])
    expect(ana.history.canUndo()).toBe(false)
    ana.history.redo()
    expect(ana.turns()).toEqual(["3500 Bon"])
  })

  it("has no time before anything was heard, and none of a place that is elsewhere", () => {
    const ana = writer([
      ["Un.", 10],
      ["Deux.", 20],
    ])
    ana.go(0, 3)
    ana.enter()
    ana.listens(40)
    ana.go(0, 3)
    ana.enter()
    expect(ana.turns()).toEqual(["10000 Un.", "– ", "– ", "20000 Deux."])
    ana.listens(14)
    ana.types("x")
    expect(ana.turns()[1]).toBe("13500 x")
  })

  it("has none when its words were pasted", () => {
    const ana = writer([["", null]])
    ana.listens(14)
    ana.pastes("un\ndeux")
    expect(ana.turns()).toEqual(["– un", "– deux"])
  })

  it("that takes words along has the position only while the sound plays; when a turn ends goes with its end", () => {
    const ana = writer([
      ["Oui. Non.", 10, 18],
      ["Si.", 20],
    ])
    ana.listens(15, false)
    ana.go(0, 5)
    ana.enter()
    expect(ana.turns()).toEqual(["10000 Oui. ", "– Non.", "20000 Si."])
    // By the share of the words: six signs of eleven, of eight seconds.
    expect(ana.hearsFrom()).toBe(14_364)
    expect(ana.ends()).toEqual([null, 18_000, null])
    ana.history.undo()
    ana.listens(15)
    ana.go(0, 5)
    ana.enter()
    expect(ana.turns()).toEqual(["10000 Oui. ", "14500 Non.", "20000 Si."])
  })

  it("put before another begins no later than that one", () => {
    const ana = writer([["Oui.", 10]])
    ana.listens(9)
    ana.go(0, 0)
    ana.enter()
    expect(ana.turns()).toEqual(["8500 ", "10000 Oui."])
    ana.listens(12)
    ana.go(1, 0)
    ana.enter()
    expect(ana.turns()).toEqual(["8500 ", "– ", "10000 Oui."])
  })
})
