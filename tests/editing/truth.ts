import type * as Y from "yjs"
import { isLost } from "../../core/anchor"
import type { Span } from "../../core/model"
import { textOf } from "../../core/text"
import { resolverOf } from "../../core/ydoc/anchors"
import { readTranscript } from "../../core/ydoc/source"
import { isKnown } from "./transcript"
import type { FuzzedCoding, Scene } from "./writer"

export interface Verdict {
  /** Codings that have exactly all their surviving characters. */
  exact: number
  /** Codings that moves tore apart: they have exactly those of one part, and no other part has more. */
  torn: number
  /** Codings of whose characters none survived: lost, or on what was written in their place. */
  gone: number
  readonly wrong: string[]
}

/** Where the codings stand in a document. */
export function spansIn(doc: Y.Doc, codings: readonly FuzzedCoding[]): (Span | null)[] {
  const resolve = resolverOf(doc, textOf(readTranscript(doc).turns))
  return codings.map(({ anchor }) => {
    const span = resolve(anchor)
    return isLost(span) ? null : span
  })
}

/** What became of codings and characters in a document, against what is known of them. */
export function judge(doc: Y.Doc, { codings, moved, removed, written }: Scene): Verdict {
  const text = textOf(readTranscript(doc).turns)
  const verdict: Verdict = { exact: 0, torn: 0, gone: 0, wrong: [] }
  const known = [...text].filter(isKnown)
  const standing = new Set(known)
  if (standing.size < known.length) verdict.wrong.push("words stand twice")
  const missing = [...written].filter((char) => !removed.has(char) && !standing.has(char))
  if (missing.length > 0) verdict.wrong.push(`gone though nobody deleted them: ${missing.join("")}`)
  for (const [index, found] of spansIn(doc, codings).entries()) {
    const coding = codings[index]!
    const alive = coding.words.filter((char) => standing.has(char))
    const inside = found ? [...text.slice(found.from, found.to)].filter((char) => alive.includes(char)) : []
    const fault = faultOf(text, coding, alive, found, moved)
    if (fault) {
      const [coded, living, shown] = [coding.words, alive, inside].map((chars) => chars.join(""))
      verdict.wrong.push(`${fault}: ${coded}; living ${living}; found ${shown}`)
    } else if (alive.length === 0) verdict.gone++
    else if (inside.length === alive.length) verdict.exact++
    else verdict.torn++
  }
  return verdict
}

/** What is wrong with the place of a coding; null where nothing is (C1, C20, C21). */
function faultOf(
  text: string,
  { words, seen, anchor }: FuzzedCoding,
  alive: readonly string[],
  found: Span | null,
  moved: ReadonlySet<string>,
): string | null {
  const own = new Set(alive)
  const isForeign = (char: string) => isKnown(char) && seen.includes(char) && !words.includes(char)
  if (found && [...text.slice(found.from, found.to)].some(isForeign)) return "covers what nobody coded"
  if (alive.length === 0) return null
  const inside = found ? [...text.slice(found.from, found.to)].filter((char) => own.has(char)) : []
  // Of the others, which occur again and again, it may have some of its own.
  const others = [...anchor.quote].filter((char) => !isKnown(char) && char !== "\n").length
  const most = longestRun(text, own)
  if (!found || (inside.length === 0 && most > others)) return "lost"
  if (inside.length === alive.length) return null
  if (moved.size === 0) return "not exact"
  const ways = [[...text.slice(0, found.from)].reverse(), [...text.slice(found.to)]]
  for (const way of inside.length > 0 ? ways : []) {
    // Up to the next of its words, what was written since may lie outside if a move brought it there.
    const next = way.findIndex((char) => own.has(char) || isForeign(char))
    if (next < 0 || isForeign(way[next]!)) continue
    const between = way.slice(0, next).filter((char) => char !== "\n")
    const nearby = [...between, way[next]!, inside.at(way === ways[0] ? 0 : -1)!]
    if (between.length === 0 || !nearby.some((char) => moved.has(char) || !isKnown(char))) return "cut short"
  }
  return most > inside.length + others ? "not on most of its words" : null
}

/** The most characters of some that stand in a row. */
function longestRun(text: string, own: ReadonlySet<string>): number {
  let longest = 0
  let run = 0
  for (const char of text) {
    if (char === "\n") continue
    run = own.has(char) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}
