/** Figures to compare within one run, never across machines. */

export function timed(act: () => unknown): number {
  const started = performance.now()
  act()
  return performance.now() - started
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN
}
