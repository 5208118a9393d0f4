/** How many disagreements each document had when it was revealed, by code and along its text: what to open next. */
import type { CodeId } from "../../model"
import { unitsRevealed } from "../../review"
import { lineage } from "../codeChoice"
import type { Agreement } from "../result"
import type { Variant } from "./asked"
import { codesAs } from "./codings"
import type { PlacedDocument } from "./documents"
import type { RevealedMaterial, RevealedPassage } from "./material"
import { type Place, type PlacedWord, tenthsOf, touched, wordsIn } from "./places"

export interface DisagreementCounts {
  /** Of codes that are compared; one that names two codes counts for both. Those without any are left out. */
  readonly codes: Readonly<Record<CodeId, number>>
  readonly stretches: readonly DisputedStretch[]
}

/** A part of the text with disagreements on it. */
export interface DisputedStretch {
  /** Which part, from 0. */
  readonly at: number
  readonly from: Place
  /** The first word that is no more in it. */
  readonly to: Place
  readonly count: number
}

interface Disputed {
  readonly codes: readonly CodeId[]
  readonly passage: string
  readonly from: number
  readonly to: number
}

/**
 * What was no agreement at the reveal (D3–D10), under the codes of the variant; whatever was decided since. A disagreement
 * counts in each part of the text that it has a word in.
 */
export function disagreementsIn(
  document: PlacedDocument,
  material: RevealedMaterial,
  figures: Agreement,
  variant: Variant,
): DisagreementCounts {
  const compared = new Set(figures.codes.map(({ code }) => code))
  const { childrenCount, parents } = figures.parameters
  const codeIn = codesAs(variant, material)
  const named = ({ row }: RevealedPassage) => {
    const canonical = codeIn(row)
    return (code: CodeId) => {
      const own = canonical(code)
      return (childrenCount ? lineage(own, parents) : [own]).filter((each) => compared.has(each))
    }
  }
  const disputed = document.parts.flatMap(({ passage }) => disputedIn(passage, named(passage)))
  return {
    codes: countsOf(disputed.flatMap(({ codes }) => codes)),
    stretches: stretchesOf(document, figures, disputed),
  }
}

function disputedIn(passage: RevealedPassage, named: (code: CodeId) => readonly CodeId[]): Disputed[] {
  const units = new Map(unitsRevealed(passage.row).map((unit) => [unit.id, unit]))
  return passage.row.groups.flatMap((group) => {
    if (group.kind === "agreed") return []
    const own = group.units.flatMap((id) => units.get(id) ?? [])
    const codes = [...new Set(own.flatMap(({ code }) => named(code)))]
    if (codes.length === 0) return []
    const from = Math.min(...own.map((unit) => unit.from))
    return [{ codes, passage: passage.passage, from, to: Math.max(...own.map((unit) => unit.to)) }]
  })
}

function stretchesOf(
  document: PlacedDocument,
  { documents }: Agreement,
  disputed: readonly Disputed[],
): DisputedStretch[] {
  const along = documents.find((each) => each.document === document.about.id)?.along ?? []
  const words = wordsIn(document)
  const numberOf = new Map(words.map(({ passage, word }, at) => [`${passage} ${word}`, at]))
  const placed = disputed.map(({ passage, from, to }) => ({
    from: numberOf.get(`${passage} ${from}`) ?? -1,
    to: numberOf.get(`${passage} ${to - 1}`) ?? -1,
  }))
  return tenthsOf(along).flatMap((bins, at) => {
    const { from, to } = touched(words, { start: bins[0]!.start, end: bins.at(-1)!.end })
    const count = placed.filter((each) => each.from >= 0 && each.from < to && each.to >= from).length
    if (count === 0) return []
    return [{ at, from: placeOf(words[from]!), to: after(words[to - 1]!), count }]
  })
}

const placeOf = ({ passage, word }: PlacedWord): Place => ({ passage, word })
const after = ({ passage, word }: PlacedWord): Place => ({ passage, word: word + 1 })

function countsOf(codes: readonly CodeId[]): Record<CodeId, number> {
  const counts: Record<CodeId, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
