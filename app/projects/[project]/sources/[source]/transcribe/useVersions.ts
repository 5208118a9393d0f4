"use client"

import { useCallback, useEffect, useState } from "react"
import type { Transcript } from "../../../../../../core/model"
import { ask } from "../../../../../_sync/api"
import { useOnce } from "../../../../../_sync/useOnce"
import { useProblem } from "../../../../../_sync/useProblem"

/** One version as the API lists it. */
export interface Version {
  readonly id: string
  readonly kind: "opened" | "named" | "restoring"
  readonly name: string | null
  readonly by: { readonly name: string }
  readonly at: string
}

export interface Versions {
  /** Null until it is known. */
  readonly list: readonly Version[] | null
  /** Why something did not come about. */
  readonly failed: string | null
  /** False where it did not come about, which `failed` then says. */
  readonly keep: (name: string) => Promise<boolean>
  /** Keeps how it stands before this one is brought back. */
  readonly keepBefore: (version: string) => Promise<boolean>
  readonly remove: (version: string) => Promise<boolean>
  readonly read: (version: string) => Promise<Transcript | null>
}

export function useVersions(source: string): Versions {
  const [list, setList] = useState<readonly Version[] | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const sentence = useProblem()
  const once = useOnce()
  const place = `/api/sources/${source}/versions`
  const told = useCallback(
    async <T>(act: () => Promise<T>): Promise<{ readonly answer: T } | null> => {
      try {
        const answer = await act()
        setFailed(null)
        return { answer }
      } catch (error) {
        setFailed(sentence(error))
        return null
      }
    },
    [sentence],
  )
  const look = useCallback(async () => {
    const found = await told(() => ask<{ versions: readonly Version[] }>("GET", place))
    if (found) setList(found.answer.versions)
  }, [told, place])
  useEffect(() => void look(), [look])

  const change = async (act: () => Promise<unknown>) => {
    const done = await told(act)
    if (done) await look()
    return done !== null
  }
  const post = (said: object) =>
    change(() => once(said, (key) => ask("POST", place, { ...said, idempotencyKey: key })))
  return {
    list,
    failed,
    keep: (name) => post({ name }),
    keepBefore: (before) => post({ before }),
    remove: (version) => change(() => ask("DELETE", `${place}/${version}`)),
    read: useCallback(
      async (version) => (await told(() => ask<Transcript>("GET", `${place}/${version}`)))?.answer ?? null,
      [told, place],
    ),
  }
}
