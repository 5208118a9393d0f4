/** What was destroyed on purpose, and what is to be. */
import { date, index, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { at, createdAt, id } from "./columns"
import { source } from "./material"

/**
 * One row an erasure, written with it and never deleted. It refers to nothing, so that it outlives what it erased,
 * and says nothing of what that was. Until `finishedAt` bytes may still be on the disk.
 */
export const erasure = pgTable(
  "erasure",
  {
    id: id(),
    project: text().notNull(),
    source: text(),
    what: text()
      .$type<
        "words" | "recording" | "source" | "project" | "names" | "memo" | "participants" | "comment" | "guide"
      >()
      .notNull(),
    /** Null: the server itself, as planned. */
    by: text(),
    /** Keys in the recordings store that have to go. */
    files: jsonb().$type<string[]>().notNull(),
    createdAt: createdAt(),
    finishedAt: at(),
  },
  (table) => [index().on(table.source)],
)

/** Until when a source's recording is kept. The row stays when the recording is gone, and says so. */
export const retention = pgTable("retention", {
  source: text()
    .primaryKey()
    .references(() => source.id, { onDelete: "cascade" }),
  /** The first day on which it is no longer there. */
  destroyOn: date({ mode: "string" }),
  destroyedAt: at(),
  /** Null: the server itself, as planned. */
  destroyedBy: text(),
})
