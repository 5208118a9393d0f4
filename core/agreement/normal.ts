/** The normal distribution, as far as intervals need it. */

/** P(Z ≤ x), by the series ½ + φ(x)(x + x³÷3 + x⁵÷(3·5) + …) (Marsaglia 2004). */
export function normalShare(x: number): number {
  if (x < -8) return 0
  if (x > 8) return 1
  let [term, total] = [x, 0]
  for (let odd = 3; total + term !== total; odd += 2) {
    total += term
    term *= (x * x) / odd
  }
  return 0.5 + total * density(x)
}

/** The x below which a share of the distribution lies: 0.975 → 1.959963… */
export function normalQuantile(at: number): number {
  let x = 0
  for (let step = 0; step < 60; step++) {
    const next = x - Math.max(-1, Math.min(1, (normalShare(x) - at) / density(x)))
    if (Math.abs(next - x) < 1e-14) return next
    x = next
  }
  return x
}

const density = (x: number) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)
