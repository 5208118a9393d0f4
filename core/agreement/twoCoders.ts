/** Coefficients of two coders over categories that exclude each other, from their table. `n` units; p_i. and p_.j shares. */
import { type Contingency, columnSums, rowSums, sum } from "./coded"
import {
  type Coefficient,
  chanceCorrected,
  defined,
  type Figure,
  noCoefficient,
  undefinedBecause,
} from "./figure"
import { type Apart, nominalApart } from "./weights"

/** Σ v_ij x_i y_j: 0 only if every product is. */
function between(apart: Apart, x: readonly number[], y: readonly number[]): number {
  return sum(apart.map((row, i) => sum(row.map((v, j) => v * x[i]! * y[j]!))))
}

function disagreement(matrix: Contingency, apart: Apart): number {
  return sum(matrix.map((row, i) => sum(row.map((count, j) => count * apart[i]![j]!))))
}

/** Cohen (1960), weighted Cohen (1968): κ = (Po − Pe) ÷ (1 − Pe), Pe = Σ p_i. p_.i; weighted 1 − Σ v p_ij ÷ Σ v p_i. p_.j. */
export function cohenKappa(matrix: Contingency, apart: Apart = nominalApart(matrix.length)): Coefficient {
  const n = sum(rowSums(matrix))
  if (n === 0) return noCoefficient("no units")
  const expected = between(apart, rowSums(matrix), columnSums(matrix))
  return chanceCorrected(n * disagreement(matrix, apart), expected, n * n)
}

/** Cohen (1960): the largest κ that these margins allow, Po = Σ min(p_i., p_.i). */
export function cohenKappaMax(matrix: Contingency): Coefficient {
  const [rows, columns] = [rowSums(matrix), columnSums(matrix)]
  const n = sum(rows)
  if (n === 0) return noCoefficient("no units")
  const most = sum(rows.map((row, i) => Math.min(row, columns[i]!)))
  return chanceCorrected(n * (n - most), between(nominalApart(rows.length), rows, columns), n * n)
}

/** Scott (1955): π, as κ with one distribution for both coders, p_k = (p_k. + p_.k) ÷ 2. */
export function scottPi(matrix: Contingency, apart: Apart = nominalApart(matrix.length)): Coefficient {
  const [rows, columns] = [rowSums(matrix), columnSums(matrix)]
  const n = sum(rows)
  if (n === 0) return noCoefficient("no units")
  const both = rows.map((row, i) => row + columns[i]!)
  return chanceCorrected(4 * n * disagreement(matrix, apart), between(apart, both, both), 4 * n * n)
}

/** Bennett, Alpert & Goldstein (1954): S, Pe = 1 ÷ q whatever the coders did; weighted Σ w ÷ q². */
export function bennettS(matrix: Contingency, apart: Apart = nominalApart(matrix.length)): Coefficient {
  const n = sum(rowSums(matrix))
  if (n === 0) return noCoefficient("no units")
  return chanceCorrected(disagreement(matrix, apart), (n * sum(apart.map(sum))) / matrix.length ** 2, n)
}

/** Gwet (2008), weighted Gwet (2014): AC1 and AC2, Pe = Σ w ÷ (q(q − 1)) · Σ p_k(1 − p_k), p_k as Scott's. */
export function gwetAc(matrix: Contingency, apart: Apart = nominalApart(matrix.length)): Coefficient {
  const [rows, columns] = [rowSums(matrix), columnSums(matrix)]
  const n = sum(rows)
  const q = matrix.length
  if (n === 0) return noCoefficient("no units")
  const observed = 1 - disagreement(matrix, apart) / n
  if (q < 2) return noCoefficient("no variation", observed)
  const p = rows.map((row, i) => (row + columns[i]!) / (2 * n))
  const expected = ((q * q - sum(apart.map(sum))) / (q * (q - 1))) * sum(p.map((each) => each * (1 - each)))
  return { value: (observed - expected) / (1 - expected), observed, expected }
}

/** The share of units judged alike; weighted where distances are given. */
export function percentAgreement(matrix: Contingency, apart: Apart = nominalApart(matrix.length)): Figure {
  const n = sum(rowSums(matrix))
  return n === 0 ? undefinedBecause("no units") : defined((n - disagreement(matrix, apart)) / n)
}
