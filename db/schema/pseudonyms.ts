/** The key of a project: which name became which letter. Apart from everything that is coded, read by its owner alone. */
import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { createdAt, id } from "./columns"
import { project } from "./people"

export const pseudonym = pgTable(
  "pseudonym",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** `foldedName` of the name. */
    folded: text().notNull(),
    stands: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex().on(table.project, table.folded)],
)
