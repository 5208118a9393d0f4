import type * as Y from "yjs"
import { isLost } from "../../core/anchor"
import { textOf } from "../../core/text"
import { resolverOf } from "../../core/ydoc/anchors"
import { readTranscript } from "../../core/ydoc/source"
import { isOriginal } from "./transcript"
import type { Scene } from "./writer"

export interface Verdict {
  /** Codings with surviving characters that have exactly those. */
  exact: number
  /** Codings that moves tore apart, or put something into. */
  apart: number
  /** Codings carried whole by every move that nevertheless do not have exactly their characters. */
  astray: number
  /** Codings of whose characters none survived: lost, or on what was written in their place. */
  gone: number
  readonly wrong: string[]
}

/** What became of codings in a document, against what is known of their characters. */
export function judge(doc: Y.Doc, { codings, moved, torn }: Scene): Verdict {
  const text = textOf(readTranscript(doc).turns)
  const verdict: Verdict = { exact: 0, apart: 0, astray: 0, gone: 0, wrong: [] }
  const originals = [...text].filter(isOriginal)
  if (new Set(originals).size < originals.length) verdict.wrong.push("words stand twice")
  const resolve = resolverOf(doc, text)
  for (const coding of codings) {
    const { anchor, words, seen } = coding
    const isForeign = (char: string) => seen.includes(char) && !words.includes(char)
    const span = resolve(anchor)
    const inside = isLost(span) ? [] : [...text.slice(span.from, span.to)].filter(isOriginal)
    const alive = words.filter((char) => text.includes(char))
    const wrong = (what: string) => {
      const [coded, living, found] = [words, alive, inside].map((chars) => chars.join(""))
      verdict.wrong.push(`${what}: ${coded}; living ${living}; found ${found}`)
    }
    if (alive.length === 0) {
      if (inside.some((char) => isForeign(char) && !moved.has(char))) wrong("foreign")
      verdict.gone++
    } else if (torn.has(coding) || isApart(text, words, alive, moved, isForeign)) {
      verdict.apart++
    } else {
      const own = inside.filter((char) => alive.includes(char) || (isForeign(char) && !moved.has(char)))
      if (own.join("") === alive.join("")) verdict.exact++
      else if (words.some((char) => moved.has(char))) verdict.astray++
      else wrong("not exact")
    }
  }
  return verdict
}

/** Whether a coding some of whose characters were moved is no longer one stretch of its own words in their order. */
function isApart(
  text: string,
  words: readonly string[],
  alive: readonly string[],
  moved: ReadonlySet<string>,
  isForeign: (char: string) => boolean,
): boolean {
  if (!words.some((char) => moved.has(char))) return false
  const at = alive.map((char) => text.indexOf(char))
  return at.some((place, index) => {
    if (index === 0) return false
    const between = text.slice(at[index - 1]! + 1, place)
    return (
      place < at[index - 1]! ||
      [...between].some((char) => isOriginal(char) && isForeign(char)) ||
      between.split("\n").length > 2
    )
  })
}
