import type { Stratum } from "./asked"
import type { RevealedPassage } from "./material"

/** What the coders of a passage had seen of its source when they handed it in: of two, the one who had seen more (A16). */
export function stratumOf({ row, talked }: RevealedPassage): Stratum {
  if (!row.independent) return "weakened"
  const seen = row.handIns.map((handIn) => handIn.seen)
  if (talked || seen.some(({ opened, discussed }) => opened > 0 || discussed > 0)) return "opened"
  return seen.some(({ revealed }) => revealed > 0) ? "revealed" : "none"
}
