/** The codes and every change to them. */
import { boolean, doublePrecision, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { at, createdAt, id } from "./columns"
import { project } from "./people"

export const code = pgTable(
  "code",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    name: text().notNull(),
    parent: text(),
    codable: boolean().notNull().default(true),
    definition: text().notNull().default(""),
    useWhen: text().notNull().default(""),
    doNotUseWhen: text().notNull().default(""),
    example: text().notNull().default(""),
    colour: text(),
    order: doublePrecision().notNull().default(0),
    originMember: text(),
    originSource: text(),
    /** Of a suggested code: what its maker calls it in their layer. */
    suggestedAs: text(),
    removed: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project)],
)

/** One change of one field of one code, with what was before: history and undo. */
export const codeChange = pgTable(
  "code_change",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    revision: integer().notNull(),
    code: text().notNull(),
    field: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    by: text().notNull(),
    /** The change that this one takes back. */
    undoes: text(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project, table.revision)],
)

export const merge = pgTable(
  "merge",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    how: text().$type<"merging" | "relating">().notNull(),
    from: text().notNull(),
    into: text().notNull(),
    by: text().notNull(),
    createdAt: createdAt(),
    undoneAt: at(),
    undoneBy: text(),
  },
  (table) => [index().on(table.project)],
)
