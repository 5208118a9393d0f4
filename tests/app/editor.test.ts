import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { bind } from "../../app/_editor/binding"
import { stress } from "../../app/_editor/emphasis"
import { turnsFromLines } from "../../app/_editor/paste"
import { nodesAfter, nodesOf, schema } from "../../app/_editor/schema"
import { tokensIn, turnsBefore } from "../../app/_editor/tokens"
import { isLost } from "../../core/anchor"
import { textOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { type History, historyOf } from "../../core/ydoc/history"
import { keepSettled } from "../../core/ydoc/settling"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"
import { transcriptOf } from "../editing/transcript"
import { judge } from "../editing/truth"
import { code, type FuzzedCoding, sceneOf } from "../editing/writer"
import { type Chance, createChance } from "../support/chance"

/** An editor without a screen, bound to its copy of a transcript. */
function openEditor(bytes: Uint8Array) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  keepSettled(doc)
  const history: History = historyOf(doc)
  let state = EditorState.create({ doc: nodesOf(readTranscript(doc).turns) })
  const binding = bind(doc, { state: () => state, dispatch })
  function dispatch(transaction: Transaction) {
    state = state.apply(transaction)
    binding.applied(transaction)
  }
  return { doc, history, state: () => state, dispatch }
}

type Editor = ReturnType<typeof openEditor>

/** One act of somebody at the keyboard. */
function press({ state, dispatch, history }: Editor, chance: Chance): string {
  const { doc, tr } = state()
  const index = chance.number(doc.childCount)
  const turn = doc.child(index)
  let start = 1
  for (let before = 0; before < index; before++) start += doc.child(before).nodeSize
  const size = turn.content.size
  const at = start + chance.number(size + 1)
  const to = Math.min(start + size, at + 1 + chance.number(6))
  const what = chance.one([
    ..."ttttttt",
    ..."ddddd",
    ..."rrrr",
    ..."sss",
    ..."jjj",
    "a",
    "a",
    "x",
    "n",
    "k",
    "p",
    "e",
    "e",
    "u",
    "u",
    "o",
  ])!
  const attrs = { speaker: `s${chance.number(9)}`, startMs: null, endMs: null }
  if (what === "t") dispatch(tr.insertText("abc".slice(chance.number(3)), at))
  if (what === "d" && to > at) dispatch(tr.delete(at, to))
  if (what === "r" && to > at) dispatch(tr.insertText("xyz".slice(chance.number(3)), at, to))
  if (what === "s") dispatch(tr.split(at, 1, [{ type: schema.nodes.turn!, attrs }]))
  if (what === "j" && index > 0) dispatch(tr.join(start - 1))
  if (what === "a") dispatch(tr.setNodeMarkup(start - 1, null, attrs))
  if (what === "o") dispatch(tr.setNodeAttribute(start - 1, "startMs", chance.number(1000)))
  if (what === "x" && index < doc.childCount - 1) dispatch(tr.delete(at, start + size + 2))
  if (what === "n") dispatch(tr.insert(start - 1, schema.node("turn", attrs, [schema.text("new")])))
  if (what === "k" && doc.childCount > 5) dispatch(tr.delete(start - 1, start - 1 + turn.nodeSize))
  if (what === "p")
    dispatch(
      tr
        .insertText("tv", at)
        .split(at + 1)
        .setNodeMarkup(start - 1, null, attrs),
    )
  if (what === "e") {
    const emphasised = stress(state().apply(tr.setSelection(TextSelection.create(doc, at, Math.max(at, to)))))
    if (emphasised) dispatch(emphasised)
  }
  if (what === "u") {
    if (chance.happens(60)) history.undo()
    else history.redo()
  }
  return what
}

function sync(one: Editor, other: Editor): void {
  for (let round = 0; round < 2; round++) {
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)))
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)))
  }
}

describe("the editor and the transcript", () => {
  it.each([1, 2, 3, 4, 5, 6])(
    "[C1] say the same after every act of two who edit at once (seed %i)",
    (seed) => {
      const chance = createChance(seed)
      const first = new Y.Doc()
      writeTranscript(first, transcriptOf(12, chance))
      const editors = [0, 1].map(() => openEditor(Y.encodeStateAsUpdate(first)))
      const writer = {
        ...editors[0]!,
        text: () =>
          readTranscript(first)
            .turns.map((turn) => turn.text)
            .join("\n"),
      }
      const codings = [...Array(40)]
        .map(() => code(writer, chance))
        .filter((each): each is FuzzedCoding => each !== null)
      const done = new Set<string>()
      for (let round = 0; round < 120; round++) {
        const editor = chance.one(editors)!
        editor.history.close()
        done.add(press(editor, chance))
        if (chance.happens(25)) sync(editors[0]!, editors[1]!)
        for (const { doc, state } of editors) {
          expect(state().doc.toJSON(), `after ${round}`).toEqual(nodesOf(readTranscript(doc).turns).toJSON())
        }
      }
      sync(editors[0]!, editors[1]!)
      expect(editors[0]!.state().doc.toJSON()).toEqual(editors[1]!.state().doc.toJSON())
      const verdict = judge(editors[1]!.doc, { ...sceneOf([]), codings })
      expect(verdict.wrong).toEqual([])
      expect(verdict.exact).toBeGreaterThan(5)
      expect(done.size).toBeGreaterThan(9)
    },
  )

  const said = ["Vous avez peur ?", "La peur du vide.", "Depuis quand ?"]

  function openPair() {
    const first = new Y.Doc()
    writeTranscript(first, {
      speakers: [],
      turns: said.map((text, at) => ({ speaker: `s${at}`, startMs: null, endMs: null, text })),
    })
    return [0, 1].map(() => openEditor(Y.encodeStateAsUpdate(first))) as [Editor, Editor]
  }

  const turnsOf = ({ doc }: Editor) =>
    readTranscript(doc).turns.map(({ speaker, text }) => `${speaker}: ${text}`)
  const selected = ({ state }: Editor) => {
    const { doc, selection } = state()
    return doc.textBetween(selection.from, selection.to)
  }

  it("what one has selected stays selected while another writes before, behind and in it", () => {
    const [ana, ben] = openPair()
    const from = said[0]!.length + 3 + 3
    ana.dispatch(ana.state().tr.setSelection(TextSelection.create(ana.state().doc, from, from + 4)))
    expect(selected(ana)).toBe("peur")
    for (const [words, at] of [
      ["Alors. ", 1],
      ["!", said[0]!.length + 30],
      ["x", from + 9],
    ] as const) {
      ben.dispatch(ben.state().tr.insertText(words, at))
      sync(ana, ben)
    }
    expect(turnsOf(ana)[1]).toBe("s1: La pexur du vide.")
    expect(selected(ana)).toBe("pexur")
  })

  it("what changes in one turn makes no other turn anew", () => {
    const turn = (text: string, startMs: number | null = null) => ({
      speaker: "s",
      startMs,
      endMs: null,
      text,
    })
    const before = [turn("un"), turn("deux"), turn("deux"), turn("trois", 7)]
    const shown = nodesOf(before)
    const changes = [
      before,
      before.with(1, turn("deux x")),
      before.with(3, turn("trois", 8)),
      before.toSpliced(1, 1),
      before.toSpliced(2, 0, turn("deux")),
      [turn("neuf")],
    ]
    for (const turns of changes) {
      const now = nodesAfter(shown, turns)
      expect(now.toJSON()).toEqual(nodesOf(turns).toJSON())
      now.check()
      const kept = now.children.filter((node) => shown.children.includes(node)).length
      expect(kept).toBe(turns.filter((each) => before.includes(each)).length)
    }
  })

  it("turns that begin before a token are counted as they are read", () => {
    const doc = nodesOf(
      ["un", "", "trois"].map((text) => ({ speaker: null, startMs: null, endMs: null, text })),
    )
    const counts = [...Array(10).keys()].map((token) => turnsBefore(doc, token))
    expect(counts).toEqual([0, 1, 1, 1, 2, 3, 3, 3, 3, 3])
    expect(counts).toEqual([...Array(10).keys()].map((token) => tokensIn(doc, 0, token).said.length))
  })

  it("undo takes back one's own edits and leaves the other's", () => {
    const [ana, ben] = openPair()
    ana.dispatch(ana.state().tr.insertText("Alors. ", 1))
    sync(ana, ben)
    ben.dispatch(ben.state().tr.insertText("Et ", 1))
    sync(ana, ben)
    ana.history.undo()
    expect(ana.state().doc.child(0).textContent).toBe("Et Vous avez peur ?")
  })

  it("[C20] a letter that is corrected at the edge of a coding stays in it, however it is corrected, undone and done again", () => {
    for (const way of ["selected", "deleted first"] as const) {
      const [ana, ben] = openPair()
      const text = () => textOf(readTranscript(ana.doc).turns)
      const [at] = [text().indexOf("peur")]
      const codings = ["peur", "avez p", "r ?", "eu"].map((words) => {
        const from = text().indexOf(words)
        return anchorTo(ana.doc, text(), { from, to: from + words.length })
      })
      const coded = ({ doc }: Editor) => {
        const words = textOf(readTranscript(doc).turns)
        return codings.map((anchor) => {
          const span = resolveAnchor(doc, words, anchor)
          return isLost(span) ? null : words.slice(span.from, span.to)
        })
      }
      const put = (from: number, to: number, words: string) => {
        ana.history.close()
        if (way === "deleted first") {
          ana.dispatch(ana.state().tr.delete(from, to))
          ana.history.close()
          ana.dispatch(ana.state().tr.insertText(words, from))
        } else ana.dispatch(ana.state().tr.insertText(words, from, to))
      }
      const acts = way === "selected" ? 2 : 4
      put(at + 4, at + 5, "x")
      put(at + 1, at + 2, "b")
      const [now, before] = [
        ["beux", "avez b", "x ?", "eu"],
        ["peur", "avez p", "r ?", "eu"],
      ]
      expect(coded(ana), way).toEqual(now)
      for (let round = 0; round < 3; round++) {
        for (let act = 0; act < acts; act++) ana.history.undo()
        expect(text(), way).toBe(said.join("\n"))
        expect(coded(ana), way).toEqual(before)
        for (let act = 0; act < acts; act++) ana.history.redo()
        expect(coded(ana), way).toEqual(now)
      }
      sync(ana, ben)
      expect(coded(ben), way).toEqual(now)
    }
  })

  it("what is written where a letter was deleted by another, or long ago, is no correction of it", () => {
    const [ana, ben] = openPair()
    const text = () => textOf(readTranscript(ben.doc).turns)
    const at = text().indexOf("peur")
    const coding = anchorTo(ben.doc, text(), { from: at, to: at + 4 })
    ana.dispatch(ana.state().tr.delete(at + 4, at + 5))
    sync(ana, ben)
    ben.dispatch(ben.state().tr.insertText("x", at + 4))
    expect(text().slice(at, at + 4)).toBe("peux")
    const span = resolveAnchor(ben.doc, text(), coding)
    expect(isLost(span) || text().slice(span.from, span.to)).toBe("peu")
    // Who deleted it can take that back, whatever stands there.
    sync(ana, ben)
    ana.history.undo()
    sync(ana, ben)
    expect(text().slice(at, at + 5)).toMatch(/^peu(rx|xr)$/)
  })

  it("several lines that are pasted are several turns of the speaker they come into", () => {
    const [ana] = openPair()
    const slice = turnsFromLines("oui\r\n\nnon\nsi ", { speaker: "s0", startMs: null, endMs: null }, schema)
    ana.dispatch(
      ana.state().tr.setSelection(TextSelection.create(ana.state().doc, 6)).replaceSelection(slice),
    )
    expect(turnsOf(ana).slice(0, 3)).toEqual(["s0: Vous oui", "s0: non", "s0: si avez peur ?"])
    expect(turnsOf(ana)).toHaveLength(5)
    const nothing = turnsFromLines(" \n", { speaker: null, startMs: null, endMs: null }, schema)
    expect(nothing.size).toBe(0)
  })

  it("what a stranger put into the text neither breaks the editor nor moves what is written after it", () => {
    const [ana, ben] = openPair()
    ben.doc.getText("text").insert(3, "a\nb")
    ben.doc.getText("text").insertEmbed(2, { junk: true })
    sync(ana, ben)
    ana.dispatch(ana.state().tr.insertText("!", ana.state().doc.content.size - 1))
    expect(turnsOf(ana).at(-1)).toBe("s2: Depuis quand ?!")
    expect(ana.state().doc.childCount).toBe(4)
  })
})
