import { headingOf } from "../../core/participants/blocks"
import { columnsOf, isFixed, said, variableOf } from "../../core/participants/cells"
import {
  atEvent,
  type Figures,
  type Flow,
  figuresOf,
  flowOf,
  type NumberFigures,
  share,
} from "../../core/participants/figures"
import type { Participant, Sample } from "../../core/participants/model"
import { type Language, tableWords } from "../../core/participants/words"
import { table } from "./table"

/** The table of participants, as it can be read in again: a line a person, in one language. */
export function participantsTable(sample: Sample, language: Language): string {
  const columns = columnsOf(sample)
  const headings = columns.map((column) =>
    isFixed(column) ? tableWords[language].columns[column] : headingOf(variableOf(column, sample)!),
  )
  const rows = sample.participants.map((one) => columns.map((column) => said(one, column, sample, language)))
  return table([headings, ...rows])
}

const flowColumns = [
  "approached",
  "waiting",
  "refused",
  "recruited",
  "expected",
  "absent",
  "declined",
  "leftBefore",
  "tookPart",
  "withdrew",
  "sample",
  "withThird",
] as const satisfies readonly (keyof Flow)[]

const columns = [
  "where",
  "what",
  "value",
  "n",
  "missing",
  "share",
  "mean",
  "sd",
  "median",
  "q1",
  "q3",
  "min",
  "max",
] as const
type Line = Partial<Record<(typeof columns)[number], string>>

/** Every figure of the sample, in all and in each event, a line a figure. Shares are of those who are known. */
export function figuresTable(sample: Sample, all: string): string {
  const places: [string, readonly Participant[]][] = [
    [all, sample.participants],
    ...sample.events.map(({ id, title }): [string, Participant[]] => [title, atEvent(sample, id)]),
  ]
  const lines = places
    .filter(([, people]) => people.length > 0)
    .flatMap(([where, people]) => {
      const flow = flowOf(people)
      const counts = flowColumns.map((what): Line => ({ where, what, n: `${flow[what]}` }))
      const described = sample.variables.flatMap((variable) => linesOf(figuresOf(variable, people)))
      return [...counts, ...described.map((line) => ({ ...line, where }))]
    })
  return table([columns, ...lines.map((line) => columns.map((column) => line[column] ?? ""))])
}

function linesOf(figures: Figures): Line[] {
  const { variable, n, missing } = figures
  const line: Line = { what: headingOf(variable), n: `${n}`, missing: `${missing}` }
  if (figures.of === "number") return [{ ...line, ...(figures.numbers && numbers(figures.numbers)) }]
  if (figures.of === "text") return [line]
  return figures.options.map(({ option, count }) => {
    const part = share(count, n)
    return { ...line, value: option, n: `${count}`, share: part === null ? "" : round(part) }
  })
}

function numbers({ mean, deviation, median, lower, upper, least, most }: NumberFigures): Line {
  return {
    mean: round(mean),
    sd: deviation === null ? "" : round(deviation),
    median: round(median),
    q1: round(lower),
    q3: round(upper),
    min: round(least),
    max: round(most),
  }
}

/** As long as it has to be, and no more than a measure can mean. */
const round = (value: number) => `${Number(value.toPrecision(6))}`
