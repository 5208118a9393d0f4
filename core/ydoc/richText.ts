/** Rich text as its editor lays it out: blocks of a fragment, whose words stand in texts with formats. */
import * as Y from "yjs"
import { findWords, piecesOf } from "../erasing"

/** The fragment of a memo's room that holds what is written. */
export const MEMO_FIELD = "text"

/** What is written, block by block, each on a line of its own; items of lists begin with a dash. */
export function textOfRich(doc: Y.Doc, field: string): string {
  return linesOf(doc.getXmlFragment(field)).join("\n").trim()
}

type Node = Y.XmlFragment | Y.XmlElement

function linesOf(node: Node): string[] {
  const parts = partsOf(node)
  // Words and blocks side by side: what breaks a line stands among the words.
  if (parts.some((part) => part instanceof Y.XmlText)) return wordsOf(parts).split("\n")
  return parts.flatMap((part) => {
    if (!(part instanceof Y.XmlElement)) return []
    if (part.nodeName !== "listItem") return part.length === 0 ? [""] : linesOf(part)
    const [first = "", ...others] = linesOf(part)
    return [`– ${first}`, ...others]
  })
}

function wordsOf(parts: readonly unknown[]): string {
  return parts
    .map((part) => (part instanceof Y.XmlText ? plain(part) : part instanceof Y.XmlElement ? "\n" : ""))
    .join("")
}

function partsOf(node: Node): unknown[] {
  return node.toArray()
}

/** Without its formats. */
function plain(text: Y.XmlText): string {
  const parts = text.toDelta() as readonly { readonly insert: unknown }[]
  return parts.map(({ insert }) => (typeof insert === "string" ? insert : "￼")).join("")
}

/**
 * Takes a word or name out of the fields of a rich text, each word of it leaving a mark. What no editor of these fields
 * could have written goes with it. Once the document is collected, the words are gone from it.
 */
export function eraseInRich(doc: Y.Doc, fields: readonly string[], words: string, mark: string): void {
  doc.transact((transaction) => {
    for (const [name, type] of doc.share) {
      for (const item of type._map.values()) if (!item.deleted) item.delete(transaction)
      if (fields.includes(name)) continue
      for (let item = type._start; item !== null; item = item.right)
        if (!item.deleted) item.delete(transaction)
    }
    for (const field of fields) eraseIn(doc.getXmlFragment(field), words, mark)
  })
}

/** The same in what is written in one fragment, where others stand beside it. */
export function eraseInFragment(written: Y.XmlFragment, words: string, mark: string): void {
  eraseIn(written, words, mark)
}

function eraseIn(node: Node, words: string, mark: string): void {
  if (node instanceof Y.XmlElement) {
    for (const [name, value] of Object.entries(node.getAttributes()))
      if (typeof value === "string" && findWords(value, words).length > 0) node.removeAttribute(name)
  }
  for (const run of runsIn(node)) eraseInRun(run, words, mark)
  for (const part of partsOf(node)) if (part instanceof Y.XmlElement) eraseIn(part, words, mark)
}

/** Texts that stand side by side are read as one. */
function runsIn(node: Node): Y.XmlText[][] {
  const runs: Y.XmlText[][] = [[]]
  for (const part of partsOf(node)) {
    if (part instanceof Y.XmlText) runs.at(-1)!.push(part)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

function eraseInRun(run: readonly Y.XmlText[], words: string, mark: string): void {
  const all = run.map(plain)
  const whole = all.join("")
  const pieces = piecesOf(whole, findWords(whole, words), mark)
  for (const piece of [...pieces].reverse()) {
    let start = whole.length
    for (let at = run.length - 1; at >= 0; at--) {
      start -= all[at]!.length
      const from = Math.max(piece.from, start)
      const to = Math.min(piece.to, start + all[at]!.length)
      if (from >= to) continue
      const text = run[at]!
      const place = from - start
      // Once, where it began, and inside of it: in the format of what it stands for.
      const mark = from === piece.from ? piece.mark : ""
      if (mark !== "") text.insert(place + 1, mark)
      text.delete(place, 1)
      if (to - from > 1) text.delete(place + mark.length, to - from - 1)
    }
  }
}
