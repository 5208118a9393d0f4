/** Counts what went wrong lately, by key (an e-mail address, a network address). Forgets on its own. */
export interface RateLimit {
  /** Milliseconds to wait; 0 when one may try. */
  readonly wait: (key: string) => number
  readonly failed: (key: string) => void
  readonly forget: (key: string) => void
}

/** `most` failures within `withinMs`, then no further try until the first of them is that long ago. */
export function createRateLimit(most: number, withinMs: number, now: () => number = Date.now): RateLimit {
  const failures = new Map<string, number[]>()
  const recent = (key: string) => {
    const kept = (failures.get(key) ?? []).filter((at) => at > now() - withinMs)
    if (kept.length > 0) failures.set(key, kept)
    else failures.delete(key)
    return kept
  }
  return {
    wait: (key) => {
      const kept = recent(key)
      return kept.length < most ? 0 : kept[kept.length - most]! + withinMs - now()
    },
    failed: (key) => {
      if (failures.size >= MOST_KEYS) for (const each of [...failures.keys()]) recent(each)
      failures.set(key, [...recent(key), now()].slice(-most))
    },
    forget: (key) => {
      failures.delete(key)
    },
  }
}

/** Beyond, keys whose failures are old are looked for and dropped. */
const MOST_KEYS = 10_000

/** Never waits. */
export const noLimit: RateLimit = { wait: () => 0, failed: () => {}, forget: () => {} }
