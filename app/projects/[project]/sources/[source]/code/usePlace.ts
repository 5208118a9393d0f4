"use client"

import { useMemo, useRef } from "react"
import { groupTurns } from "../../../../../_transcript/groupTurns"
import { useTextOnPage } from "../../../../../_transcript/useTextOnPage"
import { usePassageRead, useVisible } from "../../../../../_transcript/useVisible"
import type { DeskKnown } from "./useDesk"
import { useJump } from "./useJump"

/** Where the text stands on the screen, and which part of it is read. */
export function usePlace({ turns, passages }: DeskKnown, at: number | null) {
  const page = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => groupTurns(turns, passages), [turns, passages])
  const text = useTextOnPage(root, turns)
  const visible = useVisible(page, passages)
  const readId = usePassageRead(page, passages)
  const found = useJump(text, page, at)
  const read = passages.find((passage) => passage.id === readId) ?? passages[0] ?? null
  return { page, sheet, root, groups, text, visible, read, found } as const
}

export type Place = ReturnType<typeof usePlace>
