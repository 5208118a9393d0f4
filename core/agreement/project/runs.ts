import type { Word } from "../../text"

/** From each word that begins one to the last before the next. */
export function runs(words: readonly Word[], endsAfter: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = []
  let first = 0
  words.forEach((word, at) => {
    if (at < words.length - 1 && !endsAfter(at)) return
    found.push([words[first]!.opens, word.closes])
    first = at + 1
  })
  return found
}
