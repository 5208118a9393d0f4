/** Counts time while it runs. */
export interface Stopwatch {
  readonly start: () => void
  readonly stop: () => void
  readonly ms: () => number
}

export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  let counted = 0
  let since: number | null = null
  return {
    start() {
      since ??= now()
    },
    stop() {
      if (since !== null) counted += now() - since
      since = null
    },
    ms: () => counted + (since === null ? 0 : now() - since),
  }
}
