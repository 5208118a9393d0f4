/**
 * How a coder's layer is laid out in its Y.Doc (room `layer/<source>/<member>`): Y.Maps of JSON values keyed by
 * random ids. `codings`: `{ id, code, anchor, createdAt, memo?, shareMemo? }`; `suggestedCodes`:
 * `{ id, name, definition?, parent? }`; `memos`, also those on codings: writings `{ of, text, anchor?, createdAt,
 * changedAt, onCoding?, share? }`, several of the memo `of` where devices wrote it while apart (without `of`: of the one
 * that is the key). A coding's own `memo` is read where it stands, and written no more. Malformed entries are left out on
 * reading; the layer says who wrote them, whatever they claim.
 */
import type * as Y from "yjs"
import type { Anchor } from "../anchor"
import { type CodeId, type CodingId, isId } from "../model"
import { storable } from "../text"
import { bothTexts } from "../writings"
import { fieldsOf, readAnchor } from "./entries"
import { deleteMemo, type Memo, readMemos, writeMemo } from "./memos"

const MEMO_LENGTH = 20_000

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

function readWith(doc: Y.Doc, readOne: typeof readCoding, withMemo = withItsMemo): Layer {
  const memos = readMemos(doc)
  const codings = readEntries(doc.getMap("codings"), readOne).map((coding) => {
    const memo = memos.get(coding.id)
    if (!memo?.onCoding) return coding
    memos.delete(coding.id)
    return withMemo(coding, memo)
  })
  return {
    codings,
    suggestedCodes: readEntries(doc.getMap("suggestedCodes"), readSuggestedCode),
    // One on a coding that was removed on another device stands on its own.
    memos: [...memos.values()].filter(({ onCoding, text }) => !onCoding || text !== "").map(asLayerMemo),
  }
}

function withItsMemo(coding: LayerCoding, { text, share }: Memo): LayerCoding {
  const words = coding.memo === null ? text : bothTexts(coding.memo, text)
  return {
    ...coding,
    memo: words === "" ? null : words.slice(0, MEMO_LENGTH),
    shareMemo: share && (coding.memo === null || coding.shareMemo),
  }
}

function asLayerMemo({ id, text, anchor, createdAt, changedAt }: Memo): LayerMemo {
  return { id, text, anchor, createdAt, changedAt }
}

/**
 * Reads a layer again and again: a coding that has not changed since is the same object as before, and so is the list of
 * suggested codes or memos where none of them has.
 */
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
  const withMemos = new WeakMap<LayerCoding, LayerCoding>()
  const withKnownMemo = (coding: LayerCoding, memo: Memo) => {
    const now = withItsMemo(coding, memo)
    const before = withMemos.get(coding)
    if (before && before.memo === now.memo && before.shareMemo === now.shareMemo) return before
    withMemos.set(coding, now)
    return now
  }
  const sameCodes = keepingAlike<SuggestedLayerCode>()
  const sameMemos = keepingAlike<LayerMemo>()
  return () => {
    const { codings, suggestedCodes, memos } = readWith(doc, readKnown, withKnownMemo)
    return { codings, suggestedCodes: sameCodes(suggestedCodes), memos: sameMemos(memos) }
  }
}

/** Answers with the list of before for as long as it says the same: what is made of it is not made again. */
function keepingAlike<Read extends object>(): (now: readonly Read[]) => readonly Read[] {
  let before: readonly Read[] = []
  let written = "[]"
  return (now) => {
    const writing = JSON.stringify(now)
    if (writing !== written) {
      before = now
      written = writing
    }
    return before
  }
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
    memo: typeof memo === "string" && memo !== "" ? storable(memo.slice(0, MEMO_LENGTH)) : null,
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

// ------------------------------------------------------------------ writing: one's own layer only

/** Says that a change is its coder's own act, which undo may take back. */
export const OWN = "own"

export function putCoding(doc: Y.Doc, coding: LayerCoding): void {
  doc.transact(() => doc.getMap("codings").set(coding.id, withoutNulls(coding)), OWN)
}

/** Says otherwise of a coding what its code is or its words are; its memo is left as it is. */
export function changeCoding(
  doc: Y.Doc,
  id: CodingId,
  fields: Partial<Pick<LayerCoding, "code" | "anchor">>,
): void {
  const codings = doc.getMap("codings")
  if (codings.has(id)) doc.transact(() => codings.set(id, { ...fieldsOf(codings.get(id)), ...fields }), OWN)
}

/** A coding with its memo, as far as it is known here. */
export function removeCoding(doc: Y.Doc, id: CodingId): void {
  doc.transact(() => {
    doc.getMap("codings").delete(id)
    if (readMemos(doc).get(id)?.onCoding) deleteMemo(doc, id)
  }, OWN)
}

/** The memo on a coding; `at` is now. */
export function putCodingMemo(
  doc: Y.Doc,
  { id, anchor }: LayerCoding,
  text: string,
  share: boolean,
  at: string,
): void {
  doc.transact(() => {
    const codings = doc.getMap("codings")
    const { memo, shareMemo, ...coding } = fieldsOf(codings.get(id))
    if (memo !== undefined || shareMemo !== undefined) codings.set(id, coding)
    const createdAt = readMemos(doc).get(id)?.createdAt ?? at
    writeMemo(doc, { id, text, anchor, createdAt, changedAt: at, onCoding: true, share })
  }, OWN)
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
  doc.transact(() => writeMemo(doc, { ...memo, onCoding: false, share: false }), OWN)
}

export function removeMemo(doc: Y.Doc, id: string): void {
  doc.transact(() => deleteMemo(doc, id), OWN)
}

function withoutNulls(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null && field !== false))
}
