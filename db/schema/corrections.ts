/** What was corrected in a transcript while it is coded: who, when, before, after (C32, B15). */
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { SavedPassageAnchor } from "../../core/anchor"
import type { WordChange } from "../../core/correcting"
import { at, createdAt, id } from "./columns"
import { source } from "./material"

export const correction = pgTable(
  "correction",
  {
    id: id(),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    passage: text().notNull(),
    account: text().notNull(),
    /** Chosen by who asked, so that asking again counts once. */
    key: text().notNull(),
    before: text().notNull(),
    after: text().notNull(),
    /** Where the words before stand; used until it is applied. */
    anchor: jsonb().$type<SavedPassageAnchor>().notNull(),
    createdAt: createdAt(),
    /** The version of the transcript that has it; null while it waits, and where it was dropped. */
    version: integer(),
    /** In words of the passage as it was before; null until it is applied. */
    changes: jsonb().$type<WordChange[]>(),
    appliedAt: at(),
    /** When it was found that other words stood there meanwhile. */
    droppedAt: at(),
  },
  (table) => [index().on(table.source), uniqueIndex().on(table.account, table.key)],
)
