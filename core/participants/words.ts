/**
 * The words of the table of participants. They are part of its format: what is exported in one language is read again in
 * both.
 */
import type { Attendance, Consent, Recruitment, VariableKind, Withdrawal } from "./model"

export type Language = "fr" | "en"

export const fixedColumns = [
  "letter",
  "recruitment",
  "why",
  "events",
  "lettersThere",
  "attendance",
  "third",
  "consent",
  "consentOn",
  "sheet",
  "withdrawal",
  "withdrawnOn",
] as const
export type FixedColumn = (typeof fixedColumns)[number]

export interface TableWords {
  readonly columns: Readonly<Record<FixedColumn, string>>
  readonly recruitment: Readonly<Record<Recruitment, string>>
  readonly attendance: Readonly<Record<Attendance, string>>
  readonly consent: Readonly<Record<Consent, string>>
  readonly withdrawal: Readonly<Record<Withdrawal, string>>
  readonly kinds: Readonly<Record<VariableKind, string>>
  readonly yesNo: Readonly<Record<"yes" | "no", string>>
}

const french: TableWords = {
  columns: {
    letter: "Lettre",
    recruitment: "Recrutement",
    why: "Motif du refus",
    events: "Entretien ou groupe",
    lettersThere: "Lettre sur place",
    attendance: "Présence",
    third: "Tiers présent",
    consent: "Consentement",
    consentOn: "Date du consentement",
    sheet: "Note d’information",
    withdrawal: "Retrait",
    withdrawnOn: "Date du retrait",
  },
  recruitment: { approached: "sollicité·e", recruited: "recruté·e", refused: "refus" },
  attendance: {
    expected: "attendu·e",
    came: "venu·e",
    late: "en retard",
    absent: "absent·e",
    declined: "s’est désisté·e",
  },
  consent: { none: "pas encore", oral: "oral", written: "écrit" },
  withdrawal: { none: "aucun", "no-further-use": "plus d’utilisation", erasure: "tout effacer" },
  kinds: { whole: "nombre entier", decimal: "nombre", choice: "choix", yesNo: "oui ou non", text: "texte" },
  yesNo: { yes: "oui", no: "non" },
}

const english: TableWords = {
  columns: {
    letter: "Letter",
    recruitment: "Recruitment",
    why: "Why they refused",
    events: "Interview or group",
    lettersThere: "Letter there",
    attendance: "Attendance",
    third: "Third person present",
    consent: "Consent",
    consentOn: "Date of consent",
    sheet: "Information sheet",
    withdrawal: "Withdrawal",
    withdrawnOn: "Date of withdrawal",
  },
  recruitment: { approached: "approached", recruited: "recruited", refused: "refused" },
  attendance: { expected: "expected", came: "came", late: "late", absent: "absent", declined: "dropped out" },
  consent: { none: "none yet", oral: "oral", written: "written" },
  withdrawal: { none: "none", "no-further-use": "no further use", erasure: "erase everything" },
  kinds: { whole: "whole number", decimal: "number", choice: "choice", yesNo: "yes or no", text: "text" },
  yesNo: { yes: "yes", no: "no" },
}

export const tableWords: Readonly<Record<Language, TableWords>> = { fr: french, en: english }

/** The same for all ways to write a word that are one word: case, accents, apostrophes, white space. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("’", "'")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase()
}

/** The column that a heading stands for, in either language or by its name; else null. */
export function fixedNamed(heading: string): FixedColumn | null {
  const named = (column: FixedColumn) => [
    column,
    ...Object.values(tableWords).map(({ columns }) => columns[column]),
  ]
  const said = folded(heading)
  return fixedColumns.find((column) => named(column).some((each) => folded(each) === said)) ?? null
}

type Closed = "recruitment" | "attendance" | "consent" | "withdrawal" | "yesNo"

/** The value that a word stands for, in either language, by its name, or by a beginning that no other has; else null. */
export function meant<List extends Closed>(list: List, text: string): keyof TableWords[List] | null {
  const all = Object.values(tableWords).flatMap((words) =>
    Object.entries(words[list]).flatMap(([value, word]) =>
      [value, ...written(word as string)].map((each) => ({ value: value as keyof TableWords[List], each })),
    ),
  )
  return oneOf(all, text)
}

/** The one that is written so, or that alone begins so; null where none is, or several begin so. */
export function oneOf<Value>(all: readonly { value: Value; each: string }[], text: string): Value | null {
  const said = folded(text)
  if (said === "") return null
  const whole = all.find(({ each }) => folded(each) === said)
  if (whole) return whole.value
  const begun = new Set(all.filter(({ each }) => folded(each).startsWith(said)).map(({ value }) => value))
  return begun.size === 1 ? [...begun][0]! : null
}

/** « venu·e » is written « venu » and « venue », too. */
const written = (word: string) => [word, word.replace("·", ""), word.replace(/·\p{L}+/u, "")]
