"use client"

import { useCallback, useRef, useState } from "react"
import type { PassageId } from "../../../../../../core/model"
import { ask } from "../../../../../_sync/api"
import type { DeskSource, OwnState } from "./deskSource"

/** What the server says of the source, asked again whenever something may have changed. */
export function useSource(initial: DeskSource) {
  const [seen, setSeen] = useState(initial)
  const asked = useRef(0)
  const { id } = initial.source

  const reload = useCallback(async () => {
    const turn = ++asked.current
    try {
      const answer = await ask<DeskSource>("GET", `/api/sources/${id}`)
      // An older answer may come last.
      if (turn === asked.current) setSeen(answer)
    } catch {
      // What is shown stays true until it can be asked again.
    }
  }, [id])

  /** An answer to one's own command, known before the next reload. */
  const learn = useCallback((passage: PassageId, own: OwnState) => {
    setSeen((before) => ({ ...before, mine: { ...before.mine, [passage]: own } }))
  }, [])

  return { seen, reload, learn }
}
