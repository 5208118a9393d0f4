import { type Clip, LONGEST_MS, type PlacedTurn, type Span } from "./model"
import type { WordTime } from "./wordTimes"

/** Slow speech; only where nothing says when the last turn ends. */
const MS_PER_CHARACTER = 90
/** So long after somebody began to speak a turn is begun by who writes it down. */
const REACTION_MS = 500

/** Text and sound that go together, from one known time to the next. */
export interface Stretch extends Span, Clip {
  /** Whether its end is known, or what slow speech would take. */
  readonly isClosed: boolean
}

/** When a turn begins, and whether somebody said so or it is taken from its neighbours. */
export interface Beginning {
  readonly ms: number
  readonly estimated: boolean
}

/** The text and sound from each turn whose start is known to the next such turn: turns without a time go with it. */
export function timedStretches(
  turns: readonly PlacedTurn[],
  durationMs = Number.POSITIVE_INFINITY,
): Stretch[] {
  const starts = turns.flatMap((turn, at) => (turn.startMs === null ? [] : [at]))
  return starts.map((at, place) => {
    const next = starts[place + 1] ?? turns.length
    const within = turns.slice(at, next)
    const { from, startMs } = turns[at]!
    const to = turns[next]?.from ?? within.at(-1)!.to
    const guess = startMs! + (to - from) * MS_PER_CHARACTER
    const known = [within.at(-1)!.endMs, turns[next]?.startMs, durationMs]
    const end = known.find((end) => end != null && end > startMs! && Number.isFinite(end))
    return { from, to, startMs: startMs!, endMs: end ?? guess, isClosed: end != null }
  })
}

/** The same, cut where words begin whose times are known. */
export function stretchesOfWords(stretches: readonly Stretch[], words: readonly WordTime[]): Stretch[] {
  return stretches.flatMap((stretch) => {
    const cuts: WordTime[] = [{ at: stretch.from, ms: stretch.startMs }]
    for (const word of words) {
      const last = cuts.at(-1)!
      const isWithin = word.at > last.at && word.at < stretch.to
      if (isWithin && word.ms >= last.ms && word.ms <= stretch.endMs) cuts.push(word)
    }
    return cuts.map(({ at, ms }, index) => {
      const next = cuts[index + 1]
      return {
        ...stretch,
        from: at,
        startMs: ms,
        to: next?.at ?? stretch.to,
        endMs: next?.ms ?? stretch.endMs,
      }
    })
  })
}

/**
 * When each turn begins (C41): as it is said of it, or by the share that its place has in the words between two known
 * times; null where nothing on one side of it is known.
 */
export function beginnings(turns: readonly PlacedTurn[]): (Beginning | null)[] {
  const stretches = timedStretches(turns)
  let place = -1
  return turns.map(({ startMs, from }) => {
    if (startMs !== null) {
      place++
      return { ms: startMs, estimated: false }
    }
    const stretch = stretches[place]
    return stretch?.isClosed ? { ms: soundAt(stretch, from), estimated: true } : null
  })
}

/** When a turn that is begun now is begun by itself (C40); null where the recording stands elsewhere than its neighbours. */
export function beginsNow(
  positionMs: number,
  { before, after }: { readonly before: number | null; readonly after: number | null },
): number | null {
  if (positionMs < (before ?? 0) || positionMs > (after ?? LONGEST_MS)) return null
  return Math.round(Math.max(before ?? 0, positionMs - REACTION_MS))
}

/** Where the sound stands at a place of the text; null before the first known time. */
export function msAt(stretches: readonly Stretch[], offset: number): number | null {
  const stretch = stretches.findLast(({ from }) => from <= offset)
  return stretch ? soundAt(stretch, offset) : null
}

/** The place of the text that is heard at a moment: of what began before it, what began last. Null before the first. */
export function heardAt(stretches: readonly Stretch[], ms: number): number | null {
  let heard: Stretch | null = null
  for (const stretch of stretches) {
    if (stretch.startMs <= ms && (!heard || stretch.startMs >= heard.startMs)) heard = stretch
  }
  if (!heard) return null
  const share = Math.min(1, (ms - heard.startMs) / Math.max(1, heard.endMs - heard.startMs))
  return Math.floor(heard.from + share * Math.max(0, heard.to - heard.from - 1))
}

/** Where the sound should be at a place of a stretch, were it spoken evenly. */
export function soundAt(stretch: Span & Clip, position: number): number {
  const share = Math.min(1, (position - stretch.from) / Math.max(1, stretch.to - stretch.from))
  return Math.round(stretch.startMs + share * (stretch.endMs - stretch.startMs))
}
