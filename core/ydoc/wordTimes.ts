/**
 * When the words of a transcript are said, kept beside it and not in it: by the ids of their first characters, which
 * stay whatever is corrected, split or moved, and without the words themselves.
 */
import type * as Y from "yjs"
import type { WordTime } from "../wordTimes"
import { itemsOf } from "./items"
import { placesOf } from "./places"

/** `times`: of each word the clock of its first character and its time, each as the difference to the word before. */
export interface KeptWordTimes {
  readonly client: number
  readonly times: readonly number[]
}

/** Keeps the times of a transcript that was just written, by one client. Null where there are none. */
export function keepWordTimes(doc: Y.Doc, words: readonly WordTime[]): KeptWordTimes | null {
  const inOrder = [...words].sort((one, other) => one.at - other.at)
  const kept: { clock: number; ms: number }[] = []
  let next = 0
  let at = 0
  for (const item of itemsOf(doc.getText("text"))) {
    if (item.deleted || !item.countable) continue
    for (; next < inOrder.length && inOrder[next]!.at < at + item.length; next++) {
      const { at: place, ms } = inOrder[next]!
      kept.push({ clock: item.id.clock + place - at, ms })
    }
    at += item.length
  }
  return kept.length === 0 ? null : { client: doc.clientID, times: packed(kept) }
}

/** Where the words stand today that have times, in the order of the text; those that are gone are left out. */
export function standingWords(doc: Y.Doc, kept: KeptWordTimes): WordTime[] {
  const places = placesOf(doc)
  return unpacked(kept)
    .flatMap(({ clock, ms }) => {
      const now = places.standing({ client: kept.client, clock })
      return now ? [{ at: now.at, ms }] : []
    })
    .sort((one, other) => one.at - other.at)
}

/** The same without what is said of words that are gone. */
export function withoutGone(doc: Y.Doc, kept: KeptWordTimes): KeptWordTimes {
  const places = placesOf(doc)
  const left = unpacked(kept).filter(({ clock }) => places.standing({ client: kept.client, clock }))
  return { ...kept, times: packed(left) }
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
