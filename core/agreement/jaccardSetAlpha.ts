/**
 * Krippendorff's α of sets of codes with Jaccard's distance, 1 − |A ∩ B| ÷ |A ∪ B|. Expected agreement is a sum over all
 * pairs of sets that occur, of which there may be a billion; so pairs are counted by their sizes and by how much they have
 * in common, without looking at any: Σ over sets T of j codes of F_s(T) F_t(T), where F_s(T) is how long sets of size s
 * that contain T stand, counts each pair once for each way to choose j of its common codes.
 */
import { type Figure, undefinedBecause } from "./figure"
import type { SetBook } from "./setBook"

/** `lengths`: how long each set of the book stands, all coders together; `apart`: Σ of distances seen (see `Tally`). */
export function jaccardSetAlpha(
  book: SetBook,
  lengths: readonly number[],
  apart: number,
  codes: number,
): Figure {
  const present = Array.from({ length: book.size }, (_, set) => set).filter((set) => (lengths[set] ?? 0) > 0)
  const whole = present.reduce((sum, set) => sum + lengths[set]!, 0)
  if (whole === 0) return undefinedBecause("no units")
  if (present.length === 1) return undefinedBecause("no variation")
  const sets = present
    .filter((set) => set > 0)
    .map((set): Standing => ({ codes: book.codesOf(set), length: lengths[set]! }))
  const alike =
    (lengths[0] ?? 0) ** 2 + likenessOfSmall(sets.filter(isSmall), codes) + likenessOfLarge(sets, codes)
  return { value: 1 - ((whole - 1) * apart) / (whole * whole - alike) }
}

interface Standing {
  readonly codes: readonly number[]
  readonly length: number
}

/** Sets up to this size have few enough subsets to go through all. */
const SMALL = 7

const isSmall = ({ codes }: Standing) => codes.length <= SMALL

/** Σ n_A n_B |A ∩ B| ÷ |A ∪ B| over pairs of small sets. */
function likenessOfSmall(sets: readonly Standing[], codes: number): number {
  const { sizes, sums } = subsetSums(sets, codes)
  const side = SMALL + 1
  const chosen = Array.from({ length: side }, () => new Float64Array(side * side))
  for (const [subset, size] of sizes.entries())
    for (let s = size; s <= SMALL; s++) {
      const ours = sums[subset * side + s]!
      if (ours === 0) continue
      for (let t = size; t <= SMALL; t++) chosen[size]![s * side + t]! += ours * sums[subset * side + t]!
    }
  let alike = 0
  for (let s = 1; s <= SMALL; s++)
    for (let t = 1; t <= SMALL; t++)
      for (let common = 1; common <= Math.min(s, t); common++) {
        let pairs = 0
        for (let j = common; j <= Math.min(s, t); j++)
          pairs += (j % 2 === common % 2 ? 1 : -1) * choose(j, common) * chosen[j]![s * side + t]!
        alike += (pairs * common) / (s + t - common)
      }
  return alike
}

/** For each set of codes that lies within a set: its size, and F_s at `subset * (SMALL + 1) + s`. */
function subsetSums(sets: readonly Standing[], codes: number): { sizes: number[]; sums: number[] } {
  const steps = new Map<number, number>()
  const sizes = [0]
  const sums = new Array<number>(SMALL + 1).fill(0)
  for (const { codes: own, length } of sets) visit(own, length, 0, 0)
  return { sizes, sums }

  function visit(own: readonly number[], length: number, subset: number, from: number): void {
    for (let at = from; at < own.length; at++) {
      const step = subset * codes + own[at]!
      let next = steps.get(step)
      if (next === undefined) {
        next = sizes.push(sizes[subset]! + 1) - 1
        steps.set(step, next)
        for (let size = 0; size <= SMALL; size++) sums.push(0)
      }
      sums[next * (SMALL + 1) + own.length]! += length
      visit(own, length, next, at + 1)
    }
  }
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let at = 1; at <= k; at++) ways = (ways * (n - k + at)) / at
  return ways
}

/** The same over pairs of which one at least is large, which are rare: each of them beside those it shares a code with. */
function likenessOfLarge(sets: readonly Standing[], codes: number): number {
  const large = sets.filter((set) => !isSmall(set))
  if (large.length === 0) return 0
  const withCode: number[][] = Array.from({ length: codes }, () => [])
  for (const [at, set] of sets.entries()) for (const code of set.codes) withCode[code]!.push(at)
  const common = new Int32Array(sets.length)
  let alike = 0
  for (const set of large) {
    const met: number[] = []
    for (const code of set.codes)
      for (const other of withCode[code]!) if (common[other]!++ === 0) met.push(other)
    for (const at of met) {
      const other = sets[at]!
      const either = set.codes.length + other.codes.length - common[at]!
      // A small one is met from here alone, a large one from both sides.
      alike += ((isSmall(other) ? 2 : 1) * set.length * other.length * common[at]!) / either
      common[at] = 0
    }
  }
  return alike
}
