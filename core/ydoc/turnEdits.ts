/** What can be done to the turns of a transcript, counted from 0. */
import * as Y from "yjs"
import type { Turn } from "../model"
import { edit, oneLine } from "./editing"
import { type CharId, insertBehind, itemsOf, lastOf } from "./items"
import {
  type Attributes,
  noAttributes,
  openingWith,
  readAttributes,
  readTranscript,
  writeAttributes,
} from "./source"
import { type HeldTurn, turnAt, turnsOf } from "./turns"

/** Begins a turn in the middle of another: of the same speaker, at no known time, unless said otherwise. */
export function splitTurn(doc: Y.Doc, at: number, attributes: Partial<Attributes> = {}): void {
  edit(doc, (_, text) => {
    const turns = turnsOf(doc)
    const { speaker } = saidOf(turns[turnAt(turns, at)])
    const opening = openingWith({ ...noAttributes, speaker, ...attributes })
    text.insertEmbed(at, opening.type, {})
  })
}

/** Joins a turn to the one before it. */
export function joinTurns(doc: Y.Doc, turn: number): void {
  mergeTurns(doc, turn - 1, 2, "")
}

/** Makes some turns one, with something between their words where no white space is. */
export function mergeTurns(doc: Y.Doc, first: number, count: number, between = " "): void {
  edit(doc, (_, text) => {
    const turns = turnsOf(doc)
    const words = readTranscript(doc).turns.map((turn) => turn.text)
    let after = ""
    for (let turn = Math.min(first + count, turns.length) - 1; turn > Math.max(0, first); turn--) {
      after = words[turn] || after
      const border = turns[turn]!.from - 1
      const meet = /\S$/u.test(words[turn - 1]!) && /^\S/u.test(after)
      text.delete(border, 1)
      if (meet && between !== "") text.insert(border, between, {})
    }
  })
}

/** Says something else of some turns: who speaks, or when. */
export function changeTurns(doc: Y.Doc, which: readonly number[], change: Partial<Attributes>): void {
  edit(doc, () => {
    const turns = turnsOf(doc)
    for (const { attributes } of which.flatMap((turn) => turns[turn] ?? [])) {
      if (attributes) writeAttributes(attributes, { ...readAttributes(attributes), ...change })
    }
  })
}

export function changeSpeaker(doc: Y.Doc, which: readonly number[], speaker: string | null): void {
  changeTurns(doc, which, { speaker })
}

/** Puts a turn before another, or after the last. */
export function insertTurn(doc: Y.Doc, before: number, turn: Turn): void {
  edit(doc, (transaction, text) => {
    const put = putting(transaction, text, placeBefore(doc, before))
    if (before > 0) put.opening(turn)
    put.words(oneLine(turn.text))
    if (before > 0) return
    put.opening(readAttributes(doc.getMap("head")))
    writeAttributes(doc.getMap("head"), turn)
  })
}

/** Deletes whole turns. A transcript keeps one, if an empty one. */
export function deleteTurns(doc: Y.Doc, first: number, count: number): void {
  edit(doc, (_, text) => {
    const turns = turnsOf(doc)
    const next = turns[first + count]
    const from = first === 0 ? 0 : turns[first]!.from - 1
    const to = next ? next.from - (first === 0 ? 0 : 1) : text.length
    if (first === 0) writeAttributes(doc.getMap("head"), saidOf(next))
    if (to > from) text.delete(from, to - from)
  })
}

export function saidOf(turn: HeldTurn | undefined): Attributes {
  return turn?.attributes ? readAttributes(turn.attributes) : noAttributes
}

/** The character behind which a turn goes that is put before another: next to that one, past all that is deleted. */
export function placeBefore(doc: Y.Doc, turn: number): CharId | null {
  if (turn <= 0) return null
  const opening = turnsOf(doc)[turn]?.opening
  let before: Y.Item | null = opening?.left ?? null
  if (!opening) for (const item of itemsOf(doc.getText("text"))) before = item
  return before && lastOf(before)
}

/** Puts one thing behind the other, from a character on; answers with the ids that things have there. */
export function putting(transaction: Y.Transaction, text: Y.Text, from: CharId | null) {
  let left = from
  const put = (content: Y.ContentString | Y.ContentType): CharId => {
    const { client, clock, length } = insertBehind(transaction, text, left, content)
    left = { client, clock: clock + length - 1 }
    return { client, clock }
  }
  return {
    words: (words: string) => (words === "" ? null : put(new Y.ContentString(words))),
    opening: (attributes: Attributes) => put(openingWith(attributes)),
  }
}
