"use client"

import { useState } from "react"
import type { Span } from "../../../../../../core/model"
import { passagesOf } from "../../../../../_transcript/groupTurns"
import { dragEdge, type Edge, stepEdge } from "./resizing"
import type { DeskKnown } from "./useDesk"

/** The coding one has chosen, and the edges one is moving. */
export function useChosen({ marks, passages, stateOf, layer, words }: DeskKnown) {
  const [key, setKey] = useState<string | null>(null)
  const [draft, setDraft] = useState<Span | null>(null)
  const mark = marks.find((each) => each.key === key) ?? null
  const isChangeable =
    mark?.what === "own" && passagesOf(passages, mark).every(({ id }) => stateOf(id) === "open")
  const resize = (next: Span) => {
    if (mark && isChangeable) layer.resize(mark.coding, next)
  }
  return {
    key,
    mark,
    draft,
    /** Its words, its code, its memo may still be changed. */
    isChangeable,
    choose: setKey,
    step: (edge: Edge, by: 1 | -1) => mark && resize(stepEdge(words, mark, edge, by)),
    drag: (edge: Edge, offset: number) => mark && setDraft(dragEdge(words, draft ?? mark, edge, offset)),
    drop() {
      if (draft) resize(draft)
      setDraft(null)
    },
  } as const
}

export type Chosen = ReturnType<typeof useChosen>
