/**
 * The transcript's Y.Text as the list of pieces that it is, deleted ones included. Everything here works on the ids of
 * characters, which stay; offsets go with the text. Only inside a transaction of the document.
 */
import * as Y from "yjs"

/** What Yjs calls a character, or the beginning of a turn, for ever. */
export interface CharId {
  readonly client: number
  readonly clock: number
}

/** An id as the key of a map. */
export function keyOf({ client, clock }: CharId): string {
  return `${client}:${clock}`
}

/** Characters with ids that follow each other. */
export interface CharRange extends CharId {
  readonly length: number
}

/** The text's pieces in their order, from a piece on; the deleted too. */
export function* itemsOf(text: Y.Text, from: Y.Item | null = text._start): Generator<Y.Item> {
  for (let item = from; item !== null; item = item.right) yield item
}

/** Where a character is in the list: its piece, and how far inside. */
export interface Place {
  readonly item: Y.Item
  readonly inside: number
}

/** The piece of the text that holds a character; null where there is none, whatever is asked. */
export function pieceOf(text: Y.Text, id: CharId): Place | null {
  const store = text.doc!.store
  const known = store.clients.get(id.client)
  if (!known || id.clock < 0 || id.clock >= Y.getState(store, id.client)) return null
  const item = Y.getItem(store, Y.createID(id.client, id.clock))
  if (!(item instanceof Y.Item) || item.parent !== text) return null
  return { item, inside: id.clock - item.id.clock }
}

/**
 * Puts content right behind a character, deleted or not; behind null: at the very beginning. Yjs's own insertion
 * knows offsets only, and so cannot say on which side of deleted characters.
 */
export function insertBehind(
  transaction: Y.Transaction,
  text: Y.Text,
  left: CharId | null,
  content: Y.ContentString | Y.ContentType,
): CharRange {
  const { store, clientID } = transaction.doc
  const before = left && Y.getItemCleanEnd(transaction, store, Y.createID(left.client, left.clock))
  const after = before ? before.right : text._start
  const id = Y.createID(clientID, Y.getState(store, clientID))
  const item = new Y.Item(id, before, before?.lastId ?? null, after, after?.id ?? null, text, null, content)
  item.integrate(transaction, 0)
  forgetOffsets(text)
  return { client: id.client, clock: id.clock, length: item.length }
}

/** Deletes characters by their ids; what is deleted already stays so. */
export function deleteRange(transaction: Y.Transaction, text: Y.Text, range: CharRange): void {
  const { store } = transaction.doc
  const end = range.clock + range.length
  for (let clock = range.clock; clock < end; ) {
    const piece = pieceOf(text, { client: range.client, clock })
    if (!piece) return
    const last = Math.min(end, clock + piece.item.length - piece.inside) - 1
    if (!piece.item.deleted) {
      const item = Y.getItemCleanStart(transaction, Y.createID(range.client, clock))
      Y.getItemCleanEnd(transaction, store, Y.createID(range.client, last))
      item.delete(transaction)
    }
    clock = last + 1
  }
  forgetOffsets(text)
}

/** The id of a piece's last character. */
export function lastOf(item: Y.Item): CharId {
  return { client: item.id.client, clock: item.id.clock + item.length - 1 }
}

/** Yjs remembers where some offsets are, and must not where we changed the list ourselves. */
function forgetOffsets(text: Y.Text): void {
  if (text._searchMarker) text._searchMarker.length = 0
}

/** The order of ids that everyone agrees on; it says nothing of place or time. */
export function isBefore(one: CharId, other: CharId): boolean {
  return one.client === other.client ? one.clock < other.clock : one.client < other.client
}

export function holds(range: CharRange, { client, clock }: CharId): boolean {
  return range.client === client && range.clock <= clock && clock < range.clock + range.length
}
