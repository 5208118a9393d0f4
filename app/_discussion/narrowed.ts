/** A review narrowed to some of its disagreements, as its address says it: a link from a figure leads to what it is made of. */
import type { Place } from "../../core/agreement/project/places"
import { isAncestor, mergePathOf } from "../../core/codebook"
import type { CodeId, PassageId } from "../../core/model"
import type { Code, MergeRow, UnitId } from "../../core/reading"
import type { ReviewView } from "../../core/view"

export interface Narrowed {
  readonly code: CodeId | null
  /** With the codes below it. */
  readonly below: boolean
  /** From this word on. */
  readonly from: Place | null
  /** Up to the word before this one. */
  readonly to: Place | null
}

const ID = /^[A-Za-z0-9_-]{1,64}$/
const PLACE = /^([A-Za-z0-9_-]{1,64})\.(\d{1,7})$/

/** What an address narrows a review to; null where it does not. What cannot be read narrows nothing. */
export function readNarrowed(given: Readonly<Record<string, unknown>>): Narrowed | null {
  const code = typeof given.code === "string" && ID.test(given.code) ? given.code : null
  const from = placeIn(given.from)
  const to = placeIn(given.to)
  return code || from || to ? { code, below: code !== null && given.below === "1", from, to } : null
}

function placeIn(word: unknown): Place | null {
  const found = typeof word === "string" ? PLACE.exec(word) : null
  return found && { passage: found[1]!, word: Number(found[2]) }
}

/** The words of an address that say it. */
export function wordsOfNarrowed({ code, below, from, to }: Narrowed): Record<string, string> {
  const place = ({ passage, word }: Place) => `${passage}.${word}`
  return {
    ...(code === null ? {} : { code }),
    ...(code !== null && below ? { below: "1" } : {}),
    ...(from && { from: place(from) }),
    ...(to && { to: place(to) }),
  }
}

export function reviewAddress(project: string, source: string, narrowed: Partial<Narrowed>): string {
  const all = { code: null, below: false, from: null, to: null, ...narrowed }
  return `/projects/${project}/sources/${source}/review?${new URLSearchParams(wordsOfNarrowed(all))}`
}

/** What a review shows of a passage: a disagreement, or what both did alike. */
interface Shown {
  readonly passage: PassageId
  readonly units: readonly UnitId[]
}

interface Known {
  readonly view: Pick<ReviewView, "passages" | "codings">
  readonly codes: readonly Code[]
  readonly merges: readonly MergeRow[]
}

/**
 * Whether something is among what a review is narrowed to: one of its codings has the code, by whatever merge, and it has
 * a word in the stretch. A passage that is not there is nowhere in the text, so nothing is beside it.
 */
export function isWithin(
  narrowed: Narrowed | null,
  { view, codes, merges }: Known,
): (each: Shown) => boolean {
  if (narrowed === null) return () => true
  const { code, below, from, to } = narrowed
  const pathOf = mergePathOf(merges)
  const named = (own: CodeId) =>
    [own, ...pathOf(own).map(({ into }) => into)].some(
      (each) => each === code || (below && code !== null && isAncestor(codes, code, each)),
    )
  const numberOf = (passage: PassageId) => view.passages[passage]?.index ?? Number.NaN
  const isBefore = (one: Place, other: Place) => {
    const [here, there] = [numberOf(one.passage), numberOf(other.passage)]
    return here < there || (here === there && one.word < other.word)
  }
  return ({ passage, units }) => {
    const codings = units.flatMap((unit) => view.codings[unit] ?? [])
    if (code !== null && !codings.some((coding) => named(coding.code))) return false
    const first = { passage, word: Math.min(...codings.map(({ words }) => words.from)) }
    const end = { passage, word: Math.max(...codings.map(({ words }) => words.to)) }
    return (from === null || isBefore(from, end)) && (to === null || isBefore(first, to))
  }
}
