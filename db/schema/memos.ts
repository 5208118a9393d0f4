/** Memos of a project: what is known of each. What is written in it is the document of its room. */
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { MemoKind, Sharing } from "../../core/memos"
import { at, createdAt, id } from "./columns"
import { source } from "./material"
import { project } from "./people"

export const memo = pgTable(
  "memo",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    author: text().notNull(),
    kind: text().$type<MemoKind>().notNull(),
    title: text().notNull(),
    sharing: text().$type<Sharing>().notNull(),
    /** What it is about: one of the two, or nothing. With a source that is deleted it goes, like all that hangs on it. */
    source: text().references(() => source.id, { onDelete: "cascade" }),
    /** A code that was merged or removed since is still the one it was written about. */
    code: text(),
    /** Chosen by who made it, so that asking again counts once. */
    key: text().notNull(),
    createdAt: createdAt(),
    /** When one of these was changed last; what is written changes with its log. */
    changedAt: at().notNull(),
  },
  (table) => [index().on(table.project), index().on(table.source), uniqueIndex().on(table.author, table.key)],
)
