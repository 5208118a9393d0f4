/**
 * Krippendorff's α of sets of codes with Jaccard's distance, 1 − |A ∩ B| ÷ |A ∪ B|. Expected agreement is a sum over all
 * pairs of sets that occur, of which there may be a billion; so pairs are counted by their sizes and by how much they have
 * in common, without looking at any: Σ over sets T of j codes of F_s(T) F_t(T), where F_s(T) is how long sets of size s
 * that contain T stand, counts each pair once for each way to choose j of its common codes.
 */
import { type Figure, undefinedBecause } from "./figure"
import { MOST_PAIRED, type SetBook } from "./setBook"

/** `lengths`: how long each set of the book stands, all coders together; `apart`: Σ of distances seen (see `Tally`). */
export function jaccardSetAlpha(
  book: SetBook,
  lengths: readonly number[],
  apart: number,
  codes: number,
): Figure {
  const sets: number[] = []
  let whole = lengths[0] ?? 0
  for (let set = 1; set < book.size; set++) {
    if (!lengths[set]) continue
    whole += lengths[set]!
    sets.push(set)
  }
  if (whole === 0) return undefinedBecause("no units")
  if (sets.length === (lengths[0] ? 0 : 1)) return undefinedBecause("no variation")
  const standing = { book, sets, lengths, codes }
  const alike = (lengths[0] ?? 0) ** 2 + likenessOfSmall(standing) + likenessOfLarge(standing)
  return { value: 1 - ((whole - 1) * apart) / (whole * whole - alike) }
}

/** The sets that stand somewhere, but for the empty one. */
interface Standing {
  readonly book: SetBook
  readonly sets: readonly number[]
  readonly lengths: readonly number[]
  readonly codes: number
}

const sizeOf = (book: SetBook, set: number) => book.startOf(set + 1) - book.startOf(set)

/** Sets up to this size have few enough subsets to go through all. */
const SMALL = 7

/** Σ n_A n_B |A ∩ B| ÷ |A ∪ B| over pairs of small sets. */
function likenessOfSmall(standing: Standing): number {
  const { sizes, sums } = subsetSums(standing)
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
function subsetSums({ book, sets, lengths, codes }: Standing): { sizes: Uint8Array; sums: Float64Array } {
  const all = book.codes
  const side = SMALL + 1
  const pairs = codes <= MOST_PAIRED ? codes * codes : 0
  const steps = new Map<number, number>()
  let count = codes + pairs
  let sizes = new Uint8Array(2 * count).fill(1, 0, codes).fill(2, codes, count)
  let sums = new Float64Array(2 * count * side)
  for (const set of sets) {
    const [start, end] = [book.startOf(set), book.startOf(set + 1)]
    if (end - start <= SMALL) visit(start, end, end - start, lengths[set]!, -1, 0)
  }
  return { sizes: sizes.subarray(0, count), sums }

  function visit(
    from: number,
    end: number,
    size: number,
    length: number,
    subset: number,
    depth: number,
  ): void {
    for (let at = from; at < end; at++) {
      const next = placeOf(subset, depth, all[at]!)
      sums[next * side + size]! += length
      if (at + 1 < end) visit(at + 1, end, size, length, next, depth + 1)
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

function choose(n: number, k: number): number {
  let ways = 1
  for (let at = 1; at <= k; at++) ways = (ways * (n - k + at)) / at
  return ways
}

/** The same over pairs of which one at least is large, which are rare: each of them beside those it shares a code with. */
function likenessOfLarge({ book, sets, lengths, codes }: Standing): number {
  const large = sets.filter((set) => sizeOf(book, set) > SMALL)
  if (large.length === 0) return 0
  const all = book.codes
  const withCode: number[][] = Array.from({ length: codes }, () => [])
  for (const set of sets)
    for (let at = book.startOf(set); at < book.startOf(set + 1); at++) withCode[all[at]!]!.push(set)
  const common = new Int32Array(book.size)
  let alike = 0
  for (const set of large) {
    const size = sizeOf(book, set)
    const met: number[] = []
    for (let at = book.startOf(set); at < book.startOf(set + 1); at++)
      for (const other of withCode[all[at]!]!) if (common[other]!++ === 0) met.push(other)
    for (const other of met) {
      const otherSize = sizeOf(book, other)
      const either = size + otherSize - common[other]!
      // A small one is met from here alone, a large one from both sides.
      const ways = otherSize > SMALL ? 1 : 2
      alike += (ways * lengths[set]! * lengths[other]! * common[other]!) / either
      common[other] = 0
    }
  }
  return alike
}
