import { drawsOf } from "../support/chance"

/** Numbers that a seed decides, so that a siege can be held again. */
export interface Random {
  /** From 0 to below `bound`. */
  readonly below: (bound: number) => number
  readonly bytes: (length: number) => Uint8Array
  readonly pick: <T>(from: readonly T[]) => T
}

export function seeded(seed: number): Random {
  const next = drawsOf(seed)
  next() // alike for seeds side by side
  const below = (bound: number) => Math.floor(next() * bound)
  return {
    below,
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
    pick: (from) => from[below(from.length)]!,
  }
}
