"use client"

import { useSearchParams } from "next/navigation"
import { useCallback, useEffect, useState } from "react"

/** What the address asks for after its "?", and a way to change it in place: what was chosen shows at once. */
export function useAddress() {
  const params = useSearchParams().toString()
  const [address, setAddress] = useState(params)
  // The router tells of an address a moment late, and of a link that was followed; where we are is known by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is heard that something changed, not what.
  useEffect(() => setAddress(location.search.slice(1)), [params])
  const goTo = useCallback((query: string) => {
    setAddress(query.slice(1))
    history.replaceState(null, "", location.pathname + query)
  }, [])
  return { address, goTo }
}
