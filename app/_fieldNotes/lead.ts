/** So much is heard before a mark: it was made after what it is about. */
export const LEAD_MS = 3_000

/** Where the sound begins by which a mark is heard. */
export function leadTo(ms: number): number {
  return Math.max(0, ms - LEAD_MS)
}
