/**
 * How far two categories lie apart, from 0 (the same) to 1, for weighted coefficients (Cohen 1968). Kept as disagreement,
 * so that an expected disagreement of 0 is exactly 0.
 */
import { type Contingency, columnSums, rowSums, type Value } from "./coded"

export type Apart = readonly (readonly number[])[]

export function nominalApart(categories: number): Apart {
  return Array.from({ length: categories }, (_, i) =>
    Array.from({ length: categories }, (_, j) => (i === j ? 0 : 1)),
  )
}

/** |x − y|, or its square, as a share of the largest: by the value of the categories where all are numbers, else by rank. */
export function apartBy(power: 1 | 2, categories: readonly Value[]): Apart {
  const numbers = categories.map(Number)
  const isNumeric =
    categories.every((value) => typeof value !== "object" && value !== "") && numbers.every(Number.isFinite)
  return apartOf(power, isNumeric ? numbers : categories.map((_, at) => at))
}

/** By rank among the categories that occur (as R's irr does), whatever their value. */
export function apartByRank(power: 1 | 2, matrix: Contingency): Apart {
  const [rows, columns] = [rowSums(matrix), columnSums(matrix)]
  let rank = 0
  return apartOf(
    power,
    rows.map((row, at) => (row + columns[at]! > 0 ? rank++ : rank)),
  )
}

function apartOf(power: 1 | 2, places: readonly number[]): Apart {
  const widest = Math.max(...places) - Math.min(...places)
  return places.map((x) => places.map((y) => (widest === 0 ? 0 : (Math.abs(x - y) / widest) ** power)))
}
