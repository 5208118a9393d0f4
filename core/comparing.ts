/** What has changed between two texts, word by word. */
import { aligned } from "./aligning"
import type { Span } from "./model"

/** A piece of the first text, in characters, and what stands in its place in the second. */
export interface Difference extends Span {
  readonly words: string
}

/**
 * What has to be replaced in one text so that it reads as another: whole words, runs of white space and single line
 * breaks, in order and apart from each other; what is the same in both stays.
 */
export function differences(before: string, after: string): Difference[] {
  const [olds, news] = [tokensOf(before), tokensOf(after)]
  const all = { old: { from: 0, to: olds.length }, now: { from: 0, to: news.length } }
  return differing(olds, news, all).map(({ old, now }) => ({
    from: offsetOf(olds, old.from, before),
    to: offsetOf(olds, old.to, before),
    words: after.slice(offsetOf(news, now.from, after), offsetOf(news, now.to, after)),
  }))
}

/** Words that are in both texts, that are gone since, or that have come. */
export interface Piece {
  readonly kind: "same" | "gone" | "come"
  readonly words: string
}

/** A text line by line, as it was, with what is gone of it in another and what has come instead. */
export function comparedLines(before: string, after: string): Piece[][] {
  const lines: Piece[][] = [[]]
  const put = (kind: Piece["kind"], words: string) => {
    // A line break that has come is no line of the first text.
    const parts = kind === "come" ? [words.replaceAll("\n", " ¶ ")] : words.split("\n")
    for (const [at, part] of parts.entries()) {
      if (at > 0) lines.push([])
      if (part !== "") lines.at(-1)!.push({ kind, words: part })
    }
  }
  let at = 0
  for (const { from, to, words } of differences(before, after)) {
    put("same", before.slice(at, from))
    put("gone", before.slice(from, to))
    put("come", words)
    at = to
  }
  put("same", before.slice(at))
  return lines
}

interface Token {
  readonly at: number
  readonly token: string
}

/** Some tokens of both, by their numbers. */
interface Stretch {
  readonly old: Span
  readonly now: Span
}

/** Beyond, whole runs between words that stand once in both are compared, and not each with each. */
const MOST_PAIRS = 1_000_000

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/\n|[^\S\n]+|\S+/gu)].map(({ index, 0: token }) => ({ at: index, token }))

const offsetOf = (tokens: readonly Token[], number: number, text: string) => tokens[number]?.at ?? text.length

function differing(olds: readonly Token[], news: readonly Token[], within: Stretch): Stretch[] {
  const { old, now } = trimmed(olds, news, within)
  const [many, others] = [old.to - old.from, now.to - now.from]
  if (many === 0 && others === 0) return []
  if (many === 0 || others === 0) return [{ old, now }]
  const isMuch = many * others > MOST_PAIRS
  const pairs = isMuch ? standingOnce(olds, news, { old, now }) : each(olds, news, { old, now })
  if (pairs.length === 0) return [{ old, now }]
  const found: Stretch[] = []
  let [from, start] = [old.from, now.from]
  for (const [one, other] of [...pairs, [old.to, now.to] as const]) {
    const between = { old: { from, to: one }, now: { from: start, to: other } }
    if (isMuch) found.push(...differing(olds, news, between))
    else if (one > from || other > start) found.push(between)
    from = one + 1
    start = other + 1
  }
  return found
}

/** Without what both begin and end with. */
function trimmed(olds: readonly Token[], news: readonly Token[], { old, now }: Stretch): Stretch {
  let { from, to } = old
  let { from: start, to: end } = now
  while (from < to && start < end && olds[from]!.token === news[start]!.token)
    [from, start] = [from + 1, start + 1]
  while (from < to && start < end && olds[to - 1]!.token === news[end - 1]!.token)
    [to, end] = [to - 1, end - 1]
  return { old: { from, to }, now: { from: start, to: end } }
}

type Pair = readonly [number, number]

function each(olds: readonly Token[], news: readonly Token[], { old, now }: Stretch): Pair[] {
  const partners = aligned(
    olds.slice(old.from, old.to).map(({ token }) => token),
    news.slice(now.from, now.to).map(({ token }) => token),
  )
  return partners.flatMap((partner, at) =>
    partner === null ? [] : [[old.from + at, now.from + partner] as const],
  )
}

/** Tokens that stand once in each, as many as stand in the same order. */
function standingOnce(olds: readonly Token[], news: readonly Token[], { old, now }: Stretch): Pair[] {
  const ones = once(olds, old)
  const others = once(news, now)
  const pairs: Pair[] = []
  for (const [token, at] of ones) {
    const other = others.get(token)
    if (other !== undefined) pairs.push([at, other])
  }
  return rising(pairs.sort(([one], [other]) => one - other))
}

function once(tokens: readonly Token[], { from, to }: Span): Map<string, number> {
  const found = new Map<string, number>()
  const often = new Set<string>()
  for (let at = from; at < to; at++) {
    const { token } = tokens[at]!
    if (found.has(token)) often.add(token)
    else found.set(token, at)
  }
  for (const token of often) found.delete(token)
  return found
}

/** The longest row of pairs, in their order, whose second places rise. */
function rising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = []
  const before: (number | null)[] = []
  for (const [at, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < place) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? ends[low - 1]! : null)
    ends[low] = at
  }
  const row: Pair[] = []
  for (let at = ends.at(-1) ?? null; at !== null; at = before[at]!) row.push(pairs[at]!)
  return row.reverse()
}
