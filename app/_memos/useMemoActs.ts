"use client"

import { useCallback, useRef } from "react"
import type { MemoAbout, MemoId, MemoKind, Sharing } from "../../core/memos"
import { ask } from "../_sync/api"
import { newId } from "../_sync/newId"

interface Said {
  readonly kind?: MemoKind
  readonly title?: string
  readonly about?: MemoAbout
  readonly sharing?: Sharing
}

const CHANGED = "binome:memos"

/** Calls when a memo was made, changed or deleted in this window; answers its remover. */
export function whenMemosChange(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed)
  return () => window.removeEventListener(CHANGED, changed)
}

async function told<T>(act: Promise<T>): Promise<T> {
  const answer = await act
  window.dispatchEvent(new Event(CHANGED))
  return answer
}

/** What is asked of the server about memos. */
export function useMemoActs(project: string) {
  // One that was not answered is asked for again under the same key, and made once (S56).
  const unanswered = useRef<string | null>(null)
  const create = useCallback(
    async (said: Said): Promise<MemoId> => {
      unanswered.current ??= newId()
      const body = { ...said, idempotencyKey: unanswered.current }
      const { id } = await told(ask<{ id: MemoId }>("POST", `/api/projects/${project}/memos`, body))
      unanswered.current = null
      return id
    },
    [project],
  )
  const change = useCallback(
    (memo: MemoId, said: Said) => told(ask("PATCH", `/api/memos/${encodeURIComponent(memo)}`, said)),
    [],
  )
  const remove = useCallback(
    (memo: MemoId) => told(ask("DELETE", `/api/memos/${encodeURIComponent(memo)}`)),
    [],
  )
  return { create, change, remove }
}
