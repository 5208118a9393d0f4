"use client"

import { useMemo, useState, useSyncExternalStore } from "react"
import type * as Y from "yjs"
import { isLost, type Lost } from "../../core/anchor"
import type { Span } from "../../core/model"
import { remembering } from "../../core/remembering"
import { anchorTo, resolveAnchor, resolverOf } from "../../core/ydoc/anchors"
import {
  changeCoding,
  createLayerReader,
  type Layer,
  type LayerCoding,
  type LayerMemo,
  putCoding,
  putCodingMemo,
  putMemo,
  removeCoding,
  removeMemo,
  removeSuggestedCode,
  suggestCode,
} from "../../core/ydoc/layer"
import type { RoomState } from "./connect"
import type { Safety } from "./keepWriting"
import { layerUndo } from "./layerUndo"
import { newId } from "./newId"
import { createTextOrder } from "./textOrder"
import { useOwnLayer } from "./useOwnLayer"

/** One's own coding with its place in the transcript's text. */
export interface PlacedCoding extends LayerCoding, Span {}

export interface OwnLayer {
  readonly ready: boolean
  readonly state: RoomState
  /** "saved" only when the server has said that everything written here is durable. */
  readonly safety: Safety
  readonly layer: Layer
  /** In the order of the text. */
  readonly codings: readonly PlacedCoding[]
  /** Codings whose words are gone. */
  readonly lost: readonly LayerCoding[]
  /** Takes one's last act back, unless it would change words that `mayChange` denies: then nothing, and false. */
  undo(mayChange: (words: Span) => boolean): boolean
  redo(mayChange: (words: Span) => boolean): boolean
  code(span: Span, code: string): string
  /** A new code, its coder's alone until revealed, with a first coding when words are given. */
  suggest(name: string, span: Span | null): { readonly code: string; readonly coding: string | null }
  rename(code: string, name: string, definition: string | null): void
  dropSuggestion(code: string): void
  resize(coding: string, span: Span): void
  recode(coding: string, code: string): void
  remove(coding: string): void
  writeCodingMemo(coding: string, memo: string | null, share: boolean): void
  writeMemo(id: string | null, text: string, span: Span | null): string
  removeMemo(id: string): void
}

const empty: Layer = { codings: [], suggestedCodes: [], memos: [] }

/** The coder's own layer of a source; `transcript` is the source's document, to which codings are anchored. */
export function useLayer(source: string, member: string, transcript: Y.Doc | null, text: string): OwnLayer {
  const { doc, state, safety, ready } = useOwnLayer(source, member)

  const store = useMemo(() => (doc ? layerStore(doc) : null), [doc])
  const layer = useSyncExternalStore(
    store?.subscribe ?? never,
    () => store?.read() ?? empty,
    () => empty,
  )
  const placeOf = useMemo(() => transcript && placing(transcript, text), [transcript, text])
  const [inOrder] = useState(createTextOrder<PlacedCoding>)
  const placed = useMemo(() => place(layer.codings, placeOf, inOrder), [layer.codings, placeOf, inOrder])

  return useMemo(() => {
    const make = (span: Span, code: string): LayerCoding => ({
      id: newId(),
      code,
      anchor: anchorTo(transcript!, text, span),
      createdAt: new Date().toISOString(),
      memo: null,
      shareMemo: false,
    })
    const allOf = (mayChange: (words: Span) => boolean) => (codings: readonly LayerCoding[]) =>
      codings.every(({ anchor }) => {
        const words = resolveAnchor(transcript!, text, anchor)
        return isLost(words) || mayChange(words)
      })
    return {
      ready: ready && transcript !== null,
      state,
      safety,
      layer,
      ...placed,
      undo: (mayChange) => store?.undo.undo(allOf(mayChange)) ?? true,
      redo: (mayChange) => store?.undo.redo(allOf(mayChange)) ?? true,
      code(span, code) {
        const coding = make(span, code)
        if (doc) putCoding(doc, coding)
        return coding.id
      },
      suggest(name, span) {
        const code = { id: newId(), name: name.trim(), definition: null, parent: null }
        const coding = span ? make(span, code.id) : null
        if (doc) suggestCode(doc, code, coding)
        return { code: code.id, coding: coding?.id ?? null }
      },
      rename(id, name, definition) {
        const code = layer.suggestedCodes.find((each) => each.id === id)
        if (doc && code) suggestCode(doc, { ...code, name, definition }, null)
      },
      dropSuggestion: (id) => doc && removeSuggestedCode(doc, id),
      resize: (id, span) => doc && changeCoding(doc, id, { anchor: anchorTo(transcript!, text, span) }),
      recode: (id, code) => doc && changeCoding(doc, id, { code }),
      remove: (id) => doc && removeCoding(doc, id),
      writeCodingMemo(id, memo, share) {
        const coding = layer.codings.find((each) => each.id === id)
        if (doc && coding) putCodingMemo(doc, coding, memo ?? "", share, new Date().toISOString())
      },
      writeMemo(id, words, span) {
        const before = layer.memos.find((memo) => memo.id === id)
        const now = new Date().toISOString()
        const memo: LayerMemo = {
          id: before?.id ?? newId(),
          text: words,
          anchor: span ? anchorTo(transcript!, text, span) : (before?.anchor ?? null),
          createdAt: before?.createdAt ?? now,
          changedAt: now,
        }
        if (doc) putMemo(doc, memo)
        return memo.id
      },
      removeMemo: (id) => doc && removeMemo(doc, id),
    }
  }, [doc, store, layer, placed, ready, state, safety, transcript, text])
}

type Place = (coding: LayerCoding) => PlacedCoding | Lost

function place(
  codings: readonly LayerCoding[],
  placeOf: Place | null,
  inOrder: ReturnType<typeof createTextOrder<PlacedCoding>>,
) {
  const found: PlacedCoding[] = []
  const lost: LayerCoding[] = []
  if (placeOf) {
    for (const coding of codings) {
      const placed = placeOf(coding)
      if (isLost(placed)) lost.push(coding)
      else found.push(placed)
    }
  }
  return { codings: inOrder(found), lost }
}

/** Where codings stand in one text. */
function placing(transcript: Y.Doc, text: string): Place {
  const resolve = resolverOf(transcript, text)
  return remembering((coding) => {
    const span = resolve(coding.anchor)
    return isLost(span) ? span : { ...coding, ...span }
  })
}

function layerStore(doc: Y.Doc) {
  const readLayer = createLayerReader(doc)
  let read: Layer | null = null
  return {
    read: () => {
      read ??= readLayer()
      return read
    },
    subscribe(changed: () => void) {
      const forget = () => {
        read = null
        changed()
      }
      doc.on("update", forget)
      return () => doc.off("update", forget)
    },
    undo: layerUndo(doc),
  }
}

function never(): () => void {
  return () => {}
}
