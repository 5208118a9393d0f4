/** A project's figures as tables: one fact a column, plain numbers, and why there is none listed beside them. */
import type { Figure, Mean } from "../figure"
import type { Interval } from "../interval"
import type { SegmentAgreement } from "../segments"
import type { ShownAgreement } from "./answer"
import { namesIn } from "./labels"
import { ofCodes, ofDocuments, ofPairs, ofUnmatched } from "./tablesOfCodes"
import { ofConfusion, ofOverall, ofParameters, ofStrata, ofWarnings } from "./tablesOverall"
import type { UnmatchedWords } from "./unmatched"

export const agreementTables = [
  "parameters",
  "overall",
  "pairs",
  "codes",
  "use",
  "code-pairs",
  "documents",
  "document-codes",
  "along",
  "unmatched",
  "confusion",
  "strata",
  "warnings",
  "undefined",
] as const
export type AgreementTable = (typeof agreementTables)[number]

export type Cell = string | number | null

export interface Table {
  readonly name: AgreementTable
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What a column says of a row; a figure becomes its value, an estimate its interval besides. */
export type Fact = Cell | Figure | (Figure & { readonly interval: Interval })
export type Facts = Readonly<Record<string, Fact>>

export interface Sheet {
  readonly name: AgreementTable
  /** How many of the first columns say which row it is. */
  readonly keys: number
  readonly rows: readonly Facts[]
}

/** `unmatched`: all of them; the answer has the first. */
export function tablesOf(
  answer: Omit<ShownAgreement, "methods">,
  unmatched: readonly UnmatchedWords[],
): Table[] {
  const names = namesIn(answer)
  const sheets: Sheet[] = [
    ofParameters(answer),
    ...ofOverall(answer, names),
    ...ofCodes(answer, names),
    ofPairs(answer, names),
    ...ofDocuments(answer, names),
    ofUnmatched(unmatched, names),
    ofConfusion(answer, names),
    ofStrata(answer),
    ofWarnings(answer, names),
  ]
  const tables = sheets.map(tabled)
  const order = (table: Table) => agreementTables.indexOf(table.name)
  return [...tables, ofUndefined(sheets)].sort((a, b) => order(a) - order(b))
}

function tabled({ name, rows }: Sheet): Table {
  const columns = Object.entries(rows[0] ?? {}).flatMap(([column, fact]) =>
    isEstimate(fact) ? [column, `${column}_low`, `${column}_high`] : [column],
  )
  return { name, columns, rows: rows.map((row) => Object.values(row).flatMap(cellsOf)) }
}

function cellsOf(fact: Fact): Cell[] {
  if (!isFigure(fact)) return [fact]
  return isEstimate(fact) ? [fact.value, fact.interval.low, fact.interval.high] : [fact.value]
}

function ofUndefined(sheets: readonly Sheet[]): Table {
  const rows = sheets.flatMap(({ name, keys, rows }) =>
    rows.flatMap((row) => {
      const which = Object.values(row).slice(0, keys).join(" · ")
      return Object.entries(row).flatMap(([column, fact]) =>
        isFigure(fact) && fact.value === null ? [[name, which, column, fact.reason]] : [],
      )
    }),
  )
  return { name: "undefined", columns: ["table", "row", "column", "because"], rows }
}

const isFigure = (fact: Fact): fact is Figure => typeof fact === "object" && fact !== null
const isEstimate = (fact: Fact): fact is Figure & { readonly interval: Interval } =>
  isFigure(fact) && "interval" in fact

export const meanFacts = (name: string, { mean, defined, of }: Mean): Facts => ({
  [name]: mean,
  [`${name}_defined`]: defined,
  [`${name}_of`]: of,
})

export const segmentFacts = (name: string, { agreed, total, observed, kappa }: SegmentAgreement): Facts => ({
  [`${name}_agreed`]: agreed,
  [`${name}_total`]: total,
  [`${name}_observed`]: observed,
  [`${name}_kappa`]: kappa,
})
