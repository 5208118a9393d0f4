/** The segments that the other coder did not find again: worth more to who talks about them than their share. */
import type { CodedDocument } from "./documents"
import { materialOf } from "./material"
import { type AgreementParameters, usualParameters } from "./parameters"
import { codableText, endOffset } from "./prepare"
import { matchSegments } from "./segments"
import { pairsOf } from "./tally"

export interface UnmatchedSegment {
  readonly document: string
  readonly code: string
  /** Who has it, and who has none like it. */
  readonly coder: string
  readonly other: string
  /** In the document's own offsets. */
  readonly start: number
  readonly end: number
  /** The largest share in common with a segment of the other's with this code; 0: none there meets it. */
  readonly overlap: number
}

/** By document, pair and code; in the order of the text. Parameters as in `agreementOf`: codes and the least overlap count. */
export function unmatchedSegments(
  documents: readonly CodedDocument[],
  asked: Partial<AgreementParameters> = {},
): UnmatchedSegment[] {
  const parameters = {
    ...usualParameters,
    ...asked,
    unit: "character" as const,
    cluster: "document" as const,
  }
  const { texts, codes } = materialOf(documents, parameters)
  return texts.flatMap(({ document, characters }) => {
    const { units, coders } = characters
    const pairs = pairsOf(coders)
    const place = codableText(document)
    const found: UnmatchedSegment[] = []
    matchSegments(
      characters,
      codes.length,
      pairs,
      parameters.leastOverlap,
      (pair, unit, isAgreed, overlap) => {
        if (isAgreed) return
        const [first, second] = pairs[pair]!
        const coder = units.coder[unit]!
        found.push({
          document: document.id,
          code: codes[units.code[unit]!]!,
          coder: document.coders[coder]!.id,
          other: document.coders[coder === first ? second : first]!.id,
          start: place.offset(units.start[unit]!),
          end: endOffset(place, units.end[unit]!),
          overlap,
        })
      },
    )
    return found
  })
}
