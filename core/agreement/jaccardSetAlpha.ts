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
  const sets: Standing[] = []
  let whole = lengths[0] ?? 0
  for (let set = 1; set < book.size; set++) {
    const length = lengths[set] ?? 0
    if (length === 0) continue
    whole += length
    sets.push({ codes: book.codesOf(set), length })
  }
  if (whole === 0) return undefinedBecause("no units")
  if (sets.length === (lengths[0] ? 0 : 1)) return undefinedBecause("no variation")
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
  for (let subset = 0; subset < sizes.length; subset++) {
    const size = sizes[subset]!
    for (let s = size; s <= SMALL; s++) {
      const ours = sums[subset * side + s]!
      if (ours === 0) continue
      for (let t = size; t <= SMALL; t++) chosen[size]![s * side + t]! += ours * sums[subset * side + t]!
    }
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

/**
 * For each set of codes that lies within a set: its size, and F_s at `subset * (SMALL + 1) + s`. Sets of one code and of two
 * have their places by their codes, as long as these are not too many; others by a walk from place to place.
 */
function subsetSums(sets: readonly Standing[], codes: number): { sizes: Uint8Array; sums: Float64Array } {
  const side = SMALL + 1
  const pairs = codes <= MOST_PAIRED ? codes * codes : 0
  const steps = new Map<number, number>()
  let count = codes + pairs
  let sizes = new Uint8Array(2 * count).fill(1, 0, codes).fill(2, codes, count)
  let sums = new Float64Array(2 * count * side)
  for (const { codes: own, length } of sets) visit(own, length, -1, 0, 0)
  return { sizes: sizes.subarray(0, count), sums }

  function visit(own: readonly number[], length: number, subset: number, depth: number, from: number): void {
    for (let at = from; at < own.length; at++) {
      const next = placeOf(subset, depth, own[at]!)
      sums[next * side + own.length]! += length
      visit(own, length, next, depth + 1, at + 1)
    }
  }

  function placeOf(subset: number, depth: number, code: number): number {
    if (depth === 0) return code
    if (depth === 1 && pairs > 0) return codes + subset * codes + code
    const step = subset * codes + code
    const known = steps.get(step)
    if (known !== undefined) return known
    if (count === sizes.length) grow()
    sizes[count] = depth + 1
    steps.set(step, count)
    return count++
  }

  function grow(): void {
    const [before, more] = [sizes, sums]
    sizes = new Uint8Array(2 * count)
    sums = new Float64Array(2 * count * side)
    sizes.set(before)
    sums.set(more)
  }
}

/** With more codes than this, places for all pairs of them would be mostly empty. */
const MOST_PAIRED = 256

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
