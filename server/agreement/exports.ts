import { strToU8, zipSync } from "fflate"
import type { ShownAgreement } from "../../core/agreement/project/answer"
import type { Computed } from "../../core/agreement/project/compute"
import { type AgreementTable, type Table, tablesOf } from "../../core/agreement/project/tables"
import { unmatchedIn } from "../../core/agreement/project/unmatched"
import { table } from "../exports/table"
import type { Language } from "../exports/words"
import { workbook } from "../exports/xlsx"
import { forR } from "./forR"
import type { Making } from "./job"

const LONG_AGO = new Date(1980, 0, 1)

/** A file of what an answer holds. */
export function exported(
  make: Exclude<Making, { is: "json" }>,
  answer: ShownAgreement,
  computed: Computed,
): Uint8Array {
  switch (make.is) {
    case "xlsx":
      return workbook([
        ...tablesOf(answer, unmatchedIn(computed)).map((each) => ({ name: each.name, rows: rowsOf(each) })),
        { name: "methods", rows: [["language", "paragraph"], ...Object.entries(answer.methods)] },
      ])
    case "csv":
      return make.table === null ? allTables(answer, computed) : strToU8(csvOf(answer, computed, make.table))
    case "r":
      return forR(answer, computed)
    case "methods":
      return strToU8(`${answer.methods[make.language satisfies Language]}\n`)
  }
}

function allTables(answer: ShownAgreement, computed: Computed): Uint8Array {
  const files = tablesOf(answer, unmatchedIn(computed)).map(
    (each) => [`${each.name}.csv`, strToU8(table(rowsOf(each)))] as const,
  )
  return zipSync(Object.fromEntries(files), { mtime: LONG_AGO })
}

function csvOf(answer: ShownAgreement, computed: Computed, name: AgreementTable): string {
  return table(rowsOf(tablesOf(answer, unmatchedIn(computed)).find((each) => each.name === name)!))
}

const rowsOf = ({ columns, rows }: Table) => [columns, ...rows]
