/** What one act did to a transcript, in terms of characters that have ids, so that it can be taken back later. */
import * as Y from "yjs"
import { type CharId, type CharRange, holds } from "./items"
import { type Attributes, readAttributes } from "./source"

/** Characters that an act deleted, with what they were: Yjs forgets the content of deleted characters. */
export interface Deleted extends CharId {
  readonly content: string | Attributes
}

/** Something said of a turn that an act changed. `turn`: the id of what begins it; null for the first turn. */
export interface Changed {
  readonly turn: CharId | null
  readonly key: string
  readonly before: unknown
  readonly after: unknown
}

export interface Step {
  readonly inserted: readonly CharRange[]
  readonly deleted: readonly Deleted[]
  readonly changed: readonly Changed[]
}

export function isEmpty({ inserted, deleted, changed }: Step): boolean {
  return inserted.length + deleted.length + changed.length === 0
}

/** Reads off a transaction what it did. Only right after it, before Yjs forgets. */
export function stepOf(transaction: Y.Transaction, text: Y.Text, head: Y.Map<unknown>): Step {
  const inserted: CharRange[] = []
  const deleted: Deleted[] = []
  for (const [client, structs] of transaction.doc.store.clients) {
    const from = transaction.beforeState.get(client) ?? 0
    if (from >= Y.getState(transaction.doc.store, client)) continue
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at]!
      if (struct instanceof Y.Item && struct.parent === text) {
        inserted.push({ client, clock: struct.id.clock, length: struct.length })
      }
    }
  }
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.parent === text && !isAdded(transaction, struct)) {
      const content = contentOf(transaction, struct)
      if (content !== null) deleted.push({ client: struct.id.client, clock: struct.id.clock, content })
    }
  })
  return { inserted, deleted, changed: changesOf(transaction, text, head) }
}

/** Two acts that follow each other, as one. */
export function joined(first: Step, then: Step): Step {
  const own = (id: CharId) => first.inserted.some((range) => holds(range, id))
  const known = new Map(first.changed.map((each) => [keyOf(each), each]))
  for (const each of then.changed) {
    if (each.turn && own(each.turn)) continue
    known.set(keyOf(each), { ...each, before: known.get(keyOf(each))?.before ?? each.before })
  }
  return {
    inserted: [...first.inserted, ...then.inserted],
    deleted: [...first.deleted, ...then.deleted.flatMap((each) => withoutOwn(each, own))],
    changed: [...known.values()],
  }
}

/** Single characters, or the beginning of a turn. */
export function charsOf({ client, clock, content }: Deleted): Deleted[] {
  if (typeof content !== "string") return [{ client, clock, content }]
  return [...Array(content.length).keys()].map((at) => ({ client, clock: clock + at, content: content[at]! }))
}

function withoutOwn(deleted: Deleted, own: (id: CharId) => boolean): Deleted[] {
  return charsOf(deleted).filter((char) => !own(char))
}

function contentOf(transaction: Y.Transaction, { content }: Y.Item): Deleted["content"] | null {
  if (content instanceof Y.ContentString) return content.str
  if (!(content instanceof Y.ContentType && content.type instanceof Y.Map)) return null
  const said: Record<string, unknown> = {}
  for (const [key, item] of content.type._map) {
    said[key] = valueBefore(transaction, item)
  }
  return readAttributes(new Map(Object.entries(said)))
}

function changesOf(transaction: Y.Transaction, text: Y.Text, head: Y.Map<unknown>): Changed[] {
  const changes: Changed[] = []
  for (const [type, keys] of transaction.changed) {
    const opening = type._item
    if (!(type instanceof Y.Map) || (type !== head && opening?.parent !== text)) continue
    if (opening && (opening.deleted || isAdded(transaction, opening))) continue
    for (const key of keys) {
      const item = key === null ? undefined : type._map.get(key)
      if (!item || key === null) continue
      const turn = opening && { client: opening.id.client, clock: opening.id.clock }
      changes.push({ turn, key, before: valueBefore(transaction, item), after: type.get(key) })
    }
  }
  return changes
}

/** What a key said before the transaction; undefined where it said nothing. */
function valueBefore(transaction: Y.Transaction, item: Y.Item): unknown {
  let at: Y.Item | null = item
  while (at && isAdded(transaction, at)) at = at.left
  if (!at || (at.deleted && !Y.isDeleted(transaction.deleteSet, at.id))) return undefined
  return at.content.getContent()[at.length - 1]
}

function isAdded(transaction: Y.Transaction, { id }: Y.Item): boolean {
  return id.clock >= (transaction.beforeState.get(id.client) ?? 0)
}

function keyOf({ turn, key }: Changed): string {
  return `${turn ? `${turn.client}:${turn.clock}` : "head"} ${key}`
}
