import type * as Y from "yjs"
import { type Difference, differences } from "../comparing"
import type { Transcript, Turn } from "../model"
import { textOf } from "../text"
import { edit, oneLine, replaceWith } from "./editing"
import { type Attributes, readTranscript, writeAttributes } from "./source"
import { turnsOf } from "./turns"

/**
 * Makes a transcript read as it did, as one act: only what differs is replaced, and what stands in both stays the same
 * words, so that codings keep them. Speakers who are no more come back; the others keep the names they have today.
 */
export function restoreTranscript(doc: Y.Doc, { turns, speakers }: Transcript): void {
  edit(doc, () => {
    const now = textOf(onOneLine(readTranscript(doc).turns))
    for (const difference of differences(now, textOf(onOneLine(turns))).toReversed()) {
      const { from, to, words } = narrowed(now, difference)
      replaceWith(doc, { from, to }, partsOf(words))
    }
    for (const [at, { attributes }] of turnsOf(doc).entries()) {
      if (attributes && turns[at]) writeAttributes(attributes, turns[at])
    }
    const known = doc.getMap("speakers")
    for (const speaker of speakers) if (!known.has(speaker.id)) known.set(speaker.id, { ...speaker })
  })
}

/** In which a line break is the border of two turns, and nothing else. */
const onOneLine = (turns: readonly Turn[]) => turns.map((turn) => ({ ...turn, text: oneLine(turn.text) }))

/** Without the characters that both begin and end with; never half of one. */
function narrowed(text: string, { from, to, words }: Difference): Difference {
  const [olds, news] = [[...text.slice(from, to)], [...words]]
  let start = 0
  while (start < olds.length && start < news.length && olds[start] === news[start]) start++
  let end = 0
  while (
    end < olds.length - start &&
    end < news.length - start &&
    olds[olds.length - 1 - end] === news[news.length - 1 - end]
  )
    end++
  const lengthOf = (characters: readonly string[]) => characters.join("").length
  return {
    from: from + lengthOf(olds.slice(0, start)),
    to: to - lengthOf(olds.slice(olds.length - end)),
    words: news.slice(start, news.length - end).join(""),
  }
}

/** What is said of each turn is written afterwards, once all are there. */
const nobody: Attributes = { speaker: null, startMs: null, endMs: null }

function partsOf(words: string): (string | Attributes)[] {
  return words.split("\n").flatMap((line, at) => (at === 0 ? [line] : [nobody, line]))
}
