/** Documents from a plain file that anybody may have written: what is wrong is said with its place, and what to do. */
import type { CodedDocument, CodedSpan, GivenUnit, Stretch } from "./documents"

export type ReadDocuments =
  | {
      readonly documents: readonly CodedDocument[]
      /** The code above each, where the file says so. */
      readonly parents: Readonly<Record<string, string | null>>
    }
  | { readonly problem: string }

const UNITS: readonly GivenUnit[] = ["word", "sentence", "turn", "passage"]
/** Longer than any text, and short enough for places to be exact. */
const LONGEST = 1_000_000_000

class Problem extends Error {}

/** One document `{ length, coders }`, a list of them, or `{ documents, parents }`. */
export function readDocuments(value: unknown): ReadDocuments {
  try {
    const { documents, parents } =
      isRecord(value) && "documents" in value ? value : { documents: value, parents: undefined }
    const list = Array.isArray(documents) ? documents : [documents]
    if (list.length === 0) throw new Problem("There is no document: give at least one.")
    const read = list.map((each, at) => readDocument(each, at))
    const twice = repeated(read.map(({ id }) => id))
    if (twice !== null) throw new Problem(`Two documents are called "${twice}": give each its own id.`)
    return { documents: read, parents: readParents(parents) }
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message }
    throw error
  }
}

function readDocument(value: unknown, at: number): CodedDocument {
  const place = `Document ${at + 1}`
  if (!isRecord(value)) throw new Problem(`${place} is no object: give { length, coders: [{ id, spans }] }.`)
  const { id = `${at + 1}`, length, codable, units, coders } = value
  if (typeof id !== "string" || id === "") throw new Problem(`${place}: "id" must be a text.`)
  const named = `Document "${id}"`
  if (!isPlace(length))
    throw new Problem(`${named}: "length" must be its number of characters, a whole number.`)
  if (!Array.isArray(coders)) throw new Problem(`${named}: "coders" must be a list of { id, spans }.`)
  const read = coders.map((coder, index) => readCoder(coder, `${named}, coder ${index + 1}`, length))
  const twice = repeated(read.map((coder) => coder.id))
  if (twice !== null)
    throw new Problem(`${named}: two coders are called "${twice}": join their spans or name them apart.`)
  return {
    id,
    length,
    coders: read,
    ...(codable === undefined ? {} : { codable: readStretches(codable, `${named}, codable`, length) }),
    ...(units === undefined ? {} : { units: readUnits(units, named, length) }),
  }
}

function readCoder(value: unknown, place: string, length: number): { id: string; spans: CodedSpan[] } {
  if (!isRecord(value) || typeof value.id !== "string" || value.id === "")
    throw new Problem(`${place}: give { id, spans }, with an id that is a text.`)
  if (!Array.isArray(value.spans))
    throw new Problem(`${place} ("${value.id}"): "spans" must be a list; an empty one for who coded nothing.`)
  const spans = value.spans.map((span, at) => {
    const here = `${place} ("${value.id}"), span ${at + 1}`
    const { start, end } = readStretch(span, here, length)
    const { code } = span as { code: unknown }
    if (typeof code !== "string" || code === "") throw new Problem(`${here}: "code" must be a text.`)
    return { start, end, code }
  })
  return { id: value.id, spans }
}

function readStretch(value: unknown, place: string, length: number): Stretch {
  if (!isRecord(value)) throw new Problem(`${place}: give { start, end }.`)
  const { start, end } = value
  if (!isPlace(start) || !isPlace(end))
    throw new Problem(`${place}: "start" and "end" must be whole numbers from 0.`)
  if (end < start) throw new Problem(`${place}: ends at ${end}, before it starts at ${start}.`)
  if (end > length)
    throw new Problem(
      `${place}: ends at ${end}, after the text does at ${length}. "end" is the first place not covered.`,
    )
  return { start, end }
}

function readStretches(value: unknown, place: string, length: number): Stretch[] {
  if (!Array.isArray(value)) throw new Problem(`${place}: must be a list of { start, end }.`)
  return value.map((each, at) => readStretch(each, `${place} ${at + 1}`, length))
}

function readUnits(value: unknown, named: string, length: number): CodedDocument["units"] {
  if (!isRecord(value)) throw new Problem(`${named}: "units" must be an object with ${UNITS.join(", ")}.`)
  const foreign = Object.keys(value).find((kind) => !UNITS.includes(kind as GivenUnit))
  if (foreign !== undefined)
    throw new Problem(`${named}: "${foreign}" is no kind of unit: use ${UNITS.join(", ")}.`)
  return Object.fromEntries(
    Object.entries(value).map(([kind, list]) => [kind, readStretches(list, `${named}, ${kind}`, length)]),
  )
}

function readParents(value: unknown): Readonly<Record<string, string | null>> {
  if (value === undefined) return {}
  if (!isRecord(value) || !Object.values(value).every((above) => above === null || typeof above === "string"))
    throw new Problem(`"parents" must name the code above each: { "child": "parent" }.`)
  return value as Record<string, string | null>
}

function repeated(names: readonly string[]): string | null {
  return names.find((name, at) => names.indexOf(name) !== at) ?? null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isPlace = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LONGEST
