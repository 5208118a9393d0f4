/** Counts, means and spreads of a sample. */

import type { SourceId } from "../model"
import { hasCome, isNumeric, type Participant, type Sample, type Seat, type Variable } from "./model"

/**
 * From those who were asked to those whose words are analysed. Each is in one place: approached = waiting + refused +
 * recruited; recruited = tookPart + expected + absent + declined + leftBefore; sample = tookPart − withdrew.
 */
export interface Flow {
  readonly approached: number
  /** No answer yet. */
  readonly waiting: number
  readonly refused: number
  readonly recruited: number
  /** Not yet met. */
  readonly expected: number
  readonly absent: number
  readonly declined: number
  /** Withdrew before they could take part. */
  readonly leftBefore: number
  readonly tookPart: number
  /** Of those who took part. */
  readonly withdrew: number
  readonly sample: number
  /** Of those who took part, with somebody present who is no participant. */
  readonly withThird: number
}

export type Fate =
  | Exclude<keyof Flow, "approached" | "recruited" | "sample" | "withThird" | "tookPart">
  | "sample"

/** What came of somebody. Who has come was recruited, whatever else is said; so was who is expected somewhere. */
export function fateOf({ recruitment, seats, withdrawal }: Participant): Fate {
  if (seats.some(hasCome)) return withdrawal === "none" ? "sample" : "withdrew"
  if (recruitment === "refused") return "refused"
  if (recruitment === "approached" && seats.length === 0) return "waiting"
  if (withdrawal !== "none") return "leftBefore"
  const is = (attendance: Seat["attendance"]) => seats.some((seat) => seat.attendance === attendance)
  if (seats.length === 0 || is("expected")) return "expected"
  return is("absent") ? "absent" : "declined"
}

export function flowOf(participants: readonly Participant[]): Flow {
  const fates = participants.map(fateOf)
  const count = (...among: readonly Fate[]) => fates.filter((fate) => among.includes(fate)).length
  return {
    approached: participants.length,
    waiting: count("waiting"),
    refused: count("refused"),
    recruited: count("expected", "absent", "declined", "leftBefore", "withdrew", "sample"),
    expected: count("expected"),
    absent: count("absent"),
    declined: count("declined"),
    leftBefore: count("leftBefore"),
    tookPart: count("withdrew", "sample"),
    withdrew: count("withdrew"),
    sample: count("sample"),
    withThird: participants.filter(({ seats }) => seats.some((seat) => hasCome(seat) && seat.third !== ""))
      .length,
  }
}

/** The participants as one event knows them: with their seat in it and no other. */
export function atEvent({ participants }: Sample, event: SourceId): Participant[] {
  return participants.flatMap((one) => {
    const seats = one.seats.filter(({ source }) => source === event)
    return seats.length > 0 ? [{ ...one, seats }] : []
  })
}

/** A share of a whole, from 0 to 1; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

export interface NumberFigures {
  readonly n: number
  readonly missing: number
  readonly mean: number
  /** Of a sample (n − 1); null of one value alone. */
  readonly deviation: number | null
  readonly median: number
  readonly lower: number
  readonly upper: number
  readonly least: number
  readonly most: number
}

export type Figures = { readonly variable: Variable; readonly n: number; readonly missing: number } & (
  | { readonly of: "number"; readonly numbers: NumberFigures | null }
  /** Shares are of those whose value is known. */
  | {
      readonly of: "options"
      readonly options: readonly { readonly option: string; readonly count: number }[]
    }
  | { readonly of: "text" }
)

/** What a variable comes to over those who are in the sample. */
export function figuresOf(variable: Variable, people: readonly Participant[]): Figures {
  const sample = people.filter((one) => fateOf(one) === "sample")
  const values = sample.map(({ values }) => values[variable.id]).filter((value) => value !== undefined)
  const known = { variable, n: values.length, missing: sample.length - values.length }
  if (isNumeric(variable.kind)) {
    const numbers = values.filter((value) => typeof value === "number")
    return { ...known, of: "number", numbers: describeNumbers(numbers, sample.length) }
  }
  if (variable.kind === "text") return { ...known, of: "text" }
  const options = variable.kind === "yesNo" ? [true, false] : variable.choices
  return {
    ...known,
    of: "options",
    options: options.map((option) => ({
      option: typeof option === "boolean" ? (option ? "yes" : "no") : option,
      count: values.filter((value) => value === option).length,
    })),
  }
}

/** Of numbers, where `of` were asked; null where there are none. */
export function describeNumbers(values: readonly number[], of = values.length): NumberFigures | null {
  const sorted = [...values].sort((one, other) => one - other)
  const n = sorted.length
  if (n === 0) return null
  const mean = sum(sorted) / n
  const squares = sum(sorted.map((value) => (value - mean) ** 2))
  return {
    n,
    missing: of - n,
    mean,
    deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
    least: sorted[0]!,
    most: sorted.at(-1)!,
  }
}

/** Hyndman and Fan (1996), type 7, as R and spreadsheets do: on the line between the two values around it. */
export function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at
  const below = Math.floor(place)
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!]
  return low + (place - below) * (high - low)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
