import type { Clip, PlacedTurn, Span } from "./model"
import { intersection } from "./text"
import { type Stretch, soundAt, timedStretches } from "./timeline"
import { heardFrom, type WordTime } from "./wordTimes"

const LEAD_IN_MS = 3_000
const LEAD_OUT_MS = 2_000
/** Longer turns are not played whole when only a part of them is wanted. */
const LONG_TURN_MS = 45_000
/** People do not speak evenly: this much of a long turn is added on either side of where the words should be. */
const MARGIN_OF_TURN = 0.15
const LEAST_MARGIN_MS = 5_000

/**
 * The stretch of the recording to listen to for a stretch of text (R14): from a little before the first turn it
 * touches to a little after the last; of a long turn, only the neighbourhood of the words. Null when no turn it
 * touches has a time. Where the words themselves have times, from a little before the first to a little after the last.
 */
export function clipFor(
  span: Span,
  turns: readonly PlacedTurn[],
  {
    durationMs = Number.POSITIVE_INFINITY,
    words = [],
  }: { readonly durationMs?: number; readonly words?: readonly WordTime[] } = {},
): Clip | null {
  const heard = heardFrom(words, span) ?? heardWithTurns(span, turns, durationMs)
  if (!heard) return null
  const startMs = Math.max(0, heard.startMs - LEAD_IN_MS)
  const endMs = Math.min(durationMs, heard.endMs + LEAD_OUT_MS)
  return endMs > startMs ? { startMs, endMs } : null
}

function heardWithTurns(span: Span, turns: readonly PlacedTurn[], durationMs: number): Clip | null {
  const touched = timedStretches(turns, durationMs).filter((stretch) => intersection(stretch, span))
  const first = touched[0]
  const last = touched.at(-1)
  return first && last ? { startMs: beginning(first, span.from), endMs: ending(last, span.to) } : null
}

function beginning(stretch: Stretch, from: number): number {
  return Math.max(
    stretch.startMs,
    isLong(stretch) ? soundAt(stretch, from) - margin(stretch) : stretch.startMs,
  )
}

function ending(stretch: Stretch, to: number): number {
  return Math.min(stretch.endMs, isLong(stretch) ? soundAt(stretch, to) + margin(stretch) : stretch.endMs)
}

function isLong(stretch: Stretch): boolean {
  return stretch.endMs - stretch.startMs > LONG_TURN_MS
}

function margin(stretch: Stretch): number {
  return Math.max(LEAST_MARGIN_MS, Math.round(MARGIN_OF_TURN * (stretch.endMs - stretch.startMs)))
}
