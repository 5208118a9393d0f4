"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type * as Y from "yjs"
import { hasWords } from "../../../../../../../core/ydoc/source"
import { ask } from "../../../../../../_sync/api"

/** What a program has to do with the words. */
export interface MachineState {
  readonly state: "asked" | "failed" | "draft" | "read" | null
  readonly why: string | null
  /** Where the program is reached; null where there is none. */
  readonly host: string | null
}

const EVERY_MS = 3_000

/** As the server says; null until it has. Looked at again while a program listens, and when the first words come. */
export function useMachine(source: string, hasWords: boolean) {
  const [machine, setMachine] = useState<MachineState | null>(null)
  const isLeft = useRef(false)
  const look = useCallback(async () => {
    const answer = await ask<{ machine: MachineState }>("GET", `/api/sources/${source}`)
    if (!isLeft.current) setMachine(answer.machine)
  }, [source])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first words are a reason to look
  useEffect(() => {
    isLeft.current = false
    look().catch(() => {})
    return () => {
      isLeft.current = true
    }
  }, [look, hasWords])
  const listens = machine?.state === "asked"
  useEffect(() => {
    if (!listens) return
    const timer = setInterval(() => look().catch(() => {}), EVERY_MS)
    return () => clearInterval(timer)
  }, [listens, look])
  return { machine, look }
}

/** Whether anything is written in a transcript. */
export function useHasWords(doc: Y.Doc): boolean {
  const [words, setWords] = useState(() => hasWords(doc))
  useEffect(() => {
    const text = doc.getText("text")
    const look = () => setWords(hasWords(doc))
    look()
    text.observe(look)
    return () => text.unobserve(look)
  }, [doc])
  return words
}
