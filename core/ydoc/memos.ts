/**
 * Memos of a layer. A writing of a memo has a key of its own for each document it is written in, and takes the place of
 * the writings that this document knows of. So of two devices that wrote while apart, neither takes the other's words
 * away: both writings stand, and are read as one text, until it is written again by somebody who saw both.
 */
import type * as Y from "yjs"
import type { Anchor } from "../anchor"
import { isId } from "../model"
import { storable } from "../text"
import { bothTexts } from "../writings"
import { fieldsOf, readAnchor } from "./entries"

export interface Memo {
  readonly id: string
  readonly text: string
  readonly anchor: Anchor | null
  readonly createdAt: string
  readonly changedAt: string
  /** It is about the coding with this id, and stands with it while there is one. */
  readonly onCoding: boolean
  /** It crosses with its coding: whoever wrote it said so, in every writing. */
  readonly share: boolean
}

interface Writing extends Memo {
  readonly key: string
}

/** All memos, also those on codings, by their ids. */
export function readMemos(doc: Y.Doc): Map<string, Memo> {
  const memos = new Map<string, Memo>()
  for (const [id, writings] of writingsIn(doc))
    memos.set(id, writings.length === 1 ? writings[0]! : joined(writings))
  return memos
}

/** Writes a memo, in the place of all that is known of it here. For a transaction. */
export function writeMemo(doc: Y.Doc, memo: Memo): void {
  const map = doc.getMap("memos")
  const key = `${memo.id}-${doc.clientID}`
  for (const other of keysOf(doc, memo.id)) if (other !== key) map.delete(other)
  const { id, text, anchor, createdAt, changedAt, onCoding, share } = memo
  map.set(key, {
    of: id,
    text,
    ...(anchor && { anchor }),
    createdAt,
    changedAt,
    ...(onCoding && { onCoding }),
    ...(share && { share }),
  })
}

/** Removes what is known of a memo here. For a transaction. */
export function deleteMemo(doc: Y.Doc, id: string): void {
  for (const key of keysOf(doc, id)) doc.getMap("memos").delete(key)
}

/** The keys under which each memo stands. */
export function memoKeys(doc: Y.Doc): Map<string, readonly string[]> {
  return new Map([...writingsIn(doc)].map(([id, writings]) => [id, writings.map(({ key }) => key)]))
}

function keysOf(doc: Y.Doc, id: string): string[] {
  const keys: string[] = []
  for (const [key, value] of doc.getMap("memos")) if (readWriting(key, value)?.id === id) keys.push(key)
  return keys
}

function writingsIn(doc: Y.Doc): Map<string, Writing[]> {
  const found = new Map<string, Writing[]>()
  for (const [key, value] of doc.getMap("memos")) {
    const writing = readWriting(key, value)
    if (!writing) continue
    const others = found.get(writing.id)
    if (others) others.push(writing)
    else found.set(writing.id, [writing])
  }
  return found
}

function readWriting(key: string, value: unknown): Writing | null {
  // Under its own id it stands where it was written before writings had keys of their own.
  const { of, text, anchor, createdAt, changedAt, onCoding, share } = fieldsOf(value)
  const id = of ?? key
  if (!isId(id) || typeof text !== "string") return null
  const time = (at: unknown) => (typeof at === "string" ? at : "")
  return {
    key,
    id,
    text: storable(text),
    anchor: readAnchor(anchor),
    createdAt: time(createdAt),
    changedAt: time(changedAt),
    onCoding: onCoding === true,
    share: share === true,
  }
}

/** In an order that no device sees otherwise. */
function joined(writings: readonly Writing[]): Memo {
  const ordered = [...writings].sort((one, other) =>
    `${one.changedAt} ${one.key}` < `${other.changedAt} ${other.key}` ? -1 : 1,
  )
  const last = ordered.at(-1)!
  return {
    id: last.id,
    text: ordered.map(({ text }) => text).reduce(bothTexts),
    anchor: ordered.findLast(({ anchor }) => anchor !== null)?.anchor ?? null,
    createdAt: ordered.map(({ createdAt }) => createdAt).sort()[0]!,
    changedAt: last.changedAt,
    onCoding: ordered.some(({ onCoding }) => onCoding),
    share: ordered.every(({ share }) => share),
  }
}
