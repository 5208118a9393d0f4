/** What a project wants to know of its participants, and what becomes of their values when that changes. */
import { keptValue, readValue } from "./cells"
import {
  isNumeric,
  LONGEST_UNIT,
  LONGEST_VARIABLE,
  MOST_CHOICES,
  type Participant,
  type Value,
  type Variable,
  type VariableKind,
} from "./model"
import { readNumber, readYesNo } from "./readers"
import { fixedNamed, folded } from "./words"

/** What is said of a variable, as it is kept: a unit for numbers alone, options for a choice alone, each once. */
export function tidied(said: Omit<Variable, "id" | "order">): Omit<Variable, "id" | "order"> {
  const line = (text: string, most: number) => text.replace(/\s+/gu, " ").trim().slice(0, most)
  const options = said.choices
    .map((choice) => line(choice, LONGEST_VARIABLE))
    .filter((choice) => choice !== "")
  const choices = options.filter(
    (choice, place) => options.findIndex((other) => folded(other) === folded(choice)) === place,
  )
  return {
    name: line(said.name, LONGEST_VARIABLE),
    kind: said.kind,
    unit: isNumeric(said.kind) ? line(said.unit, LONGEST_UNIT) : "",
    choices: said.kind === "choice" ? choices.slice(0, MOST_CHOICES) : [],
  }
}

/** Why something cannot be a variable beside others: what stands above its column names no other. */
export function wrongWith(
  said: Omit<Variable, "order">,
  others: readonly Pick<Variable, "id" | "name">[],
): "name-missing" | "choices-missing" | "name-taken" | null {
  if (said.name === "") return "name-missing"
  if (said.kind === "choice" && said.choices.length === 0) return "choices-missing"
  const isTaken = others.some(({ id, name }) => id !== said.id && folded(name) === folded(said.name))
  return isTaken || fixedNamed(said.name) ? "name-taken" : null
}

/** Values of a variable as it will be. */
export interface Carried {
  /** By participant; those that are not in it have none. */
  readonly values: ReadonlyMap<string, Value>
  /** How many cannot be said any more. */
  readonly lost: number
}

/** Carries values over to what a variable becomes; an option that was named anew takes its values along. */
export function carriedOver(
  before: Variable,
  after: Variable,
  participants: readonly Participant[],
): Carried {
  const renamed = before.kind === "choice" && after.kind === "choice" ? renamedOptions(before, after) : null
  const values = new Map<string, Value>()
  let lost = 0
  for (const { id, values: all } of participants) {
    const value = all[before.id]
    if (value === undefined) continue
    const text = keptValue(value)
    const read = renamed?.get(text) ?? readValue(text, after)
    const isKept = read !== null && typeof read !== "object"
    // A beginning may stand for an option that is typed, and not for one that was chosen.
    const isSame = after.kind !== "choice" || renamed?.has(text) || folded(`${read}`) === folded(text)
    if (isKept && isSame) values.set(id, read)
    else lost++
  }
  return { values, lost }
}

/** Options that stand where another stood, neither of which is anywhere else. */
function renamedOptions({ choices: before }: Variable, { choices: after }: Variable): Map<string, string> {
  if (before.length !== after.length) return new Map()
  return new Map(
    before.flatMap((option, place) => {
      const now = after[place]!
      const isNew = !before.includes(now) && !after.includes(option)
      return isNew ? [[option, now] as const] : []
    }),
  )
}

/** The kind that all of some texts can be read as, and the options they come to: for a column that is new. */
export function guessed(texts: readonly string[]): Pick<Variable, "kind" | "choices"> {
  const said = texts.map((text) => text.trim()).filter((text) => text !== "")
  const all = (kind: VariableKind) => ({ kind, choices: [] })
  if (said.length === 0) return all("text")
  const numbers = said.map((text) => readNumber(text))
  if (numbers.every((number) => number !== null))
    return all(numbers.every((number) => Number.isInteger(number)) ? "whole" : "decimal")
  if (said.every((text) => readYesNo(text) !== null)) return all("yesNo")
  const options = said.filter(
    (text, place) => said.findIndex((one) => folded(one) === folded(text)) === place,
  )
  const isFew = options.length <= 12 && options.length * 4 <= said.length * 3
  return isFew ? { kind: "choice", choices: options } : all("text")
}
