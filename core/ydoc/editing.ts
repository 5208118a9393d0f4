/**
 * What can be done to the words of a transcript. Every edit, here and in turnEdits, moving and replacing, is one
 * transaction of the origin EDIT, which the history can take back; offsets are those of `textOf(turns)`.
 */
import * as Y from "yjs"
import type { Span } from "../model"
import { type CharId, insertBehind, itemsOf, lastOf } from "./items"

/** Says that a change is its writer's own act. */
export const EDIT = "edit"

/** One act; edits in it become part of it. */
export function edit(doc: Y.Doc, act: (transaction: Y.Transaction, text: Y.Text) => void): void {
  doc.transact((transaction) => act(transaction, doc.getText("text")), EDIT)
}

/** Writes words. Where something was just deleted they go between what is gone, and so take its place in codings. */
export function type(doc: Y.Doc, at: number, words: string): void {
  if (words === "") return
  edit(doc, (transaction, text) => {
    insertBehind(transaction, text, gapAt(text, at), new Y.ContentString(oneLine(words)))
  })
}

/** Deletes; turns whose border is deleted become one, of which is true what was said of the first. */
export function remove(doc: Y.Doc, { from, to }: Span): void {
  if (to > from) edit(doc, (_, text) => text.delete(from, to - from))
}

/**
 * Puts words in the place of others. A coding that had the old words has the new ones: they are written behind the
 * first doomed character, so that both edges of the coding lie outside.
 */
export function replace(doc: Y.Doc, { from, to }: Span, words: string): void {
  edit(doc, (_, text) => {
    if (to <= from) return type(doc, from, words)
    if (words !== "") text.insert(from + 1, oneLine(words), {})
    if (to > from + 1) text.delete(from + 1 + words.length, to - from - 1)
    text.delete(from, 1)
  })
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
