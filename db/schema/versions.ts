/** A transcript as it stood at a moment while it was written together (C33). */
import { index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { Transcript } from "../../core/model"
import { createdAt, id } from "./columns"
import { source } from "./material"

/** `opened`: when it was opened to corrections. `named`: kept by a person. `restoring`: before it was brought back. */
export type VersionKind = "opened" | "named" | "restoring"

export const textVersion = pgTable(
  "text_version",
  {
    id: id(),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    kind: text().$type<VersionKind>().notNull(),
    /** What it was called; of one kept before another was brought back, what that was called, if it was. */
    name: text(),
    account: text().notNull(),
    /** Chosen by who asked, so that asking again counts once. */
    key: text().notNull(),
    transcript: jsonb().$type<Transcript>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.source), uniqueIndex().on(table.account, table.key)],
)
