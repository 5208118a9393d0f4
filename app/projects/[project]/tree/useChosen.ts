"use client"

import { useCallback, useState } from "react"
import type { TreeData } from "./useTreeData"

/** The chosen node, also in the address; a code that has been merged meanwhile gives way to what it stands for. */
export function useChosen(initial: string | null, data: TreeData | null) {
  const [id, setId] = useState(initial)
  const choose = useCallback((code: string) => {
    setId(code)
    const address = new URL(location.href)
    address.searchParams.set("code", code)
    history.replaceState(history.state, "", address)
  }, [])
  const chosen = id !== null && data ? data.canonical(id) : id
  return { chosen, choose }
}
