/**
 * Of two codings of `length` words each, the fewest words in common with which they are still agreed under this
 * tolerance (D3).
 */
export function fewestInCommon(length: number, tolerance: number): number {
  for (let common = 1; common < length; common++) {
    if (common / (2 * length - common) >= tolerance) return common
  }
  return length
}
