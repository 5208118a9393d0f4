/** Light (1971): the mean of Cohen's κ over all pairs of coders; none where one pair has none. */
import { type Coded, codersOf, contingencyOf } from "./coded"
import { type Coefficient, defined, type Figure, undefinedBecause } from "./figure"
import { cohenKappa } from "./twoCoders"
import { type Apart, nominalApart } from "./weights"

export function lightKappa(coded: Coded, apart: Apart = nominalApart(coded.categories.length)): Figure {
  const coders = codersOf(coded)
  const kappas: Coefficient[] = []
  for (let g = 0; g < coders; g++)
    for (let h = g + 1; h < coders; h++) kappas.push(cohenKappa(contingencyOf(coded, g, h), apart))
  return lightOf(kappas)
}

/** The same from κ of each pair. */
export function lightOf(kappas: readonly Figure[]): Figure {
  if (kappas.length === 0) return undefinedBecause("one coder")
  let total = 0
  for (const kappa of kappas) {
    if (kappa.value === null) return undefinedBecause("undefined pair")
    total += kappa.value
  }
  return defined(total / kappas.length)
}
