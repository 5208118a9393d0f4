/** Who was asked to take part in the demo's study. A day is told by how many before the demo begins it was. */
import type { FixedColumn } from "../../../../core/participants/words"

export const demoVariables = [
  { id: "age", name: "Âge", kind: "whole", unit: "ans", choices: [] },
  { id: "gender", name: "Genre", kind: "choice", unit: "", choices: ["femme", "homme"] },
  { id: "settled", name: "Installation", kind: "whole", unit: "ans", choices: [] },
  {
    id: "practice",
    name: "Exercice",
    kind: "choice",
    unit: "",
    choices: ["seul·e", "cabinet de groupe", "maison de santé", "remplacements"],
  },
  { id: "place", name: "Milieu", kind: "choice", unit: "", choices: ["rural", "semi-rural", "urbain"] },
  { id: "trainer", name: "Maître de stage", kind: "yesNo", unit: "", choices: [] },
] as const

type VariableKey = (typeof demoVariables)[number]["id"]
export type DemoValues = Readonly<Partial<Record<VariableKey, string>>>

export interface DemoParticipant {
  readonly letter: string
  /** As they are kept, but for days: `consentOn` and `withdrawnOn` are so many days ago. */
  readonly said: Readonly<Partial<Record<Exclude<FixedColumn, "letter">, string>>>
  readonly values: DemoValues
}

const values = (
  age: string,
  gender: string,
  settled: string,
  practice: string,
  place: string,
  trainer: string,
): DemoValues => ({ age, gender, settled, practice, place, trainer })

const inGroup = (lettersThere: string, attendance: string) => ({
  recruitment: "recruited",
  events: "Groupe 1",
  lettersThere,
  attendance,
  consent: "written",
  consentOn: "9",
  sheet: "v2",
})
const interviewed = (events: string, consentOn: string, sheet: string) => ({
  recruitment: "recruited",
  events,
  attendance: "came",
  consent: "written",
  consentOn,
  sheet,
})

export const demoParticipants: readonly DemoParticipant[] = [
  {
    letter: "M1",
    said: inGroup("A", "came"),
    values: values("58", "femme", "27", "cabinet de groupe", "semi-rural", "yes"),
  },
  {
    letter: "M2",
    said: inGroup("B", "came"),
    values: values("44", "femme", "12", "maison de santé", "rural", "yes"),
  },
  {
    letter: "M3",
    said: { ...inGroup("C", "came"), withdrawal: "no-further-use", withdrawnOn: "4" },
    values: values("61", "homme", "30", "seul·e", "urbain", "no"),
  },
  {
    letter: "M4",
    said: inGroup("D", "came"),
    values: values("36", "femme", "2", "cabinet de groupe", "semi-rural", "no"),
  },
  {
    letter: "M5",
    said: inGroup("E", "late"),
    values: values("49", "homme", "17", "maison de santé", "rural", "no"),
  },
  {
    letter: "M6",
    said: { ...inGroup("F", "absent"), consentOn: "16" },
    values: values("39", "femme", "6", "maison de santé", "urbain", "yes"),
  },
  {
    letter: "M7",
    said: interviewed("Entretien M7", "34", "v1"),
    values: values("52", "homme", "16", "cabinet de groupe", "semi-rural", "no"),
  },
  {
    letter: "M8",
    said: { ...interviewed("Entretien M8", "20", "v2"), third: "une infirmière, à la fin" },
    values: values("37", "homme", "5", "maison de santé", "rural", "yes"),
  },
  {
    letter: "M9",
    said: { recruitment: "refused", why: "pas le temps en ce moment" },
    values: { gender: "homme", practice: "seul·e", place: "rural" },
  },
  {
    letter: "M10",
    said: { recruitment: "refused", why: "ne se sent pas concernée" },
    values: { gender: "femme", practice: "remplacements", place: "urbain" },
  },
  {
    letter: "M11",
    said: { recruitment: "recruited", consent: "oral", consentOn: "2", sheet: "v2" },
    values: { age: "33", gender: "femme", practice: "remplacements", place: "urbain", trainer: "no" },
  },
  { letter: "M12", said: {}, values: { gender: "homme", place: "semi-rural" } },
]
