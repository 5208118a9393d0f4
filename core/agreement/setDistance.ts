/**
 * How far apart two sets of codes are, from 0 (the same) to 1 (nothing in common). Two empty sets are the same. Three
 * different things are called MASI; they are told apart here by author and year.
 */

export type SetDistance =
  | "jaccard"
  | "dice"
  /** Passonneau (2006), as NLTK has it: 1 − J·M, M = 1, 2⁄3, 1⁄3, 0 for equal, one within the other, overlapping, apart. */
  | "masi_2006"
  /** Passonneau (2004): 1 − M. */
  | "passonneau_2004"
  /** DKPro's product of both distances: (1 − J)(1 − M). */
  | "masi_dkpro"

export function setDistance(distance: SetDistance, a: readonly string[], b: readonly string[]): number {
  const [one, other] = [new Set(a), new Set(b)]
  const common = [...one].filter((code) => other.has(code)).length
  const either = one.size + other.size - common
  if (either === common) return 0
  const jaccard = common / either
  const monotone = common === 0 ? 0 : common === Math.min(one.size, other.size) ? 2 / 3 : 1 / 3
  switch (distance) {
    case "jaccard":
      return 1 - jaccard
    case "dice":
      return 1 - (2 * common) / (one.size + other.size)
    case "masi_2006":
      return 1 - jaccard * monotone
    case "passonneau_2004":
      return 1 - monotone
    case "masi_dkpro":
      return (1 - jaccard) * (1 - monotone)
  }
}
