/** What a comparison was asked for; its answer repeats it, so that a figure can be had again. */
import type { CodesAsked } from "./codeChoice"
import type { UnitKind } from "./documents"
import type { Applies } from "./onUnits"

export interface AgreementParameters extends CodesAsked {
  /** What is judged: a character unless said otherwise. u-alpha, the confusion and the text's course keep to characters. */
  readonly unit: UnitKind
  readonly applies: Applies
  /** Two segments are the same when what both cover is at least this share of what either does. */
  readonly leastOverlap: number
  /** Codes that exclude each other, for u-, cu- and (k)u-alpha; null: all that are compared. */
  readonly exclusive: readonly string[] | null
  /** Into how many parts each text is cut to show where coders agree. */
  readonly bins: number
  /** Draws of the bootstrap; 0: no intervals. */
  readonly draws: number
  readonly seed: number
  /**
   * What is drawn. "auto": documents where there are ten or more, else passages, else turns, where all documents have
   * them.
   */
  readonly cluster: "auto" | "document" | "passage" | "turn"
  readonly confidence: number
}

export const usualParameters: AgreementParameters = {
  codes: null,
  without: [],
  parents: {},
  childrenCount: false,
  unit: "character",
  applies: { by: "one character" },
  leastOverlap: 0.9,
  exclusive: null,
  bins: 40,
  draws: 0,
  seed: 1,
  cluster: "auto",
  confidence: 0.95,
}
