"use client"

import { useState } from "react"
import { isNoAnswer, Problem } from "./api"
import { newId } from "./newId"

/**
 * Sends what is said under a key of its own; while no answer has come, the same words go again under the same key, so
 * that the server does once what it heard twice. Other words, and the same ones after an answer, have another key.
 */
export type Once = <T>(said: unknown, send: (key: string) => Promise<T>) => Promise<T>

export function createOnce(): Once {
  const unanswered = new Map<string, string>()
  return async (said, send) => {
    const words = JSON.stringify(said)
    const key = unanswered.get(words) ?? newId()
    unanswered.set(words, key)
    try {
      const answer = await send(key)
      unanswered.delete(words)
      return answer
    } catch (error) {
      if (!(error instanceof Problem && isNoAnswer(error))) unanswered.delete(words)
      throw error
    }
  }
}

/** For as long as a form is open. */
export function useOnce(): Once {
  return useState(createOnce)[0]
}
