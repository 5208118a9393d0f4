/** Member check: personal links by which participants read what they said, and what they write about it. */
import { index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { Anchor } from "../../core/anchor"
import type { CheckScope, Outcome } from "../../core/memberCheck"
import { at, createdAt, id } from "./columns"
import { source } from "./material"

export const memberCheck = pgTable(
  "member_check",
  {
    id: id(),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    /** Who it is for: a speaker of the transcript, never a name. */
    speaker: text().notNull(),
    scope: text().$type<CheckScope>().notNull(),
    /** Of its secret, which is kept nowhere. */
    secretHash: text().notNull().unique(),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    revokedAt: at(),
    firstOpenedAt: at(),
    lastOpenedAt: at(),
    /** When its reader said to have finished. */
    returnedAt: at(),
  },
  (table) => [index().on(table.source)],
)

export const memberComment = pgTable(
  "member_comment",
  {
    id: id(),
    check: text()
      .notNull()
      .references(() => memberCheck.id, { onDelete: "cascade" }),
    /** Chosen by the page it is written on, so that sending again counts once. */
    key: text().notNull(),
    /** The turn it is about, with its words as they stood; null: the whole. */
    anchor: jsonb().$type<Anchor>(),
    body: text().notNull(),
    createdAt: createdAt(),
    changedAt: at().notNull(),
    /** What the coders did about it; null: nothing yet. */
    outcome: text().$type<Outcome>(),
    outcomeNote: text().notNull().default(""),
    handledBy: text(),
    handledAt: at(),
  },
  (table) => [uniqueIndex().on(table.check, table.key)],
)
