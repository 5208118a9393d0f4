import * as Y from "yjs"
import { type Alias, aliasOf, writeAliases } from "./aliases"
import { edit } from "./editing"
import { deleteRange, itemsOf } from "./items"
import { attributesOf, readAttributes, writeAttributes } from "./source"
import { placeBefore, putting, saidOf } from "./turnEdits"
import { turnsOf } from "./turns"

/**
 * Moves whole turns before another turn, or behind the last. Yjs cannot move: what is written there anew says by
 * aliases which characters it is, so that codings go with their words (C21).
 */
export function moveTurns(doc: Y.Doc, first: number, count: number, before: number): void {
  const turns = turnsOf(doc)
  const next = first + count
  if (count <= 0 || first < 0 || next > turns.length || (before >= first && before <= next)) return
  edit(doc, (transaction, text) => {
    const doomed = piecesBetween(text, turns[first]!.opening, turns[next]?.opening ?? null)
    const head = doc.getMap("head")
    const [opening, follower] = [saidOf(turns[first]), saidOf(turns[next])]
    const put = putting(transaction, text, placeBefore(doc, before))
    // The first turn of all has no piece that begins it: one is written where it gets a turn before it, and left
    // out where it loses its own.
    if (before > 0 && first === 0) put.opening(opening)
    const aliases: Alias[] = []
    for (const item of doomed) {
      if (before <= 0 && item === turns[first]!.opening) continue
      const fresh =
        item.content instanceof Y.ContentString
          ? put.words(item.content.str)
          : put.opening(attributesOf(item))
      if (fresh) aliases.push(aliasOf({ ...item.id, length: item.length }, fresh, "moved"))
    }
    if (before <= 0) {
      put.opening(readAttributes(head))
      writeAttributes(head, opening)
    }
    const border = first === 0 ? turns[next]!.opening : null
    if (border) writeAttributes(head, follower)
    for (const { id, length } of border ? [...doomed, border] : doomed) {
      deleteRange(transaction, text, { client: id.client, clock: id.clock, length })
    }
    writeAliases(doc, aliases)
  })
}

/** What stands from one piece on and before another; from the beginning, and to the end, where there is none. */
function piecesBetween(text: Y.Text, from: Y.Item | null, before: Y.Item | null): Y.Item[] {
  const pieces: Y.Item[] = []
  for (const item of itemsOf(text, from ?? text._start)) {
    if (item === before) break
    if (!item.deleted && item.countable) pieces.push(item)
  }
  return pieces
}
