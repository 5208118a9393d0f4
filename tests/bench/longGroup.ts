/** A focus group of 40,000 words, 1,500 turns and eight speakers, and a layer of 5,000 codings on it, made through the API. */
import { textOf, textSpan, wordsOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { putCoding } from "../../core/ydoc/layer"
import { readTranscript } from "../../core/ydoc/source"
import { drawsOf } from "../support/chance"
import type { Person } from "../support/person"

const WORDS = 40_000
const SPEAKERS = 8
const syllables = ["ra", "me", "lo", "ti", "nou", "ver", "sé", "pla", "quoi", "dans", "fi", "gue"]

/** As a file of plain text; with the time at which it begins before each turn of so many. */
export function longTranscript(timedEvery = Number.POSITIVE_INFINITY): string {
  return longTurns()
    .map(
      ({ speaker, words, at }, turn) =>
        `${turn % timedEvery === 0 ? `${stamp(at)} ` : ""}${speaker} : ${words}`,
    )
    .join("\n")
}

interface SaidTurn {
  readonly speaker: string
  readonly words: string
  /** When it begins, in seconds. */
  readonly at: number
}

export function longTurns(): SaidTurn[] {
  const random = drawsOf(7)
  const word = () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * 12)]).join("")
  const turns: SaidTurn[] = []
  for (let words = 0; words < WORDS; ) {
    const length = 4 + Math.floor(random() * 46)
    const said = Array.from({ length }, word).join(" ")
    turns.push({
      speaker: `P${1 + (turns.length % SPEAKERS)}`,
      words: `${said}.`,
      at: Math.floor(words / 2.5),
    })
    words += length
  }
  return turns
}

function stamp(seconds: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0")
  return `[${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}]`
}

/** Codes this many stretches of the source in this person's layer, and waits until another copy of it holds all. */
export async function codeAtRandom(
  person: Person,
  source: string,
  codes: readonly string[],
  codings: number,
): Promise<void> {
  const random = drawsOf(11)
  const transcript = await person.room(`source/${source}`)
  const text = textOf(readTranscript(transcript.doc).turns)
  const words = wordsOf(text)
  const name = `layer/${source}/${person.id}`
  const layer = await person.room(name)
  for (let made = 0; made < codings; made += 100) {
    layer.doc.transact(() => {
      for (let at = made; at < Math.min(codings, made + 100); at++) {
        const from = Math.floor(random() * (words.length - 50))
        const span = textSpan(words, { from, to: from + 3 + Math.floor(random() * 25) })
        putCoding(layer.doc, {
          id: `coding-${at}`,
          code: codes[at % codes.length]!,
          anchor: anchorTo(transcript.doc, text, span),
          createdAt: new Date(at * 1000).toISOString(),
          memo: null,
          shareMemo: false,
        })
      }
    })
  }
  transcript.close()
  for (let held = 0; held < codings; ) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const copy = await person.room(name)
    held = copy.doc.getMap("codings").size
    copy.close()
  }
  layer.close()
}
