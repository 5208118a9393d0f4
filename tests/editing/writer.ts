/** Somebody who edits their own copy of a transcript, which hears of the others' edits late. */
import type * as Y from "yjs"
import type { Anchor } from "../../core/anchor"
import type { Span } from "../../core/model"
import { textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { edit, remove, replace, type } from "../../core/ydoc/editing"
import { type History, historyOf } from "../../core/ydoc/history"
import { moveTurns } from "../../core/ydoc/moving"
import { findPlaces, replacePlaces } from "../../core/ydoc/replacing"
import { keepSettled } from "../../core/ydoc/settling"
import { readTranscript } from "../../core/ydoc/source"
import {
  changeSpeaker,
  deleteTurns,
  insertTurn,
  joinTurns,
  mergeTurns,
  splitTurn,
} from "../../core/ydoc/turnEdits"
import { turnsOf } from "../../core/ydoc/turns"
import type { Chance } from "../support/chance"
import { isOriginal } from "./transcript"

export interface FuzzedCoding {
  readonly anchor: Anchor
  /** The original characters it was put on, in their order. */
  readonly words: readonly string[]
  /** All that its writer saw then: what was deleted at the time may come back in the middle of it. */
  readonly seen: string
}

export interface Scene {
  readonly wheel: readonly string[]
  readonly codings: FuzzedCoding[]
  /** Characters that were ever moved. */
  readonly moved: Set<string>
  /** Codings of which a move took a part, or into which it put something. */
  readonly torn: Set<FuzzedCoding>
}

export interface Writer {
  readonly doc: Y.Doc
  readonly history: History
  readonly text: () => string
}

export function createWriter(doc: Y.Doc): Writer {
  const history = historyOf(doc)
  keepSettled(doc)
  return { doc, history, text: () => textOf(readTranscript(doc).turns) }
}

/** A coding of up to 60 characters somewhere in what this writer sees; null where the place holds no original. */
export function code({ doc, text }: Writer, chance: Chance): FuzzedCoding | null {
  const words = text()
  const from = chance.number(words.length)
  const to = Math.min(words.length, from + 1 + chance.number(60))
  // Once each: what two brought back at once stands twice for who has not heard of both (C22).
  const own = [...new Set(words.slice(from, to))].filter(isOriginal)
  // As the desk does: a coding begins and ends at characters.
  if (own.length === 0) return null
  const span = { from: words.indexOf(own[0]!), to: words.indexOf(own.at(-1)!) + 1 }
  return { anchor: anchorTo(doc, words, span), words: own, seen: words }
}

type Act = (writer: Writer, chance: Chance, scene: Scene) => void

function place({ doc }: Writer, chance: Chance) {
  const turns = turnsOf(doc)
  const turn = chance.number(turns.length)
  const { from, to } = turns[turn]!
  return { turns, turn, from, to, at: from + chance.number(to - from + 1) }
}

function noteMove({ codings, moved, torn }: Scene, text: string, span: Span, target = text.length): void {
  const taken = new Set([...text.slice(span.from, span.to)].filter(isOriginal))
  for (const char of taken) moved.add(char)
  for (const coding of codings) {
    const seen = coding.words.filter((char) => text.includes(char))
    const part = seen.filter((char) => taken.has(char)).length
    const at = seen.map((char) => text.indexOf(char))
    const isEntered = Math.min(...at) < target && target <= Math.max(...at)
    if ((part > 0 && part < seen.length) || isEntered) torn.add(coding)
  }
}

const typed = (chance: Chance) => "abcdefgh".slice(0, 1 + chance.number(4))

export const acts: Readonly<Record<string, { readonly weight: number; readonly act: Act }>> = {
  type: { weight: 20, act: (w, c) => type(w.doc, place(w, c).at, typed(c)) },
  delete: {
    weight: 14,
    act(w, c) {
      const { at, to } = place(w, c)
      remove(w.doc, { from: at, to: Math.min(to, at + 1 + c.number(8)) })
    },
  },
  retype: {
    weight: 6,
    act(w, c) {
      const { at, to } = place(w, c)
      remove(w.doc, { from: at, to: Math.min(to, at + 1 + c.number(6)) })
      for (const letter of typed(c)) type(w.doc, at, letter)
    },
  },
  replace: {
    weight: 10,
    act(w, c) {
      const { at, to } = place(w, c)
      replace(w.doc, { from: at, to: Math.min(to, at + c.number(7)) }, typed(c))
    },
  },
  split: { weight: 9, act: (w, c) => splitTurn(w.doc, place(w, c).at, { speaker: "n" }) },
  join: { weight: 8, act: (w, c) => joinTurns(w.doc, place(w, c).turn) },
  merge: { weight: 3, act: (w, c) => mergeTurns(w.doc, place(w, c).turn, 2 + c.number(3)) },
  speaker: { weight: 5, act: (w, c) => changeSpeaker(w.doc, [place(w, c).turn], `s${c.number(9)}`) },
  deleteAcross: {
    weight: 4,
    act(w, c) {
      const { turns, turn, at } = place(w, c)
      const next = turns[turn + 1]
      if (next) remove(w.doc, { from: at, to: next.from + c.number(next.to - next.from + 1) })
    },
  },
  insertTurn: {
    weight: 3,
    act: (w, c) =>
      insertTurn(w.doc, c.number(turnsOf(w.doc).length + 1), {
        speaker: "i",
        startMs: null,
        endMs: null,
        text: typed(c),
      }),
  },
  deleteTurns: {
    weight: 1,
    act(w, c) {
      const { turns, turn } = place(w, c)
      if (turns.length > 10) deleteTurns(w.doc, turn, 1)
    },
  },
  move: {
    weight: 6,
    act(w, c, scene) {
      const { turns, turn } = place(w, c)
      const count = Math.min(1 + c.number(3), turns.length - turn)
      const before = c.number(turns.length + 1)
      noteMove(
        scene,
        w.text(),
        { from: turns[turn]!.from, to: turns[turn + count - 1]!.to },
        turns[before]?.from,
      )
      moveTurns(w.doc, turn, count, before)
    },
  },
  replaceAll: {
    weight: 2,
    act(w, c) {
      const search = { words: "abcdefgh"[c.number(8)]!, matchCase: true, wholeWords: false }
      replacePlaces(w.doc, findPlaces(w.text(), search), typed(c))
    },
  },
  replaceOriginals: {
    weight: 2,
    act(w, c) {
      const words = w.text()
      const places = Array.from({ length: 4 }, () => c.number(words.length))
        .filter((at, index, all) => isOriginal(words[at] ?? "") && all.indexOf(at) === index)
        .map((at) => ({ from: at, to: at + 1 }))
      replacePlaces(w.doc, places, typed(c))
    },
  },
  together: {
    weight: 3,
    act: (w, c) =>
      edit(w.doc, () => {
        type(w.doc, place(w, c).at, "xy")
        splitTurn(w.doc, place(w, c).at)
        // All from the beginning of a turn to that of another; nothing where that one is before it.
        const [from, to] = [place(w, c).from, place(w, c).from]
        remove(w.doc, { from, to })
      }),
  },
  undo: { weight: 8, act: (w) => void w.history.undo() },
  redo: { weight: 5, act: (w) => void w.history.redo() },
}

/** The names of acts, each as often as it is to be done. */
export function wheelOf(without: readonly string[]): string[] {
  return Object.entries(acts)
    .filter(([name]) => !without.includes(name))
    .flatMap(([name, { weight }]) => Array<string>(weight).fill(name))
}

/** Does one thing, and says which. Acts that follow each other are one for undo, two times in three. */
export function act(writer: Writer, chance: Chance, scene: Scene): string {
  const name = chance.one(scene.wheel)!
  if (chance.happens(66)) writer.history.close()
  acts[name]!.act(writer, chance, scene)
  return name
}
