"use client"

import { useMemo, useRef, useState } from "react"
import type * as Y from "yjs"
import { isLost } from "../../../../../../core/anchor"
import type { Passage, Span } from "../../../../../../core/model"
import { resolveAnchor } from "../../../../../../core/ydoc/anchors"
import type { OwnLayer } from "../../../../../_sync/useLayer"
import type { ShownMemo } from "./Memos"

/** A memo begun on the screen; it is written with its first word, and keeps its place on the screen then. */
interface Begun {
  readonly key: string
  readonly span: Span
  readonly id: string | null
}

/** One's memos about the passage being read, and the one being written. */
export function useMemos(layer: OwnLayer, doc: Y.Doc | null, text: string, passage: Passage | null) {
  const [begun, setBegun] = useState<Begun | null>(null)
  const counter = useRef(0)
  const { memos } = layer.layer

  const shown = useMemo((): ShownMemo[] => {
    if (!doc || !passage) return []
    const here = memos.flatMap((memo) => {
      const found = memo.anchor && resolveAnchor(doc, text, memo.anchor)
      const span = found && !isLost(found) ? found : null
      if (memo.anchor && (!span || span.from >= passage.to || span.to <= passage.from)) return []
      const id = memo.id === begun?.id ? begun.key : memo.id
      return [{ ...memo, id, quote: span && quoteOf(text, span, passage) }]
    })
    const isWritten = begun && here.some((memo) => memo.id === begun.key)
    return begun && !isWritten && begun.span.from < passage.to && begun.span.to > passage.from
      ? [{ id: begun.key, text: "", quote: quoteOf(text, begun.span, passage), changedAt: "" }, ...here]
      : here
  }, [doc, text, passage, memos, begun])

  return {
    shown,
    current: begun?.key ?? null,
    /** Begins a memo about some words, or about the passage. */
    begin(span: Span | null) {
      const about = span ?? (passage && { from: passage.from, to: passage.to })
      if (about) setBegun({ key: `begun-${counter.current++}`, span: about, id: null })
    },
    write(key: string, words: string) {
      if (key !== begun?.key) layer.writeMemo(key, words, null)
      // Where it was taken back meanwhile, or removed on another device, it is begun once more.
      else if (memos.some(({ id }) => id === begun.id)) layer.writeMemo(begun.id, words, null)
      else if (words.trim() !== "") setBegun({ ...begun, id: layer.writeMemo(null, words, begun.span) })
    },
    remove(key: string) {
      if (key !== begun?.key) return layer.removeMemo(key)
      if (begun.id !== null) layer.removeMemo(begun.id)
      setBegun(null)
    },
  }
}

function quoteOf(text: string, span: Span, passage: Passage): string | null {
  return span.from <= passage.from && span.to >= passage.to ? null : text.slice(span.from, span.to)
}
