/** A block of cells that comes from a spreadsheet, and what it says to the table of participants. */
import { type Column, columnOf, columnsOf } from "./cells"
import type { Change, Edit } from "./edits"
import {
  foldedLetter,
  isNumeric,
  type Participant,
  type Sample,
  type Variable,
  type VariableKind,
} from "./model"
import { guessed } from "./variables"
import { fixedNamed, folded } from "./words"

/** The cells of a text, row by row: with tabs as a spreadsheet copies them, or as CSV with whatever separates there. */
export function cellsIn(text: string): string[][] {
  const bare = text.replace(/^\uFEFF/, "")
  const [first = ""] = bare.split(/\r?\n/, 1)
  const separator = ["\t", ";", ","].find((sign) => outsideQuotes(first).includes(sign)) ?? ","
  const rows: string[][] = [[""]]
  let isQuoted = false
  for (let at = 0; at < bare.length; at++) {
    const sign = bare[at]!
    const row = rows.at(-1)!
    const cell = row.at(-1)!
    if (isQuoted) {
      if (sign !== '"') row[row.length - 1] = cell + sign
      else if (bare[at + 1] === '"') {
        row[row.length - 1] = `${cell}"`
        at++
      } else isQuoted = false
    } else if (sign === '"' && cell === "") isQuoted = true
    else if (sign === separator) row.push("")
    else if (sign === "\n") rows.push([""])
    else if (sign !== "\r") row[row.length - 1] = cell + sign
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ""))
}

const outsideQuotes = (line: string) => line.replace(/"([^"]|"")*"/g, "")

/** What a block would do. */
export interface Plan {
  readonly change: Required<Change>
  /** Where the block's cells go, in its order; null: nowhere. */
  readonly columns: readonly (Column | null)[]
  readonly rows: readonly {
    readonly participant: string
    readonly cells: readonly string[]
    readonly isNew: boolean
  }[]
  /** Headings that no column has. */
  readonly unknown: readonly string[]
}

interface Place {
  readonly row: number
  readonly column: number
}

interface Making {
  readonly newId: () => string
  /** Unknown headings become variables. */
  readonly withVariables: boolean
}

/** Whether the first row of a block says which column is which. */
export function hasHeadings([first = []]: readonly (readonly string[])[], sample: Sample): boolean {
  return first.some((heading) => columnNamed(heading, sample) === "letter")
}

/**
 * With headings, each row is about whom its letter says, or about somebody new. Without, it fills the table from a
 * place on, to the right and down; below its last row stand people who are new.
 */
export function planned(
  cells: readonly (readonly string[])[],
  sample: Sample,
  from: Place,
  making: Making,
): Plan {
  return hasHeadings(cells, sample)
    ? byHeadings(cells, sample, making)
    : fromPlace(cells, sample, from, making)
}

function byHeadings(cells: readonly (readonly string[])[], sample: Sample, making: Making): Plan {
  const [headings = [], ...rest] = cells
  const known = headings.map((heading) => columnNamed(heading, sample))
  const isUnknown = (heading: string, place: number) => known[place] === null && heading.trim() !== ""
  const unknown = headings.filter(isUnknown)
  const made = new Map<number, Variable>()
  if (making.withVariables) {
    let order = sample.variables.at(-1)?.order ?? 0
    for (const [place, heading] of headings.entries()) {
      if (!isUnknown(heading, place)) continue
      order++
      const of = guessed(rest.map((row) => row[place] ?? ""))
      made.set(place, { id: making.newId(), ...named(heading, of.kind), order, ...of })
    }
  }
  const columns = known.map(
    (column, place) => column ?? (made.has(place) ? columnOf(made.get(place)!) : null),
  )
  const own = columns.indexOf("letter")
  const find = finder(sample.participants)
  const whose = rest.map((row) => find(row[own] ?? ""))
  return plan(rest, columns, whose, unknown, [...made.values()], making)
}

/** Of a number its unit may stand behind the name: Âge (ans). */
function named(heading: string, kind: VariableKind): Pick<Variable, "name" | "unit"> {
  const [, name, unit] = /^(.+?)\s*\(([^()]+)\)$/u.exec(heading.trim()) ?? []
  return isNumeric(kind) && name && unit ? { name, unit } : { name: heading.trim(), unit: "" }
}

function fromPlace(cells: readonly (readonly string[])[], sample: Sample, from: Place, making: Making): Plan {
  const all = columnsOf(sample)
  const width = Math.max(0, ...cells.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, place) => all[from.column + place] ?? null)
  const whose = cells.map((_, place) => sample.participants[from.row + place] ?? null)
  return plan(cells, columns, whose, [], [], making)
}

function plan(
  cells: readonly (readonly string[])[],
  columns: readonly (Column | null)[],
  whose: readonly (Participant | null)[],
  unknown: readonly string[],
  variables: readonly Variable[],
  { newId }: Making,
): Plan {
  const rows = cells.map((row, place) => {
    const of = whose[place]
    return { participant: of?.id ?? newId(), cells: row, isNew: !of }
  })
  const edits = rows.flatMap(({ participant, cells: row, isNew }) =>
    columns.flatMap((column, place): Edit[] => {
      const text = row[place] ?? ""
      // Somebody new has a letter of their own where none is said.
      const isNothing = column === null || (isNew && text.trim() === "")
      return isNothing ? [] : [{ participant, column, text }]
    }),
  )
  const added = rows.filter(({ isNew }) => isNew).map(({ participant }) => participant)
  return { change: { variables, added, edits }, columns, rows, unknown }
}

function finder(participants: readonly Participant[]) {
  const byLetter = new Map(participants.map((one) => [foldedLetter(one.letter), one]))
  return (letter: string) => byLetter.get(foldedLetter(letter.trim())) ?? null
}

/** The column that a heading names, in either language, with its unit or without. */
function columnNamed(heading: string, { variables }: Pick<Sample, "variables">): Column | null {
  const said = folded(heading)
  const variable = variables.find(({ name, unit }) =>
    [name, headingOf({ name, unit })].some((each) => folded(each) === said),
  )
  return variable ? columnOf(variable) : fixedNamed(heading)
}

/** What stands above a variable. */
export function headingOf({ name, unit }: Pick<Variable, "name" | "unit">): string {
  return unit === "" ? name : `${name} (${unit})`
}
