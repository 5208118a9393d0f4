"use client"

import { useEffect, useState } from "react"
import {
  type FirstNames,
  keepFirstNames,
  readFirstNames,
  wipeFirstNames,
} from "../../../../../_device/firstNames"

/** First names on this device, by letter; none once the event is over. */
export interface FirstNamesHere {
  readonly names: FirstNames
  readonly name: (letter: string, name: string) => void
  readonly forget: () => void
  readonly isOver: boolean
}

export function useFirstNames(member: string, source: string, isOver: boolean): FirstNamesHere {
  const [names, setNames] = useState<FirstNames>(() => (isOver ? {} : readFirstNames(member, source)))
  useEffect(() => {
    const look = () => setNames(isOver ? {} : readFirstNames(member, source))
    if (isOver) wipeFirstNames(member, source)
    look()
    // Typed, or wiped, in another window of this browser.
    addEventListener("storage", look)
    return () => removeEventListener("storage", look)
  }, [member, source, isOver])
  return {
    names,
    isOver,
    name(letter, name) {
      if (isOver) return
      const next = { ...names, [letter]: name }
      keepFirstNames(member, source, next)
      setNames(next)
    },
    forget() {
      wipeFirstNames(member, source)
      setNames({})
    },
  }
}

/** "A (Zoé)" where this device knows who A is today. */
export function namedLetter(letter: string, names: FirstNames): string {
  return names[letter] ? `${letter} (${names[letter]})` : letter
}
