const SLOWEST = 0.5
const FASTEST = 2
const STEP = 0.1

/** The next speed: one step slower (−1) or faster (+1), within what can be understood. */
export function paced(rate: number, steps: -1 | 1): number {
  const next = Math.round((rate + steps * STEP) * 100) / 100
  return Math.min(FASTEST, Math.max(SLOWEST, next))
}
