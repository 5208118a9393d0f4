"use client"

import { Kbd } from "./Kbd"
import { useCommandKey } from "./useChord"

/** Keys that are pressed together or one after the other; `command` is what this machine calls it. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  const command = useCommandKey()
  return keys.map((key) => <Kbd key={key}>{key === "command" ? command : key}</Kbd>)
}
