/** The interview guide of a project, version by version; who validated which, and which events asked from it. */
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { GuideQuestion } from "../../core/guide"
import { at, createdAt, id } from "./columns"
import { source } from "./material"
import { project } from "./people"

export const guide = pgTable(
  "guide",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    /** From 1. */
    number: integer().notNull(),
    questions: jsonb().$type<readonly GuideQuestion[]>().notNull(),
    /** Grows with each writing: who writes says which they have seen. */
    revision: integer().notNull().default(0),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    changedBy: text().notNull(),
    changedAt: at().notNull(),
  },
  (table) => [uniqueIndex().on(table.project, table.number)],
)

export const guideValidation = pgTable(
  "guide_validation",
  {
    guide: text()
      .notNull()
      .references(() => guide.id, { onDelete: "cascade" }),
    account: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.guide, table.account] })],
)

/** Which version an event asks from: one, the last that was chosen for it. */
export const guideUse = pgTable(
  "guide_use",
  {
    source: text()
      .primaryKey()
      .references(() => source.id, { onDelete: "cascade" }),
    guide: text()
      .notNull()
      .references(() => guide.id, { onDelete: "cascade" }),
    account: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.guide)],
)
