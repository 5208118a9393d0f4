/** Chance that can be repeated: the same seed, the same choices. */
export interface Chance {
  /** A whole number from 0, below `below`. */
  readonly number: (below: number) => number
  /** True about `percent` times in a hundred. */
  readonly happens: (percent: number) => boolean
  /** One of these; null when there are none. */
  readonly one: <T>(of: readonly T[]) => T | null
}

export function createChance(seed: number): Chance {
  const next = drawsOf(seed)
  const number = (below: number) => Math.floor(next() * below)
  return {
    number,
    happens: (percent) => number(100) < percent,
    one: (of) => (of.length === 0 ? null : of[number(of.length)]!),
  }
}

/** Numbers from 0 to below 1. Those that begin alike for seeds side by side are the first ones only. */
export function drawsOf(seed: number): () => number {
  let state = seed >>> 0
  // Any small generator will do; this one is a linear congruence, whose high bits are good enough to choose by.
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
