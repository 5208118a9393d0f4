/**
 * Revealed passages as documents to be compared: of a source, what the same coders did. What is not revealed is in none of
 * them, by no length and no count.
 */
import type { MemberId } from "../../model"
import { groupBy } from "../../overlap"
import type { Measure } from "../../reading"
import type { CodedDocument, CodedSpan, Stretch } from "../documents"
import type { AgreementDocument } from "./answer"
import type { AskedAgreement } from "./asked"
import { byCoder, type CodingsOf, codingsIn } from "./codings"
import type { RevealedMaterial, RevealedPassage } from "./material"
import { measureOf, stretchOf } from "./measure"
import { stratumOf } from "./stratum"

export interface PlacedDocument {
  readonly coded: CodedDocument
  readonly about: Omit<AgreementDocument, "title" | "disagreements">
  readonly parts: readonly DocumentPart[]
}

/** A passage in a document, from this character of it on. */
export interface DocumentPart {
  readonly passage: RevealedPassage
  readonly from: number
  readonly measure: Measure
}

export type Choice = Pick<AskedAgreement, "variant" | "stratum" | "sources" | "pair" | "unit">

export function documentsOf(material: RevealedMaterial, choice: Choice): PlacedDocument[] {
  const codingsOf = codingsIn(choice.variant, material)
  const chosen = material.passages.filter((passage) => isChosen(passage, choice))
  const bySource = [...groupBy(chosen, ({ source }) => source).values()]
  return bySource.flatMap((passages) =>
    [...groupBy(passages, ({ row }) => JSON.stringify(codersOf(row, choice.pair))).values()].map((own, at) =>
      documentOf(own, at, codingsOf, choice),
    ),
  )
}

export function isChosen(
  passage: RevealedPassage,
  { sources, stratum, pair }: Omit<Choice, "variant" | "unit">,
) {
  return (
    passage.row.round === 1 &&
    (sources === null || sources.includes(passage.source)) &&
    (stratum === "all" || stratumOf(passage) === stratum) &&
    (pair === null || pair.every((one) => passage.row.handIns.some(({ coder }) => coder === one)))
  )
}

function codersOf({ handIns }: RevealedPassage["row"], pair: Choice["pair"]): MemberId[] {
  return handIns.map(({ coder }) => coder).filter((coder) => pair === null || pair.includes(coder))
}

/** Passages after each other, one character apart; between them, and between turns, nothing can be coded. */
function documentOf(
  passages: readonly RevealedPassage[],
  at: number,
  codingsOf: CodingsOf,
  { pair, unit }: Choice,
): PlacedDocument {
  const { source, row } = passages[0]!
  const id = at === 0 ? source : `${source}~${at + 1}`
  const coders = codersOf(row, pair)
  const spans = new Map(coders.map((coder) => [coder, [] as CodedSpan[]]))
  const units = {
    word: [] as Stretch[],
    sentence: [] as Stretch[],
    turn: [] as Stretch[],
    passage: [] as Stretch[],
  }
  const parts: DocumentPart[] = []
  let length = 0
  for (const passage of passages) {
    const measure = passage.row.measure ?? measureOf(passage.row.text, unit === "sentence")
    const from = length === 0 ? 0 : length + 1
    const moved = ({ start, end }: Stretch) => ({ start: from + start, end: from + end })
    const placed = (pairs: readonly (readonly [number, number])[]) =>
      pairs.map(([start, end]) => moved({ start, end }))
    units.word.push(...placed(measure.words))
    units.sentence.push(...placed(measure.sentences))
    units.turn.push(...placed(measure.turns))
    if (measure.words.length > 0) units.passage.push(moved({ start: 0, end: measure.length }))
    for (const [coder, own] of byCoder(codingsOf(passage)))
      for (const { code, from: first, to } of own) {
        const stretch = stretchOf(measure, first, to)
        if (stretch) spans.get(coder)?.push({ ...moved(stretch), code })
      }
    parts.push({ passage, from, measure })
    length = from + measure.length
  }
  return {
    coded: {
      id,
      length,
      codable: units.turn,
      units,
      coders: coders.map((coder) => ({ id: coder, spans: spans.get(coder)! })),
    },
    about: {
      id,
      source,
      coders,
      passages: parts.map(({ passage, from }) => ({ id: passage.passage, index: passage.index, from })),
    },
    parts,
  }
}
