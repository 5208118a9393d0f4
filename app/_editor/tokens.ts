/**
 * The editor's document as one row: the beginning of each turn is one token, each character another. Token 0 is the
 * beginning of the first turn, which the transcript's text does not hold, so that token n is offset n - 1 there.
 */
import type { Node } from "@tiptap/pm/model"
import type { Attributes } from "../../core/ydoc/source"

/** Stands for the beginning of a turn; no turn has it among its words. */
export const BEGINNING = "\n"

export interface Tokens {
  /** Characters, and BEGINNING where a turn begins. */
  readonly row: string
  /** What is said of the turns that begin in it, in order. */
  readonly said: readonly Attributes[]
}

/** The token that a position of the editor stands before: every turn but its beginning counts one less here. */
export function tokenAt(doc: Node, position: number): number {
  let before = 0
  let turn = 0
  for (; turn < doc.childCount - 1 && before + doc.child(turn).nodeSize <= position; turn++) {
    before += doc.child(turn).nodeSize
  }
  // Behind the last turn's end nothing follows: it is the end of the row.
  const isEnd = position === doc.content.size
  return position - turn - (isEnd ? 1 : 0)
}

export function tokensIn(doc: Node, from: number, to: number): Tokens {
  let row = ""
  const said: Attributes[] = []
  let at = 0
  for (let turn = 0; turn < doc.childCount && at < to; turn++) {
    const node = doc.child(turn)
    if (at >= from) {
      row += BEGINNING
      said.push(node.attrs as Attributes)
    }
    const end = at + 1 + node.content.size
    if (end > from) row += node.textContent.slice(Math.max(0, from - at - 1), Math.max(0, to - at - 1))
    at = end
  }
  return { row, said }
}

/** How many turns begin before a token. */
export function turnsBefore(doc: Node, token: number): number {
  let turns = 0
  for (let at = 0; turns < doc.childCount && at < token; turns++) at += 1 + doc.child(turns).content.size
  return turns
}
