/** Documents ready to be counted: as continua of characters and of chosen units, whole, and cut where clusters begin. */
import { type CodeChoice, chooseCodes } from "./codeChoice"
import { type Continuum, partsOf } from "./continuum"
import type { CodedDocument, Stretch, UnitKind } from "./documents"
import { type Applies, onUnits } from "./onUnits"
import type { AgreementParameters } from "./parameters"
import { codableText, continuumOf, placedUnits } from "./prepare"
import type { Agreement, Resampling } from "./result"

export interface Text {
  readonly document: CodedDocument
  /** Places of its coders in the list of all. */
  readonly coders: readonly number[]
  readonly characters: Continuum
  /** The same continuum where characters are judged. */
  readonly units: Continuum
  readonly words: Continuum | null
  /** Where clusters begin, in characters and in units. */
  readonly starts: { readonly characters: readonly number[]; readonly units: readonly number[] }
}

export interface Material extends CodeChoice {
  readonly texts: readonly Text[]
  readonly coders: readonly string[]
  readonly leftOut: Agreement["leftOut"]
  readonly clusteredBy: Exclude<Resampling["by"], null>
}

export function materialOf(documents: readonly CodedDocument[], parameters: AgreementParameters): Material {
  const hasCodable = (document: CodedDocument) => codableText(document).length > 0
  const kept = documents.filter((document) => document.coders.length >= 2 && hasCodable(document))
  const choice = chooseCodes(kept, parameters)
  const coders = [...new Set(kept.flatMap((document) => document.coders.map(({ id }) => id)))]
  const places = new Map(coders.map((id, at) => [id, at]))
  const clusteredBy = clustersFor(kept, parameters.cluster)
  const hasWords = kept.every(({ units }) => units?.word !== undefined)
  const texts = kept.map((document): Text => {
    const characters = continuumOf(document, choice.countsFor, choice.codes.length)
    const bounds = boundsOf(document, parameters.unit)
    const judged = (of: readonly Stretch[], applies: Applies) =>
      onUnits(characters, of, choice.codes.length, applies)
    return {
      document,
      coders: document.coders.map(({ id }) => places.get(id)!),
      characters,
      units: bounds === null ? characters : judged(bounds, parameters.applies),
      words: hasWords ? judged(boundsOf(document, "word")!, { by: "one character" }) : null,
      starts: startsOf(document, clusteredBy, bounds),
    }
  })
  const because = (document: CodedDocument) =>
    document.coders.length < 2 ? "fewer than two coders" : hasCodable(document) ? null : "no units"
  const leftOut = documents.flatMap((document) => {
    const why = because(document)
    return why === null ? [] : [{ document: document.id, because: why } as const]
  })
  return { ...choice, texts, coders, leftOut, clusteredBy }
}

/** Documents where there are ten or more: the surest clusters, since who says something in one says it in no other. */
const ENOUGH_DOCUMENTS = 10

function clustersFor(
  documents: readonly CodedDocument[],
  asked: AgreementParameters["cluster"],
): Material["clusteredBy"] {
  if (asked !== "auto") return asked
  if (documents.length >= ENOUGH_DOCUMENTS) return "document"
  const haveAll = (kind: "passage" | "turn") =>
    documents.every(({ units }) => (units?.[kind]?.length ?? 0) > 0)
  return haveAll("passage") ? "passage" : haveAll("turn") ? "turn" : "document"
}

/** Units as places; null for characters, which need none. */
function boundsOf(document: CodedDocument, kind: UnitKind): readonly Stretch[] | null {
  if (kind === "character") return null
  if (kind === "document") return [{ start: 0, end: codableText(document).length }]
  const units = document.units?.[kind]
  if (units === undefined)
    throw new RangeError(`Document "${document.id}" does not say where its ${kind}s are: give units.${kind}.`)
  return placedUnits(document, units)
}

/** A cluster reaches from where it begins to where the next does, so that everything lies in one. */
function startsOf(
  document: CodedDocument,
  by: Material["clusteredBy"],
  bounds: readonly Stretch[] | null,
): Text["starts"] {
  if (by === "document") return { characters: [0], units: [0] }
  const begins = boundsOf(document, by)!.map(({ start }) => start)
  const characters = [0, ...begins.filter((start) => start > 0)]
  const units = bounds === null ? characters : characters.map((at) => countBefore(bounds, at))
  return { characters, units }
}

const countBefore = (bounds: readonly Stretch[], place: number) => {
  const at = bounds.findIndex(({ start }) => start >= place)
  return at < 0 ? bounds.length : at
}

/** A text's continuum, cut into its clusters. */
export function clustersOf(text: Text, of: "characters" | "units", codes: number): readonly Continuum[] {
  return text.starts[of].length === 1 ? [text[of]] : partsOf(text[of], text.starts[of], codes)
}
