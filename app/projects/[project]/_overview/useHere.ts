"use client"

import { useEffect, useState } from "react"
import { useRoom } from "../../../_sync/useRoom"

/** The members who have the project's codebook room open and say so; says it for oneself too. */
export function useHere(project: string): ReadonlySet<string> {
  const { connection } = useRoom(`codebook/${project}`)
  const awareness = connection?.provider.awareness ?? null
  const [here, setHere] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (!awareness) return
    const read = () => setHere(new Set([...awareness.getStates().values()].flatMap(memberOf)))
    awareness.on("change", read)
    awareness.setLocalStateField("here", { screen: "overview" })
    read()
    return () => awareness.off("change", read)
  }, [awareness])
  return here
}

/** The server writes who a state is of; what else it holds is others' say. */
function memberOf(state: Record<string, unknown>): string[] {
  return typeof state.member === "string" ? [state.member] : []
}
