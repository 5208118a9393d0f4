"use client"

import { useEffect, useState } from "react"
import type { SourceId } from "../../core/model"
import type { Said } from "../../core/speaking"
import { ask } from "../_sync/api"

const nothing: Said = { speakers: [], turns: [] }

export type SaidHere =
  | { readonly is: "loading" }
  /** Empty where nothing was transcribed, or where there is no line: then the marks alone tell who spoke. */
  | { readonly is: "here"; readonly said: Said; readonly isOffline: boolean }

/** The turns of a source's transcript by what can be counted of them, as they are when the page opens. */
export function useSaid(source: SourceId): SaidHere {
  const [here, setHere] = useState<SaidHere>({ is: "loading" })
  useEffect(() => {
    let isLeft = false
    setHere({ is: "loading" })
    ask<Said>("GET", `/api/sources/${source}/speaking`).then(
      ({ speakers, turns }) => isLeft || setHere({ is: "here", said: { speakers, turns }, isOffline: false }),
      () => isLeft || setHere({ is: "here", said: nothing, isOffline: true }),
    )
    return () => {
      isLeft = true
    }
  }, [source])
  return here
}
