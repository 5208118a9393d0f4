import type { Node } from "@tiptap/pm/model"
import type { Transaction } from "@tiptap/pm/state"
import { ReplaceStep } from "@tiptap/pm/transform"
import type * as Y from "yjs"
import { edit, idsOf, replaceWith } from "../../core/ydoc/editing"
import type { CharId } from "../../core/ydoc/items"
import { isGoneAt, replaceLetter } from "../../core/ydoc/replacing"
import { type Attributes, readAttributes, writeAttributes } from "../../core/ydoc/source"
import { changeTurns } from "../../core/ydoc/turnEdits"
import { turnsOf } from "../../core/ydoc/turns"
import { BEGINNING, type Tokens, tokenAt, tokensIn, turnsBefore } from "./tokens"

/**
 * Does to the transcript what a transaction did in the editor: step by step, as one act. Answers the letter that was
 * deleted, where that is all it did. `gone`: the one that the act before answered; what is written in its place replaces it.
 */
export function applyToText(doc: Y.Doc, transaction: Transaction, gone: CharId | null = null): CharId | null {
  if (!transaction.docChanged) return gone
  const deleted = letterDeletedBy(doc, transaction)
  edit(doc, () => {
    transaction.steps.forEach((step, index) => {
      const before = transaction.docs[index]!
      const after = transaction.docs[index + 1] ?? transaction.doc
      const changes: (() => void)[] = []
      step.getMap().forEach((from, to, newFrom, newTo) => {
        const [a, b] = [tokenAt(before, from), tokenAt(before, to)]
        const [c, d] = [tokenAt(after, newFrom), tokenAt(after, newTo)]
        changes.push(() => {
          replaceTokens(doc, before, a, tokensIn(before, a, b), tokensIn(after, c, d), gone)
        })
      })
      // From behind, so that the places of those before stay.
      for (const change of changes.reverse()) change()
      if (changes.length === 0) sayWhatDiffers(doc, before, after)
    })
  })
  return deleted
}

function letterDeletedBy(doc: Y.Doc, { steps, docs }: Transaction): CharId | null {
  const [step, ...more] = steps
  if (!(step instanceof ReplaceStep) || more.length > 0 || step.slice.size > 0) return null
  const [from, to] = [tokenAt(docs[0]!, step.from), tokenAt(docs[0]!, step.to)]
  const { row } = tokensIn(docs[0]!, from, to)
  if (!isLetter(row)) return null
  return idsOf(doc.getText("text"), { from: from - 1, to: to - 1 })[0] ?? null
}

/** One character that can be seen, and no border of turns. */
function isLetter(row: string): boolean {
  return /^\S$/u.test(row) && row.length === 1
}

/** Replaces tokens by others; what both have at their beginning and end stays what it is. */
function replaceTokens(
  doc: Y.Doc,
  before: Node,
  at: number,
  old: Tokens,
  fresh: Tokens,
  gone: CharId | null,
): void {
  const shortest = Math.min(old.row.length, fresh.row.length)
  let same = 0
  while (same < shortest && old.row[same] === fresh.row[same]) same++
  let end = 0
  while (end < shortest - same && old.row.at(-1 - end) === fresh.row.at(-1 - end)) end++
  const doomed = old.row.slice(same, old.row.length - end)
  const written = fresh.row.slice(same, fresh.row.length - end)
  const begun = countTurns(fresh.row.slice(0, same))
  const firstTurn = turnsBefore(before, at)
  const kept = [...Array(countTurns(old.row.slice(old.row.length - end))).keys()]
  // Turns behind the change first: they are still where they were.
  for (const turn of kept) {
    const one = old.said.length - 1 - turn
    say(doc, firstTurn + one, old.said[one]!, fresh.said[fresh.said.length - 1 - turn]!)
  }
  for (let turn = 0; turn < begun; turn++) {
    say(doc, firstTurn + turn, old.said[turn]!, fresh.said[turn]!)
  }
  const said = fresh.said.slice(begun, fresh.said.length - kept.length)
  rewrite(doc, before, at + same, doomed, partsOf(written, said), gone)
}

type Parts = readonly (string | Attributes)[]

function rewrite(
  doc: Y.Doc,
  before: Node,
  at: number,
  doomed: string,
  parts: Parts,
  gone: CharId | null,
): void {
  if (doomed === "" && parts.length === 0) return
  const words = parts.length === 1 && typeof parts[0] === "string" && /^\S/u.test(parts[0]) ? parts[0] : null
  const letter = words === null ? null : letterAt(doc, at - 1, doomed, gone)
  if (words !== null && letter) replaceLetter(doc, letter, words)
  else if (at === 0) rewriteStart(doc, before, doomed, parts)
  else replaceWith(doc, { from: at - 1, to: at - 1 + doomed.length }, parts)
}

/** The single letter that is replaced by what is written at an offset: it is doomed, or was deleted right before. */
function letterAt(doc: Y.Doc, at: number, doomed: string, gone: CharId | null): CharId | null {
  if (isLetter(doomed)) return idsOf(doc.getText("text"), { from: at, to: at + 1 })[0] ?? null
  return doomed === "" && gone && isGoneAt(doc, gone, at) ? gone : null
}

/** The beginning of the first turn is not in the text: what is said of it stands in the head. */
function rewriteStart(doc: Y.Doc, before: Node, doomed: string, parts: Parts): void {
  const head = doc.getMap("head")
  const [first, ...rest] = parts
  if (first === undefined || typeof first === "string") {
    // Whole turns go: the next one becomes the first.
    writeAttributes(head, before.child(countTurns(doomed)).attrs as Attributes)
    replaceWith(doc, { from: 0, to: doomed.length }, parts)
  } else if (doomed === "") {
    const old = readAttributes(head)
    writeAttributes(head, first)
    replaceWith(doc, { from: 0, to: 0 }, [...rest, old])
  } else {
    writeAttributes(head, first)
    replaceWith(doc, { from: 0, to: doomed.length - 1 }, rest)
  }
}

function partsOf(row: string, said: readonly Attributes[]): Parts {
  const words = row.split(BEGINNING)
  return words
    .flatMap((piece, index) => (index === 0 ? [piece] : [said[index - 1]!, piece]))
    .filter((part) => part !== "")
}

/** Where a step moved nothing it said something of turns. */
function sayWhatDiffers(doc: Y.Doc, before: Node, after: Node): void {
  after.forEach((turn, _, index) => {
    say(doc, index, before.child(index).attrs as Attributes, turn.attrs as Attributes)
  })
}

function say(doc: Y.Doc, turn: number, old: Attributes, fresh: Attributes): void {
  const keys = ["speaker", "startMs", "endMs"] as const
  if (keys.every((key) => old[key] === fresh[key])) return
  if (turnsOf(doc)[turn]) changeTurns(doc, [turn], fresh)
}

function countTurns(row: string): number {
  return row.split(BEGINNING).length - 1
}
