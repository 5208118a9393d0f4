/** The parameters of a project's agreement as the words of a query, there and back. */
import type { Applies } from "../onUnits"
import { type AskedAgreement, strata, usualAsked, variants } from "./asked"

export interface Problem {
  readonly path: string
  readonly message: string
}

export type ReadAsked = { readonly asked: AskedAgreement } | { readonly problems: readonly Problem[] }

/** What a word becomes, or in words what would do. */
type Taking<Value> = (word: string) => { readonly value: Value } | string

const MOST_NAMED = 1_000
const ID = /^[A-Za-z0-9_-]{1,64}$/

const oneOf =
  <Word extends string>(of: readonly Word[]): Taking<Word> =>
  (word) => {
    const found = of.find((each) => each === word)
    return found === undefined ? `one of ${of.join(", ")}` : { value: found }
  }

const number =
  (fits: (value: number) => boolean, wanted: string): Taking<number> =>
  (word) => {
    const value = Number(word)
    return /^-?\d+(\.\d+)?$/.test(word) && fits(value) ? { value } : wanted
  }

const ids: Taking<readonly string[]> = (word) => {
  const value = word.split(",")
  const isRight = value.length <= MOST_NAMED && value.every((id) => ID.test(id))
  return isRight ? { value: [...new Set(value)] } : `ids with commas between them, ${MOST_NAMED} at most`
}

const pair: Taking<readonly [string, string]> = (word) => {
  const read = ids(word)
  if (typeof read !== "string" && read.value.length === 2) return { value: [read.value[0]!, read.value[1]!] }
  return "the ids of two coders with a comma between them"
}

const applies: Taking<Applies> = (word) => {
  if (word === "touch") return { value: { by: "one character" } }
  if (word === "half") return { value: { by: "half of the span" } }
  const share = number((value) => value > 0 && value <= 1, "")(word)
  return typeof share === "string"
    ? "touch, half, or a share of the unit above 0, up to 1"
    : { value: { by: "share of the unit", share: share.value } }
}

const isWhole = (from: number, to: number) => (value: number) =>
  Number.isInteger(value) && value >= from && value <= to

const MOST_SEED = 2 ** 32 - 1

const parameters: { readonly [Name in keyof AskedAgreement]: Taking<AskedAgreement[Name]> } = {
  variant: oneOf(variants),
  stratum: oneOf(["all", ...strata]),
  sources: ids,
  pair,
  unit: oneOf(["character", "word", "sentence", "turn", "passage", "document"]),
  applies,
  codes: ids,
  exclude: ids,
  exclusive: ids,
  parents: (word) => (word === "true" || word === "false" ? { value: word === "true" } : "true or false"),
  overlap: number((value) => value > 0 && value <= 1, "a share above 0, up to 1"),
  bins: number(isWhole(1, 200), "a whole number from 1 to 200"),
  draws: number(isWhole(0, 10_000), "a whole number from 0 (no intervals) to 10000"),
  seed: number(isWhole(0, MOST_SEED), `a whole number from 0 to ${MOST_SEED}`),
  cluster: oneOf(["auto", "document", "passage", "turn"]),
  confidence: number((value) => value >= 0.5 && value < 1, "a share from 0.5 to below 1"),
}

/** Reads each parameter once; one that is not known, or given twice, is a problem: a figure must be what was meant. */
export function readAsked(given: URLSearchParams, besides: readonly string[] = []): ReadAsked {
  const problems: Problem[] = []
  const asked: Record<string, unknown> = { ...usualAsked }
  for (const name of new Set(given.keys())) {
    if (besides.includes(name)) continue
    const words = given.getAll(name)
    if (!Object.hasOwn(parameters, name)) {
      const known = [...Object.keys(parameters), ...besides].join(", ")
      problems.push({ path: name, message: `no such parameter: there are ${known}` })
      continue
    }
    const taken = parameters[name as keyof AskedAgreement](words[0]!)
    if (words.length > 1) problems.push({ path: name, message: "given more than once" })
    else if (typeof taken === "string") problems.push({ path: name, message: `give ${taken}` })
    else asked[name] = taken.value
  }
  return problems.length > 0 ? { problems } : { asked: asked as unknown as AskedAgreement }
}

/** The query of what is asked, without what is usual. */
export function asQuery(asked: AskedAgreement): string {
  const query = new URLSearchParams()
  for (const name of Object.keys(parameters) as (keyof AskedAgreement)[]) {
    const word = wordOf(asked[name])
    if (word !== wordOf(usualAsked[name]) && word !== null) query.set(name, word)
  }
  return query.toString()
}

/** Every parameter as its word, usual ones too; one that is not given has none. */
export function asWords(asked: AskedAgreement): Record<keyof AskedAgreement, string> {
  const names = Object.keys(parameters) as (keyof AskedAgreement)[]
  return Object.fromEntries(names.map((name) => [name, wordOf(asked[name]) ?? ""])) as Record<
    keyof AskedAgreement,
    string
  >
}

function wordOf(value: AskedAgreement[keyof AskedAgreement]): string | null {
  if (value === null) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(",")
  if (typeof value !== "object") return String(value)
  const given = value as Applies
  if (given.by === "one character") return "touch"
  return given.by === "half of the span" ? "half" : String(given.share)
}
