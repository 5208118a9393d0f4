/** One code, applied or not, by two coders: `both`, the `first` only, the `second` only, `neither`; units or lengths. */
import type { Contingency } from "./coded"
import { type Figure, share } from "./figure"

export interface Table {
  readonly both: number
  readonly first: number
  readonly second: number
  readonly neither: number
}

export const matrixOf = ({ both, first, second, neither }: Table): Contingency => [
  [both, first],
  [second, neither],
]

export const sizeOf = ({ both, first, second, neither }: Table) => both + first + second + neither

/** Dice (1945), also positive agreement and F1: 2a ÷ (2a + b + c). What nobody coded does not enter. */
export function dice({ both, first, second }: Table): Figure {
  return share(2 * both, 2 * both + first + second, "no variation")
}

/** Jaccard (1912): a ÷ (a + b + c). */
export function jaccard({ both, first, second }: Table): Figure {
  return share(both, both + first + second, "no variation")
}

/** Byrt, Bishop & Carlin (1993): (a − d) ÷ n. Near 1 or −1, κ is low whatever the coders do. */
export function prevalenceIndex(table: Table): Figure {
  return share(table.both - table.neither, sizeOf(table))
}

/** Byrt, Bishop & Carlin (1993): (b − c) ÷ n. */
export function biasIndex(table: Table): Figure {
  return share(table.first - table.second, sizeOf(table))
}

/** Byrt, Bishop & Carlin (1993): κ adjusted for prevalence and bias, 2Po − 1. */
export function pabak(table: Table): Figure {
  return share(table.both + table.neither - table.first - table.second, sizeOf(table))
}

/** Holsti (1969), as ATLAS.ti counts it: twice the decisions taken alike ÷ all decisions of both. */
export function holsti(alike: number, ofFirst: number, ofSecond: number): Figure {
  return share(2 * alike, ofFirst + ofSecond)
}
