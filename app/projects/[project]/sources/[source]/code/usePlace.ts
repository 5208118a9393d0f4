"use client"

import { useMemo, useRef } from "react"
import { groupTurns } from "../../../../../_transcript/groupTurns"
import { useDrawn } from "../../../../../_transcript/useDrawn"
import { useTextOnPage } from "../../../../../_transcript/useTextOnPage"
import { usePassageRead, useVisible } from "../../../../../_transcript/useVisible"
import type { DeskKnown } from "./useDesk"
import { useJump } from "./useJump"

/** Where the text stands on the screen, and which part of it is read. */
export function usePlace({ turns, passages }: DeskKnown, at: number | null) {
  const page = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const all = useMemo(() => groupTurns(turns, passages), [turns, passages])
  const groups = useDrawn(all, at)
  const text = useTextOnPage(root, turns, groups)
  const visible = useVisible(page, passages, groups)
  const readId = usePassageRead(page, passages, groups)
  const found = useJump(text, page, at)
  const read = passages.find((passage) => passage.id === readId) ?? passages[0] ?? null
  return { page, sheet, root, groups, text, visible, read, found } as const
}

export type Place = ReturnType<typeof usePlace>
