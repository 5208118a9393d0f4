/** What was asked about how blind a source's coders are to each other, and who consented (B26–B28). */
import { sql } from "drizzle-orm"
import { pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { Blindness } from "../../core/model"
import { at, createdAt, id } from "./columns"
import { source } from "./material"

/** A weaker policy asked for. One at a time in a source; what has ended is kept. */
export const weakening = pgTable(
  "weakening",
  {
    id: id(),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    to: text().$type<Blindness>().notNull(),
    askedBy: text().notNull(),
    createdAt: createdAt(),
    endedAt: at(),
    ended: text().$type<"in-force" | "declined" | "withdrawn" | "others-assigned">(),
  },
  (table) => [uniqueIndex("weakening_asked").on(table.source).where(sql`${table.endedAt} is null`)],
)

export const weakeningConsent = pgTable(
  "weakening_consent",
  {
    weakening: text()
      .notNull()
      .references(() => weakening.id, { onDelete: "cascade" }),
    account: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.weakening, table.account] })],
)
