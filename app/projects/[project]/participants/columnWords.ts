import { headingOf } from "../../../../core/participants/blocks"
import { type Column, isFixed, variableOf } from "../../../../core/participants/cells"
import type { Sample } from "../../../../core/participants/model"
import { type Language, tableWords } from "../../../../core/participants/words"

/** What stands above a column. */
export function headingIn(column: Column, sample: Sample, language: Language): string {
  if (isFixed(column)) return tableWords[language].columns[column]
  const variable = variableOf(column, sample)
  return variable ? headingOf(variable) : ""
}

/** The words a column has, to choose from; none where it has no words of its own. */
export function optionsOf(column: Column, sample: Sample, language: Language): readonly string[] {
  const words = tableWords[language]
  switch (column) {
    case "recruitment":
    case "attendance":
    case "consent":
    case "withdrawal":
      return Object.values(words[column])
    case "events":
      return sample.events.map(({ title }) => title)
    default: {
      const variable = variableOf(column, sample)
      if (variable?.kind === "yesNo") return Object.values(words.yesNo)
      return variable?.choices ?? []
    }
  }
}
