/** The stretch of a recording that is shown close up. */
export interface WaveView {
  readonly startMs: number
  readonly endMs: number
}

/** How much is shown, from the closest on. */
export const SPANS_MS = [10_000, 30_000, 120_000, 600_000] as const
export const USUAL_SPAN_MS = 30_000

const BEFORE = 0.1

/** The stretch with the play head near its beginning, inside the recording. */
export function viewAround(headMs: number, spanMs: number, durationMs: number): WaveView {
  return from(headMs - spanMs * BEFORE, spanMs, durationMs)
}

/** The same stretch as long as the play head is in it; then the one it has come to, as one turns a page. */
export function viewWith(view: WaveView, headMs: number, durationMs: number): WaveView {
  const isEnd = view.endMs >= durationMs && headMs >= view.endMs
  if (headMs >= view.startMs && (headMs < view.endMs || isEnd)) return view
  return viewAround(headMs, view.endMs - view.startMs, durationMs)
}

/** As much as `spanMs`, the play head where it stood on the screen. */
export function zoomed(view: WaveView, headMs: number, spanMs: number, durationMs: number): WaveView {
  const share = (headMs - view.startMs) / (view.endMs - view.startMs)
  return from(headMs - spanMs * Math.min(1, Math.max(0, share)), spanMs, durationMs)
}

function from(startMs: number, spanMs: number, durationMs: number): WaveView {
  const begins = Math.max(0, Math.min(startMs, durationMs - spanMs))
  return { startMs: begins, endMs: begins + spanMs }
}

const MARK_STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600].map((seconds) => seconds * 1000)
const MARK_PX = 110

/** Round times in a stretch, far enough apart to be read. */
export function marksIn({ startMs, endMs }: WaveView, widthPx: number): number[] {
  if (widthPx <= 0) return []
  const leastMs = ((endMs - startMs) / widthPx) * MARK_PX
  const stepMs = MARK_STEPS_MS.find((step) => step >= leastMs) ?? MARK_STEPS_MS.at(-1)!
  const first = Math.ceil(startMs / stepMs) * stepMs
  return Array.from({ length: Math.floor((endMs - first) / stepMs) + 1 }, (_, at) => first + at * stepMs)
}
