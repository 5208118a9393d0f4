/**
 * When the words of a transcript are said, kept beside it and not in it: by the ids of their first characters, which
 * stay whatever is corrected, split or moved, and without the words themselves.
 */
import type * as Y from "yjs"
import { firstIndex } from "../text"
import type { WordTime } from "../wordTimes"
import { readAliases } from "./aliases"
import { itemsOf } from "./items"
import { placesOf } from "./places"

/** `times`: of each word the clock of its first character and its time, each as the difference to the word before. */
export interface KeptWordTimes {
  readonly client: number
  readonly times: readonly number[]
}

/** Keeps the times of words that were just written, by one client. Null where there are none. */
export function keepWordTimes(doc: Y.Doc, words: readonly WordTime[]): KeptWordTimes | null {
  const inOrder = [...words].sort((one, other) => one.at - other.at)
  const kept: Kept[] = []
  let client: number | null = null
  let next = 0
  let at = 0
  for (const item of itemsOf(doc.getText("text"))) {
    if (item.deleted || !item.countable) continue
    for (; next < inOrder.length && inOrder[next]!.at < at + item.length; next++) {
      const { at: place, ms } = inOrder[next]!
      client ??= item.id.client
      if (item.id.client === client) kept.push({ clock: item.id.clock + place - at, ms })
    }
    at += item.length
  }
  return client === null || kept.length === 0 ? null : { client, times: packed(kept) }
}

/** Where the words stand today that have times, in the order of the text; those that are gone are left out. */
export function standingWords(doc: Y.Doc, kept: KeptWordTimes): WordTime[] {
  return standing(doc, kept)
    .map(({ at, ms }) => ({ at, ms }))
    .sort((one, other) => one.at - other.at)
}

/** The same without what is said of words that are gone. */
export function withoutGone(doc: Y.Doc, kept: KeptWordTimes): KeptWordTimes {
  const left = standing(doc, kept).sort((one, other) => one.clock - other.clock)
  return { ...kept, times: packed(left) }
}

/** One walk through the text; only characters that do not stand under their own id are asked for one by one. */
function standing(doc: Y.Doc, kept: KeptWordTimes): (Kept & { readonly at: number })[] {
  const words = unpacked(kept).sort((one, other) => one.clock - other.clock)
  const found: (Kept & { readonly at: number })[] = []
  const isFound = new Uint8Array(words.length)
  let at = 0
  for (const { id, length, deleted, countable } of itemsOf(doc.getText("text"))) {
    if (deleted || !countable) continue
    if (id.client === kept.client) {
      for (let next = firstIndex(words, (word) => word.clock >= id.clock); next < words.length; next++) {
        const word = words[next]!
        if (word.clock >= id.clock + length) break
        found.push({ ...word, at: at + word.clock - id.clock })
        isFound[next] = 1
      }
    }
    at += length
  }
  if (found.length === words.length || readAliases(doc).length === 0) return found
  const places = placesOf(doc)
  for (const [index, word] of words.entries()) {
    const now = isFound[index] ? null : places.standing({ client: kept.client, clock: word.clock })
    if (now) found.push({ ...word, at: now.at })
  }
  return found
}

interface Kept {
  readonly clock: number
  readonly ms: number
}

function packed(words: readonly Kept[]): number[] {
  return words.flatMap(({ clock, ms }, index) => {
    const before = words[index - 1] ?? { clock: 0, ms: 0 }
    return [clock - before.clock, ms - before.ms]
  })
}

function unpacked({ times }: KeptWordTimes): Kept[] {
  const words: Kept[] = []
  let [clock, ms] = [0, 0]
  for (let at = 0; at + 1 < times.length; at += 2) {
    clock += times[at]!
    ms += times[at + 1]!
    words.push({ clock, ms })
  }
  return words
}
