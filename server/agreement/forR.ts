/** A long table with three lines of R whose result is ours. */
import { strToU8, zipSync } from "fflate"
import type { ShownAgreement } from "../../core/agreement/project/answer"
import type { Computed } from "../../core/agreement/project/compute"
import { namesIn } from "../../core/agreement/project/labels"
import { type LongRow, longRows, longTable } from "../../core/agreement/project/longTable"
import type { PairAgreement } from "../../core/agreement/result"
import { harmless, table } from "../exports/table"
import { NotMade } from "./job"

export const MOST_ROWS = 1_000_000
const LONG_AGO = new Date(1980, 0, 1)
const columns = ["document", "unit", "length", "coder", "code", "value"] as const satisfies (keyof LongRow)[]

type Answer = Omit<ShownAgreement, "methods">

export function forR(answer: Answer, computed: Computed): Uint8Array {
  const files = { "units.csv": unitsCsv(answer, computed), "agreement.R": script(answer) }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: LONG_AGO,
  })
}

function unitsCsv(answer: Answer, computed: Computed): string {
  const rows = longRows(computed)
  if (rows > MOST_ROWS)
    throw new NotMade([
      {
        path: "codes",
        message: `the table would have ${rows} rows, and ${MOST_ROWS} are the most: choose fewer codes or sources, or a larger unit`,
      },
    ])
  const names = namesIn(answer)
  const cells = [...longTable(computed)].map(({ document, unit, length, coder, code, value }) => [
    names.document(document),
    unit,
    length,
    names.coder(coder),
    names.code(code),
    value,
  ])
  return table([columns, ...cells])
}

/** Cohen's κ of one code, by one pair: the code with most in common among those that have one. */
function script(answer: Answer): string {
  const chosen = exampleOf(answer)
  const names = namesIn(answer)
  const { unit } = answer.asked
  const about = [
    "# Binôme: a row for each unit, coder and code; value is 1 where the coder put the code on the unit.",
    `# Unit: ${unit}. length: ${unit === "character" ? "characters between two borders of codings, all coded alike" : "1"}.`,
    "# A coder who did not finish a document has no rows in it.",
    "",
  ]
  if (chosen === null) return [...about, "# No pair of coders has a kappa here.", ""].join("\n")
  const { code, pair } = chosen
  const inR = (label: string) => JSON.stringify(harmless(label))
  const [first, second] = [inR(names.coder(pair.first)), inR(names.coder(pair.second))]
  return [
    ...about,
    `# Cohen's kappa (1960) of ${inR(names.code(code))}, ${first} and ${second}: Binôme says ${pair.cohenKappa.value}`,
    `d <- subset(read.csv("units.csv", fileEncoding = "UTF-8-BOM"), code == ${inR(names.code(code))})`,
    `w <- merge(subset(d, coder == ${first}), subset(d, coder == ${second}), by = c("document", "unit", "length"))`,
    `p <- prop.table(xtabs(length ~ factor(value.x, 0:1) + factor(value.y, 0:1), w)); e <- sum(rowSums(p) * colSums(p)); print((sum(diag(p)) - e) / (1 - e), digits = 15)`,
    "",
  ].join("\n")
}

export function exampleOf({ figures }: Answer): { code: string; pair: PairAgreement } | null {
  const defined = figures.codes.flatMap(({ code, pairs }) =>
    pairs.filter(({ cohenKappa }) => cohenKappa.value !== null).map((pair) => ({ code, pair })),
  )
  return defined.reduce<(typeof defined)[number] | null>(
    (best, each) => (best === null || each.pair.table.both > best.pair.table.both ? each : best),
    null,
  )
}
