/**
 * What can be done to the words of a transcript. Every edit, here and in turnEdits, moving and replacing, is one
 * transaction of the origin EDIT, which the history can take back; offsets are those of `textOf(turns)`.
 */
import * as Y from "yjs"
import type { Span } from "../model"
import { type CharId, type CharRange, deleteRange, insertBehind, itemsOf, lastOf } from "./items"
import { type Attributes, openingWith } from "./source"

/** Says that a change is its writer's own act. */
export const EDIT = "edit"

/** One act; edits in it become part of it. */
export function edit(doc: Y.Doc, act: (transaction: Y.Transaction, text: Y.Text) => void): void {
  doc.transact((transaction) => act(transaction, doc.getText("text")), EDIT)
}

/** Writes words. Where something was just deleted they go between what is gone, and so take its place in codings. */
export function type(doc: Y.Doc, at: number, words: string): void {
  replaceWith(doc, { from: at, to: at }, [words])
}

/** Deletes; turns whose border is deleted become one, of which is true what was said of the first. */
export function remove(doc: Y.Doc, { from, to }: Span): void {
  if (to > from) edit(doc, (_, text) => text.delete(from, to - from))
}

/** Puts words in the place of others; a coding that had the old words has the new ones. */
export function replace(doc: Y.Doc, span: Span, words: string): void {
  replaceWith(doc, span, [words])
}

/**
 * Puts words and beginnings of turns in the place of what stands in a span. They are written behind the first doomed
 * character, so that both edges of a coding of the old words lie outside.
 */
export function replaceWith(doc: Y.Doc, { from, to }: Span, parts: readonly (string | Attributes)[]): void {
  edit(doc, (transaction, text) => {
    const doomed = to > from ? idsOf(text, { from, to }) : []
    let left: CharId | null = doomed[0] ?? gapAt(text, from)
    for (const part of parts) {
      if (part === "") continue
      const content = typeof part === "string" ? new Y.ContentString(oneLine(part)) : openingWith(part)
      const { client, clock, length } = insertBehind(transaction, text, left, content)
      left = { client, clock: clock + length - 1 }
    }
    for (const range of doomed) deleteRange(transaction, text, range)
  })
}

/** The characters that stand in a span, by their ids. */
export function idsOf(text: Y.Text, { from, to }: Span): CharRange[] {
  const ranges: CharRange[] = []
  let at = 0
  for (const item of itemsOf(text)) {
    if (at >= to) break
    if (item.deleted || !item.countable) continue
    const first = Math.max(0, from - at)
    const length = Math.min(item.length, to - at) - first
    if (length > 0) ranges.push({ client: item.id.client, clock: item.id.clock + first, length })
    at += item.length
  }
  return ranges
}

/** A line break is no character of a turn: it would read as a border that nothing can join. */
export function oneLine(words: string): string {
  return words.replace(/[\n\r]/gu, " ")
}

/** The character behind which to write at an offset: the one before it, or the first of what is deleted there. */
function gapAt(text: Y.Text, at: number): CharId | null {
  let left: Y.Item | null = null
  let rest = at
  for (const item of itemsOf(text)) {
    if (rest === 0) break
    if (item.deleted || !item.countable) continue
    if (rest < item.length) return { client: item.id.client, clock: item.id.clock + rest - 1 }
    left = item
    rest -= item.length
  }
  const gone = left ? left.right : text._start
  if (gone?.deleted && !isWithin(left, gone)) return gone.id
  return left && lastOf(left)
}

/** Whether a piece was written inside what was deleted around it: then what follows it is written there as well. */
function isWithin(piece: Y.Item | null, gone: Y.Item): boolean {
  const before = piece?.left
  if (!before?.deleted) return false
  const { client, clock } = lastOf(before)
  return client === gone.id.client && clock + 1 === gone.id.clock
}
