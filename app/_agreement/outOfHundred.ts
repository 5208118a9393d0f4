/** A share as people say it. */

/** How many of a hundred: whole between 1 and 99; finer nearer the ends, which are 0 and 100 only where it is exactly so. */
export function outOfHundred(share: number): number {
  const hundredfold = 100 * share
  if (hundredfold >= 1 && hundredfold <= 99) return Math.round(hundredfold)
  if (hundredfold < 1) return hundredfold <= 0 ? 0 : rough(hundredfold)
  if (hundredfold < 100) return Number((100 - rough(100 - hundredfold)).toFixed(6))
  return Math.round(hundredfold)
}

const rough = (number: number): number => Number(number.toPrecision(1))
