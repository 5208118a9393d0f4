/**
 * Chance that can be repeated anywhere: the same seed, the same draws, on every machine. Xorshift128 (Marsaglia 2003, J.
 * Stat. Softw. 8(14)), its four words filled from the seed by a multiplicative mixing so that seeds side by side part.
 */
export function createRandom(seed: number): (below: number) => number {
  let [x, y, z, w] = [1, 2, 3, 4].map((word) => mixed(Math.imul(seed | 0, 2) + word)) as [
    number,
    number,
    number,
    number,
  ]
  if ((x | y | z | w) === 0) w = 1
  const next = () => {
    const t = x ^ (x << 11)
    x = y
    y = z
    z = w
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return w >>> 0
  }
  for (let skipped = 0; skipped < 16; skipped++) next()
  // The high part of a product of 32 bits: below 2⁻³² · below of bias.
  return (below) => Math.floor((next() / 4_294_967_296) * below)
}

/** Whole numbers side by side, far apart: every bit of 32 depends on every bit. */
export function mixed(word: number): number {
  let h = Math.imul(word ^ 0x9e3779b9, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
