/** The people of a study, as letters (core/participants): what is known of each, and what they take part in. */
import { date, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type {
  Attendance,
  Consent,
  Recruitment,
  Value,
  VariableKind,
  Withdrawal,
} from "../../core/participants/model"
import { createdAt, id } from "./columns"
import { source } from "./material"
import { account, project } from "./people"

const ofProject = () =>
  text()
    .notNull()
    .references(() => project.id, { onDelete: "cascade" })

export const participantVariable = pgTable(
  "participant_variable",
  {
    id: id(),
    project: ofProject(),
    name: text().notNull(),
    kind: text().$type<VariableKind>().notNull(),
    unit: text().notNull(),
    choices: jsonb().$type<readonly string[]>().notNull(),
    order: doublePrecision().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project)],
)

export const participant = pgTable(
  "participant",
  {
    id: id(),
    project: ofProject(),
    letter: text().notNull(),
    order: doublePrecision().notNull(),
    recruitment: text().$type<Recruitment>().notNull(),
    why: text().notNull(),
    consent: text().$type<Consent>().notNull(),
    consentOn: date({ mode: "string" }),
    sheet: text().notNull(),
    withdrawal: text().$type<Withdrawal>().notNull(),
    withdrawnOn: date({ mode: "string" }),
    /** By variable. */
    values: jsonb().$type<Readonly<Record<string, Value>>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project)],
)

/** That somebody takes part in an interview or a group. */
export const participation = pgTable(
  "participation",
  {
    participant: text()
      .notNull()
      .references(() => participant.id, { onDelete: "cascade" }),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    letter: text().notNull(),
    attendance: text().$type<Attendance>().notNull(),
    third: text().notNull(),
    /** Among those of the participant. */
    place: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.participant, table.source] }), index().on(table.source)],
)

/** The changes of the table that were done under a key of their sender's, and nothing of what they said. */
export const participantChange = pgTable(
  "participant_change",
  {
    account: text()
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    key: text().notNull(),
    project: ofProject(),
    /** The ids of who was new, by their names in the change; of variables, by the names of their columns there. */
    made: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.account, table.key] })],
)
