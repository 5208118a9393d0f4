/** Somebody who edits their own copy of a transcript, which hears of the others' edits late. */
import type * as Y from "yjs"
import type { Anchor } from "../../core/anchor"
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
import { createKeys, isKnown, isOriginal } from "./transcript"

export interface FuzzedCoding {
  readonly anchor: Anchor
  /** The known characters it was put on, in their order. */
  readonly words: readonly string[]
  /** All that its writer saw then: what was deleted at the time may come back in the middle of it. */
  readonly seen: string
}

export interface Scene {
  readonly wheel: readonly string[]
  readonly codings: FuzzedCoding[]
  /** A character that nobody has typed before. */
  readonly key: () => string
  /** Known characters that ever stood on anybody's screen. */
  readonly written: Set<string>
  /** Known characters that were ever moved, as who moved them saw it. */
  readonly moved: Set<string>
  /** Known characters that vanished from the screen of who did something. */
  readonly removed: Set<string>
}

export function sceneOf(without: readonly string[]): Scene {
  return {
    wheel: wheelOf(without),
    codings: [],
    key: createKeys(),
    written: new Set(),
    moved: new Set(),
    removed: new Set(),
  }
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

/** A coding of up to 60 characters somewhere in what this writer sees; null where the place holds no known one. */
export function code({ doc, text }: Writer, chance: Chance): FuzzedCoding | null {
  const seen = text()
  const from = chance.number(seen.length)
  const to = Math.min(seen.length, from + 1 + chance.number(60))
  const chosen = [...seen.slice(from, to)].filter(isKnown)
  // As the desk does: a coding begins and ends at characters.
  if (chosen.length === 0) return null
  const span = { from: seen.indexOf(chosen[0]!), to: seen.lastIndexOf(chosen.at(-1)!) + 1 }
  const words = [...new Set(seen.slice(span.from, span.to))].filter(isKnown)
  return { anchor: anchorTo(doc, seen, span), words, seen }
}

type Act = (writer: Writer, chance: Chance, scene: Scene) => void

function place({ doc }: Writer, chance: Chance) {
  const turns = turnsOf(doc)
  const turn = chance.number(turns.length)
  const { from, to } = turns[turn]!
  return { turns, turn, from, to, at: from + chance.number(to - from + 1) }
}

/** Between one and four characters, in half of them one that others type as well. */
function typed(chance: Chance, { key }: Scene): string {
  const words = Array.from({ length: 1 + chance.number(4) }, key)
  return chance.happens(50)
    ? words.with(chance.number(words.length), letter(chance)).join("")
    : words.join("")
}

const letter = (chance: Chance) => "abcdefgh"[chance.number(8)]!

export const acts: Readonly<Record<string, { readonly weight: number; readonly act: Act }>> = {
  type: { weight: 20, act: (w, c, s) => type(w.doc, place(w, c).at, typed(c, s)) },
  delete: {
    weight: 14,
    act(w, c) {
      const { at, to } = place(w, c)
      remove(w.doc, { from: at, to: Math.min(to, at + 1 + c.number(8)) })
    },
  },
  retype: {
    weight: 6,
    act(w, c, s) {
      const { at, to } = place(w, c)
      remove(w.doc, { from: at, to: Math.min(to, at + 1 + c.number(6)) })
      for (const [index, char] of [...typed(c, s)].entries()) type(w.doc, at + index, char)
    },
  },
  replace: {
    weight: 10,
    act(w, c, s) {
      const { at, to } = place(w, c)
      replace(w.doc, { from: at, to: Math.min(to, at + c.number(7)) }, typed(c, s))
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
    act: (w, c, s) =>
      insertTurn(w.doc, c.number(turnsOf(w.doc).length + 1), {
        speaker: "i",
        startMs: null,
        endMs: null,
        text: typed(c, s),
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
      const taken = w.text().slice(turns[turn]!.from, turns[turn + count - 1]!.to)
      for (const char of [...taken].filter(isKnown)) scene.moved.add(char)
      moveTurns(w.doc, turn, count, before)
    },
  },
  replaceAll: {
    weight: 2,
    act(w, c, s) {
      const search = { words: letter(c), matchCase: true, wholeWords: false }
      const by = typed(c, s)
      // The same in every place, so nothing that is known by itself.
      replacePlaces(
        w.doc,
        findPlaces(w.text(), search),
        [...by].filter((char) => !isKnown(char)).join("") || "xyz",
      )
    },
  },
  replaceOriginals: {
    weight: 2,
    act(w, c) {
      const words = w.text()
      const places = Array.from({ length: 4 }, () => c.number(words.length))
        .filter((at, index, all) => isOriginal(words[at] ?? "") && all.indexOf(at) === index)
        .map((at) => ({ from: at, to: at + 1 }))
      replacePlaces(w.doc, places, letter(c))
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
  const before = writer.text()
  acts[name]!.act(writer, chance, scene)
  const after = new Set([...writer.text()].filter(isKnown))
  for (const char of after) scene.written.add(char)
  for (const char of before) if (isKnown(char) && !after.has(char)) scene.removed.add(char)
  return name
}
