/** Words that authors gave to ranges of a coefficient. Shown only where the reader asks for them, under their author's name. */

/** What the bands were made for. */
export type BandsFor = "alpha" | "kappa"

interface Band {
  /** Where it begins; that value included, unless it says otherwise. */
  readonly from: number
  readonly above?: true
  readonly word: BandWord
}

export const bandWords = [
  "poor",
  "slight",
  "fair",
  "moderate",
  "good",
  "substantial",
  "veryGood",
  "excellent",
  "almostPerfect",
  "fairToGood",
  "reliable",
  "tentative",
  "unreliable",
] as const
export type BandWord = (typeof bandWords)[number]

const ALL = Number.NEGATIVE_INFINITY

export const scales = {
  krippendorff: {
    for: "alpha",
    bands: [
      { from: ALL, word: "unreliable" },
      { from: 0.667, word: "tentative" },
      { from: 0.8, word: "reliable" },
    ],
  },
  landisKoch: {
    for: "kappa",
    bands: [
      { from: ALL, word: "poor" },
      { from: 0, word: "slight" },
      { from: 0.2, above: true, word: "fair" },
      { from: 0.4, above: true, word: "moderate" },
      { from: 0.6, above: true, word: "substantial" },
      { from: 0.8, above: true, word: "almostPerfect" },
    ],
  },
  fleiss: {
    for: "kappa",
    bands: [
      { from: ALL, word: "poor" },
      { from: 0.4, word: "fairToGood" },
      { from: 0.75, above: true, word: "excellent" },
    ],
  },
  altman: {
    for: "kappa",
    bands: [
      { from: ALL, word: "poor" },
      { from: 0.2, word: "fair" },
      { from: 0.4, above: true, word: "moderate" },
      { from: 0.6, above: true, word: "good" },
      { from: 0.8, above: true, word: "veryGood" },
    ],
  },
  cicchetti: {
    for: "kappa",
    bands: [
      { from: ALL, word: "poor" },
      { from: 0.4, word: "fair" },
      { from: 0.6, word: "good" },
      { from: 0.75, word: "excellent" },
    ],
  },
} as const satisfies Record<string, { readonly for: BandsFor; readonly bands: readonly Band[] }>

export type Scale = keyof typeof scales
export const scaleNames = Object.keys(scales) as Scale[]

/** The word an author has for a value. */
export function bandOf(scale: Scale, value: number): BandWord {
  const bands: readonly Band[] = scales[scale].bands
  return bands.findLast(({ from, above }) => (above ? value > from : value >= from))!.word
}

/** The scales that were made for a coefficient. */
export function scalesFor(coefficient: BandsFor): readonly Scale[] {
  return scaleNames.filter((scale) => scales[scale].for === coefficient)
}
