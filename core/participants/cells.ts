/**
 * A cell of the table of participants, as a text and back. Every way in is this one: typed, pasted, imported, undone.
 * What a cell _keeps_ is the same in all languages; what it _says_ is in its reader's. Of somebody who takes part in
 * several events, what is said of each stands in their order, with | between.
 */
import { isLetter } from "../fieldNotes"
import {
  type Attendance,
  attendances,
  LONGEST_CELL,
  type Participant,
  type Sample,
  type Seat,
  type Value,
  type Variable,
} from "./model"
import { readDay, readNumber, readYesNo } from "./readers"
import { type FixedColumn, fixedColumns, folded, type Language, meant, oneOf, tableWords } from "./words"

export type Column = FixedColumn | `var:${string}`

/** Why a text cannot stand in a cell. */
export type Wrong =
  | {
      readonly why: "not-a-letter" | "not-a-word" | "not-a-number" | "not-whole" | "not-a-date" | "not-yes-no"
    }
  | { readonly why: "not-a-choice"; readonly choices: readonly string[] }
  | { readonly why: "too-long"; readonly most: number }
  | { readonly why: "unknown-event"; readonly title: string }
  | { readonly why: "no-event" | "unknown-column" | "event-twice" }
  | { readonly why: "as-many"; readonly events: number }

export type Written = { readonly is: Participant } | { readonly wrong: Wrong }

export function columnOf({ id }: Pick<Variable, "id">): Column {
  return `var:${id}`
}

export function columnsOf({ variables }: Pick<Sample, "variables">): Column[] {
  return [...fixedColumns, ...variables.map(columnOf)]
}

export function variableOf(column: Column, { variables }: Pick<Sample, "variables">): Variable | null {
  return variables.find((variable) => columnOf(variable) === column) ?? null
}

/** What a cell keeps: read again, it is the same cell. */
export function kept(of: Participant, column: Column): string {
  switch (column) {
    case "events":
      return inSeats(of, ({ source }) => source)
    case "lettersThere":
      return inSeats(of, ({ letter }) => letter)
    case "attendance":
      return inSeats(of, ({ attendance }) => attendance)
    case "third":
      return of.seats.some(({ third }) => third !== "") ? inSeats(of, ({ third }) => third) : ""
    default:
      if (isFixed(column)) return (of[column] as string | null) ?? ""
      return keptValue(of.values[column.slice("var:".length)])
  }
}

/** What a cell says to a reader. */
export function said(of: Participant, column: Column, sample: Sample, language: Language): string {
  const words = tableWords[language]
  switch (column) {
    case "events":
      return inSeats(of, ({ source }) => sample.events.find(({ id }) => id === source)?.title ?? "…")
    case "attendance":
      return inSeats(of, ({ attendance }) => words.attendance[attendance])
    case "recruitment":
      return words.recruitment[of.recruitment]
    case "consent":
      return of.consent === "none" ? "" : words.consent[of.consent]
    case "withdrawal":
      return of.withdrawal === "none" ? "" : words.withdrawal[of.withdrawal]
    default: {
      const text = kept(of, column)
      const isYesNo = variableOf(column, sample)?.kind === "yesNo"
      return isYesNo && text !== "" ? words.yesNo[text as "yes" | "no"] : text
    }
  }
}

/** Somebody with a cell as a text says, or why it cannot. */
export function write(of: Participant, column: Column, typed: string, sample: Sample): Written {
  const text = withoutGuard(typed).replace(/\s+/gu, " ").trim()
  const is = (fields: Partial<Participant>): Written => ({ is: { ...of, ...fields } })
  const closed = <T extends string>(value: T | null, field: keyof Participant, none: T): Written => {
    if (text === "") return is({ [field]: none })
    return value === null ? { wrong: { why: "not-a-word" } } : is({ [field]: value })
  }
  if (text.length > LONGEST_CELL) return { wrong: { why: "too-long", most: LONGEST_CELL } }
  switch (column) {
    case "letter":
      return isLetter(text) ? is(renamed(of, text)) : { wrong: { why: "not-a-letter" } }
    case "why":
    case "sheet":
      return is({ [column]: text })
    case "recruitment":
      return closed(meant(column, text), column, "approached")
    case "consent":
    case "withdrawal":
      return closed<string>(meant(column, text), column, "none")
    case "consentOn":
    case "withdrawnOn": {
      const day = readDay(text)
      return text !== "" && day === null ? { wrong: { why: "not-a-date" } } : is({ [column]: day })
    }
    case "events":
      return writeEvents(of, text, sample)
    case "lettersThere":
    case "attendance":
    case "third":
      return writeSeats(of, column, withoutGuard(typed))
    default: {
      const variable = variableOf(column, sample)
      if (!variable) return { wrong: { why: "unknown-column" } }
      const read = readValue(text, variable)
      if (read !== null && typeof read === "object") return { wrong: read }
      const { [variable.id]: _, ...others } = of.values
      return is({ values: read === null ? others : { ...others, [variable.id]: read } })
    }
  }
}

/** What a text says of a variable; null: nothing is known. */
export function readValue(text: string, { kind, unit, choices }: Variable): Value | null | Wrong {
  if (text === "") return null
  if (kind === "text") return text
  if (kind === "choice") {
    const choice = oneOf(
      choices.map((each) => ({ value: each, each })),
      text,
    )
    if (choice !== null) return choice
    return isMissing(text) ? null : { why: "not-a-choice", choices }
  }
  if (isMissing(text)) return null
  if (kind === "yesNo") return readYesNo(text) ?? { why: "not-yes-no" }
  const number = readNumber(text, unit)
  if (number === null) return { why: "not-a-number" }
  return kind === "whole" && !Number.isInteger(number) ? { why: "not-whole" } : number
}

/** As tables say that nothing is known. */
function isMissing(text: string): boolean {
  return /^(n\/?a|n\.\s?a\.?|nsp|\?|-|–|—|\.)$/iu.test(text)
}

export function keptValue(value: Value | undefined): string {
  if (value === undefined) return ""
  return typeof value === "boolean" ? (value ? "yes" : "no") : `${value}`
}

export const isFixed = (column: Column): column is FixedColumn =>
  (fixedColumns as readonly string[]).includes(column)

/** An apostrophe that a table puts before what a spreadsheet would run. */
const withoutGuard = (text: string) => text.replace(/^'(?=[=+\-@])/u, "")

const inSeats = ({ seats }: Participant, of: (seat: Seat) => string) => seats.map(of).join(" | ")

/** Where somebody is called as in the study, the letter there goes with it. */
function renamed(of: Participant, letter: string): Partial<Participant> {
  const seats = of.seats.map((seat) => (seat.letter === of.letter ? { ...seat, letter } : seat))
  return { letter, seats }
}

function writeEvents(of: Participant, text: string, { events }: Sample): Written {
  const all = events.flatMap(({ id, title }) => [
    { value: id, each: title },
    { value: id, each: id },
  ])
  const whole = all.find(({ each }) => folded(each) === folded(text))
  const parts = text === "" ? [] : whole ? [text] : text.split("|").map((part) => part.trim())
  const seats: Seat[] = []
  for (const title of parts) {
    const source = oneOf(all, title)
    if (source === null) return { wrong: { why: "unknown-event", title } }
    if (seats.some((seat) => seat.source === source)) return { wrong: { why: "event-twice" } }
    const before = of.seats.find((seat) => seat.source === source)
    seats.push(before ?? { source, letter: of.letter, attendance: "expected", third: "" })
  }
  return { is: { ...of, seats } }
}

function writeSeats(of: Participant, column: "lettersThere" | "attendance" | "third", text: string): Written {
  const parts = text.trim() === "" ? of.seats.map(() => "") : text.split("|").map((part) => part.trim())
  if (of.seats.length === 0 && text.trim() !== "") return { wrong: { why: "no-event" } }
  if (parts.length !== of.seats.length) return { wrong: { why: "as-many", events: of.seats.length } }
  const seats: Seat[] = []
  for (const [place, seat] of of.seats.entries()) {
    const written = writeSeat(seat, column, parts[place]!, of.letter)
    if ("why" in written) return { wrong: written }
    seats.push(written)
  }
  return { is: { ...of, seats } }
}

function writeSeat(
  seat: Seat,
  column: "lettersThere" | "attendance" | "third",
  part: string,
  own: string,
): Seat | Wrong {
  if (column === "third") return { ...seat, third: part }
  if (column === "lettersThere") {
    if (part === "") return { ...seat, letter: own }
    return isLetter(part) ? { ...seat, letter: part } : { why: "not-a-letter" }
  }
  const attendance: Attendance | null = part === "" ? attendances[0] : meant(column, part)
  return attendance === null ? { why: "not-a-word" } : { ...seat, attendance }
}
