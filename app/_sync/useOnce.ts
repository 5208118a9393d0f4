"use client"

import { useMemo, useState } from "react"
import { isNoAnswer, Problem } from "./api"
import { newId } from "./newId"

/**
 * Sends what is said under a key of its own; while no answer has come, the same words go again under the same key, so
 * that the server does once what it heard twice. Other words, and the same ones after an answer, have another key.
 */
export type Once = <T>(said: unknown, send: (key: string) => Promise<T>) => Promise<T>

/** What the words are about, and how that stands where they are said. */
export interface Place {
  readonly of: string
  readonly revision: number | string
}

/** Keys of what was said and not answered. */
export type Unanswered = Map<string, string>

/**
 * `here` are the keys of one form. Where its place is told, those of `everywhere` count as well: a form that was closed
 * and opened again asks again under the same key, unless its place stands otherwise by now. Then whoever asks has seen
 * what came of it, and means it anew.
 */
export function createOnce(here: Unanswered, place: Place | null, everywhere: Unanswered): Once {
  return async (said, send) => {
    const words = JSON.stringify([place?.of, said])
    const wordsAndTime = place && JSON.stringify([place.of, place.revision, said])
    const key = here.get(words) ?? (wordsAndTime && everywhere.get(wordsAndTime)) ?? newId()
    here.set(words, key)
    if (wordsAndTime) everywhere.set(wordsAndTime, key)
    const forget = () => {
      here.delete(words)
      for (const [each, kept] of everywhere) if (kept === key) everywhere.delete(each)
    }
    try {
      const answer = await send(key)
      forget()
      return answer
    } catch (error) {
      if (!(error instanceof Problem && isNoAnswer(error))) forget()
      throw error
    }
  }
}

const inThisWindow: Unanswered = new Map()

/** For a form, and for those opened in its place later. */
export function useOnce(place: Place | null = null): Once {
  const [here] = useState<Unanswered>(() => new Map())
  const { of, revision } = place ?? {}
  return useMemo(() => {
    const told = of === undefined || revision === undefined ? null : { of, revision }
    return createOnce(here, told, inThisWindow)
  }, [here, of, revision])
}
