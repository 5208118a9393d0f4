/**
 * Correcting a few words of a transcript that is being coded (C32): what is changed, in characters for the text and in
 * words for all that was kept of it, and where kept words stand afterwards.
 */
import { aligned } from "./aligning"
import type { Span } from "./model"
import { wordSpan, wordsOf } from "./text"

/** Some words of a passage, by their numbers before, and how many stand in their place. */
export interface WordChange extends Span {
  readonly count: number
}

/** A piece of a text, in characters, and what takes its place. */
export interface Replacement extends Span {
  readonly words: string
}

export interface Correction {
  /** In order, apart from each other; whole runs of a text, each replaced by at least one. */
  readonly replacements: readonly Replacement[]
  /** The same in words of the text, those that change no word left out. */
  readonly changes: readonly WordChange[]
}

/**
 * What has to be replaced so that a span of a text reads otherwise: no more runs than differ, each by its own where
 * they are as many. Words go only together with a neighbour, which then stands for them: no coding loses all its words.
 * Null where that cannot be: nothing differs, no words were there or none are left, or the span is not within a turn.
 */
export function correctionOf(text: string, span: Span, words: string): Correction | null {
  const before = text.slice(span.from, span.to)
  if (before.includes("\n") || /[\n\r]/u.test(words)) return null
  if (wordsOf(before).length === 0 || wordsOf(words).length === 0) return null
  const [olds, news] = [runsOf(before), runsOf(words)]
  const replacements = stretchesOf(olds, news).map(({ old, now }) => ({
    from: span.from + olds[old.from]!.at,
    to: span.from + olds[old.to - 1]!.at + olds[old.to - 1]!.run.length,
    words: news
      .slice(now.from, now.to)
      .map(({ run }) => run)
      .join(" "),
  }))
  if (replacements.length === 0) return null
  const numbered = wordsOf(text)
  const changes = replacements.flatMap((replacement) => {
    const changed = wordSpan(numbered, replacement)
    return changed ? [{ ...changed, count: wordsOf(withEdges(text, replacement)).length }] : []
  })
  return { replacements, changes }
}

/** What takes a piece's place, with what is left of the words it begins and ends in. */
function withEdges(text: string, { from, to, words }: Replacement): string {
  return (/\S*$/u.exec(text.slice(0, from))?.[0] ?? "") + words + (/^\S*/u.exec(text.slice(to))?.[0] ?? "")
}

/** A text with its replacements made. */
export function corrected(text: string, replacements: readonly Replacement[]): string {
  let after = ""
  let from = 0
  for (const replacement of replacements) {
    after += text.slice(from, replacement.from) + replacement.words
    from = replacement.to
  }
  return after + text.slice(from)
}

/** Where words stand after a correction: those that began or ended among changed ones have all that replaced them. */
export function wordsAfter(changes: readonly WordChange[], span: Span): Span {
  let { from, to } = span
  for (const change of changes) {
    const grown = change.count - (change.to - change.from)
    if (change.to <= span.from) from += grown
    else if (change.from < span.from) from -= span.from - change.from
    if (change.to <= span.to) to += grown
    else if (change.from < span.to) to += change.count - (span.to - change.from)
  }
  return { from, to }
}

/**
 * Whether a correction says how something was said rather than what: remarks, in brackets, are an interpretation and
 * wait for the reveal (B15).
 */
export function isRemark(before: string, after: string): boolean {
  const remarks = (text: string) => (text.match(/[([][^)\]]*[)\]]?/gu) ?? []).join(" ")
  return remarks(before) !== remarks(after)
}

interface Run {
  readonly at: number
  readonly run: string
}

const runsOf = (text: string): Run[] =>
  [...text.matchAll(/\S+/gu)].map((found) => ({ at: found.index, run: found[0] }))

/** Some runs, by their numbers, and those in their place; `same` where they are one run and itself. */
interface Stretch {
  readonly old: Span
  readonly now: Span
  readonly same: boolean
}

/** Runs that differ, each with something on both sides and no word against none. */
function stretchesOf(olds: readonly Run[], news: readonly Run[]): Stretch[] {
  const segments = segmentsOf(olds, news)
  const isWhole = ({ old, now }: Stretch) =>
    old.to > old.from && now.to > now.from && hasWord(olds, old) === hasWord(news, now)
  for (;;) {
    const at = segments.findIndex((segment) => !segment.same && !isWhole(segment))
    if (at < 0 || segments.length === 1) break
    const first = Math.max(0, at - 1)
    const [one, other] = segments.slice(first, first + 2) as [Stretch, Stretch]
    const both = {
      old: { from: one.old.from, to: other.old.to },
      now: { from: one.now.from, to: other.now.to },
      same: false,
    }
    segments.splice(first, 2, both)
  }
  return segments.filter(({ same }) => !same).flatMap((stretch) => oneByOne(stretch, olds, news))
}

/** Both texts, in order: runs they share one by one, and between them what differs. */
function segmentsOf(olds: readonly Run[], news: readonly Run[]): Stretch[] {
  const partner = aligned(
    olds.map(({ run }) => run),
    news.map(({ run }) => run),
  )
  const segments: Stretch[] = []
  let [old, now] = [0, 0]
  for (const [at, other] of [...partner, news.length].entries()) {
    if (other === null) continue
    if (at > old || other > now)
      segments.push({ old: { from: old, to: at }, now: { from: now, to: other }, same: false })
    if (at < olds.length)
      segments.push({ old: { from: at, to: at + 1 }, now: { from: other, to: other + 1 }, same: true })
    old = at + 1
    now = other + 1
  }
  return segments
}

const hasWord = (runs: readonly Run[], { from, to }: Span) =>
  runs.slice(from, to).some(({ run }) => isWord(run))

/** As many runs in place of as many, words where words were: each stands for its own, and a coding of one keeps to it. */
function oneByOne(stretch: Stretch, olds: readonly Run[], news: readonly Run[]): Stretch[] {
  const { old, now } = stretch
  const count = old.to - old.from
  const each = Array.from({ length: count }, (_, at) => ({
    old: { from: old.from + at, to: old.from + at + 1 },
    now: { from: now.from + at, to: now.from + at + 1 },
    same: false,
  }))
  const pairs = each.map((pair) => [olds[pair.old.from]!.run, news[pair.now.from]?.run ?? ""] as const)
  if (count !== now.to - now.from || pairs.some(([one, other]) => isWord(one) !== isWord(other)))
    return [stretch]
  return each.filter((_, at) => pairs[at]![0] !== pairs[at]![1])
}

const isWord = (run: string) => wordsOf(run).length > 0
