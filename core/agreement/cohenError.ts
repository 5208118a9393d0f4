/**
 * How far Cohen's κ may be off, from units that are independent of each other (turns rather than characters).
 * Fleiss, Cohen & Everitt (1969); with w the agreement weights (1 − distance), w_i. = Σ_j w_ij p_.j, w_.j = Σ_i w_ij p_i.:
 * var = { Σ p_ij [w_ij − (w_i. + w_.j)(1 − κ)]² − [κ − Pe(1 − κ)]² } ÷ n(1 − Pe)²
 */
import { type Contingency, columnSums, rowSums, sum } from "./coded"
import { defined, type Figure, undefinedBecause } from "./figure"
import { normalQuantile } from "./normal"
import { cohenKappa } from "./twoCoders"
import { type Apart, nominalApart } from "./weights"

export interface KappaError {
  readonly standardError: Figure
  /** Under the hypothesis that κ is 0. */
  readonly standardErrorOfNone: Figure
  readonly z: Figure
  readonly low: Figure
  readonly high: Figure
}

export function cohenKappaError(
  matrix: Contingency,
  apart: Apart = nominalApart(matrix.length),
  confidence = 0.95,
): KappaError {
  const kappa = cohenKappa(matrix, apart)
  if (kappa.value === null) return noError(undefinedBecause(kappa.reason))
  const { error, errorOfNone } = errors(matrix, apart, kappa.value, kappa.expected!)
  const reach = normalQuantile((1 + confidence) / 2) * error
  return {
    standardError: defined(error),
    standardErrorOfNone: defined(errorOfNone),
    z: errorOfNone === 0 ? undefinedBecause("no spread") : defined(kappa.value / errorOfNone),
    low: defined(kappa.value - reach),
    high: defined(kappa.value + reach),
  }
}

function errors(matrix: Contingency, apart: Apart, kappa: number, pe: number) {
  const n = sum(rowSums(matrix))
  const [rows, columns] = [
    rowSums(matrix).map((row) => row / n),
    columnSums(matrix).map((column) => column / n),
  ]
  const ofRow = apart.map((row) => sum(row.map((v, j) => (1 - v) * columns[j]!)))
  const ofColumn = apart.map((_, j) => sum(apart.map((row, i) => (1 - row[j]!) * rows[i]!)))
  let [alternative, none] = [0, 0]
  matrix.forEach((row, i) => {
    row.forEach((count, j) => {
      const weight = 1 - apart[i]![j]!
      const margins = ofRow[i]! + ofColumn[j]!
      alternative += (count / n) * (weight - margins * (1 - kappa)) ** 2
      none += rows[i]! * columns[j]! * (weight - margins) ** 2
    })
  })
  const scale = n * (1 - pe) ** 2
  const root = (variance: number) => Math.sqrt(Math.max(0, variance) / scale)
  return {
    error: root(alternative - (kappa - pe * (1 - kappa)) ** 2),
    errorOfNone: root(none - pe * pe),
  }
}

export function noError(why: Figure): KappaError {
  return { standardError: why, standardErrorOfNone: why, z: why, low: why, high: why }
}
