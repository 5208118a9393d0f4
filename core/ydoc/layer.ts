/**
 * How a coder's layer is laid out in its Y.Doc (room `layer/<source>/<member>`): Y.Maps of JSON values keyed by
 * random ids. `codings`: `{ id, code, anchor, createdAt, memo?, shareMemo? }`; `suggestedCodes`:
 * `{ id, name, definition?, parent? }`; `memos`: `{ id, text, anchor?, createdAt, changedAt }`. Malformed entries
 * are left out on reading; the layer says who wrote them, whatever they claim.
 */
import type * as Y from "yjs"
import type { Anchor } from "../anchor"
import { type CodeId, type CodingId, isId } from "../model"
import { storable } from "../text"

export interface LayerCoding {
  readonly id: CodingId
  readonly code: CodeId
  readonly anchor: Anchor
  readonly createdAt: string
  readonly memo: string | null
  readonly shareMemo: boolean
}

export interface SuggestedLayerCode {
  readonly id: CodeId
  readonly name: string
  readonly definition: string | null
  readonly parent: CodeId | null
}

export interface LayerMemo {
  readonly id: string
  readonly text: string
  readonly anchor: Anchor | null
  readonly createdAt: string
  readonly changedAt: string
}

export interface Layer {
  readonly codings: readonly LayerCoding[]
  readonly suggestedCodes: readonly SuggestedLayerCode[]
  readonly memos: readonly LayerMemo[]
}

export function readLayer(doc: Y.Doc): Layer {
  return readWith(doc, readCoding)
}

function readWith(doc: Y.Doc, readOne: typeof readCoding): Layer {
  return {
    codings: readEntries(doc.getMap("codings"), readOne),
    suggestedCodes: readEntries(doc.getMap("suggestedCodes"), readSuggestedCode),
    memos: readEntries(doc.getMap("memos"), readMemo),
  }
}

/** Reads a layer again and again: a coding that has not changed since is the same object as before. */
export function createLayerReader(doc: Y.Doc): () => Layer {
  const known = new WeakMap<object, LayerCoding | null>()
  const readKnown = (id: CodingId, value: unknown) => {
    if (typeof value !== "object" || value === null) return null
    const before = known.get(value)
    if (before?.id === id) return before
    const coding = readCoding(id, value)
    known.set(value, coding)
    return coding
  }
  return () => readWith(doc, readKnown)
}

/** A coding as it is written into the `codings` map; null when the value is none. */
export function readCoding(id: string, value: unknown): LayerCoding | null {
  const { code, anchor, createdAt, memo, shareMemo } = fieldsOf(value)
  const read = readAnchor(anchor)
  if (!isId(id) || !isName(code) || !read) return null
  return {
    id,
    code,
    anchor: read,
    createdAt: typeof createdAt === "string" ? createdAt : "",
    memo: typeof memo === "string" && memo !== "" ? storable(memo.slice(0, 20_000)) : null,
    shareMemo: shareMemo === true,
  }
}

export function readSuggestedCode(id: string, value: unknown): SuggestedLayerCode | null {
  const { name, definition, parent } = fieldsOf(value)
  if (!isId(id) || typeof name !== "string" || name.trim() === "") return null
  return {
    id,
    name: storable(name.trim().slice(0, 200)),
    definition:
      typeof definition === "string" && definition !== "" ? storable(definition.slice(0, 5_000)) : null,
    parent: isName(parent) ? parent : null,
  }
}

function readMemo(id: string, value: unknown): LayerMemo | null {
  const { text, anchor, createdAt, changedAt } = fieldsOf(value)
  if (!isId(id) || typeof text !== "string") return null
  const time = (at: unknown) => (typeof at === "string" ? at : "")
  return {
    id,
    text: storable(text),
    anchor: readAnchor(anchor),
    createdAt: time(createdAt),
    changedAt: time(changedAt),
  }
}

export function readAnchor(value: unknown): Anchor | null {
  const { start, end, quote, prefix, suffix } = fieldsOf(value)
  if (typeof quote !== "string") return null
  const words = (context: unknown) => (typeof context === "string" ? storable(context) : "")
  return {
    start: start ?? null,
    end: end ?? null,
    quote: words(quote),
    prefix: words(prefix),
    suffix: words(suffix),
  }
}

function readEntries<T>(map: Y.Map<unknown>, read: (id: string, value: unknown) => T | null): T[] {
  const entries: T[] = []
  for (const [id, value] of map) {
    const entry = read(id, value)
    if (entry) entries.push(entry)
  }
  return entries
}

/** What a coding says its code is; whether there is such a code is asked where the codebook is. */
function isName(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= 100 && value === storable(value)
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}

// ------------------------------------------------------------------ writing: one's own layer only

/** Says that a change is its coder's own act, which undo may take back. */
export const OWN = "own"

export function putCoding(doc: Y.Doc, coding: LayerCoding): void {
  doc.transact(() => doc.getMap("codings").set(coding.id, withoutNulls(coding)), OWN)
}

export function removeCoding(doc: Y.Doc, id: CodingId): void {
  doc.transact(() => doc.getMap("codings").delete(id), OWN)
}

/** A new code and the first coding with it, as one act: undo takes both. */
export function suggestCode(doc: Y.Doc, code: SuggestedLayerCode, coding: LayerCoding | null): void {
  doc.transact(() => {
    doc.getMap("suggestedCodes").set(code.id, withoutNulls(code))
    if (coding) doc.getMap("codings").set(coding.id, withoutNulls(coding))
  }, OWN)
}

export function removeSuggestedCode(doc: Y.Doc, id: CodeId): void {
  doc.transact(() => doc.getMap("suggestedCodes").delete(id), OWN)
}

export function putMemo(doc: Y.Doc, memo: LayerMemo): void {
  doc.transact(() => doc.getMap("memos").set(memo.id, withoutNulls(memo)), OWN)
}

export function removeMemo(doc: Y.Doc, id: string): void {
  doc.transact(() => doc.getMap("memos").delete(id), OWN)
}

function withoutNulls(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null && field !== false))
}
