/** Recordings on their way, piece by piece. */
import { bigint, index, pgTable, text } from "drizzle-orm/pg-core"
import { at, createdAt, id } from "./columns"
import { account, project } from "./people"

/**
 * One row a file that is being sent, until it is a source's recording, or nobody's. Only bytes that are on the disk
 * are `received`: whatever else its file holds was never acknowledged.
 */
export const upload = pgTable(
  "upload",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    account: text()
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    /** As its sender calls it. */
    name: text().notNull(),
    bytes: bigint({ mode: "number" }).notNull(),
    /** When the file was last changed, as its sender's device says: name, size and this tell it from others. */
    modifiedAt: bigint({ mode: "number" }).notNull(),
    received: bigint({ mode: "number" }).notNull().default(0),
    createdAt: createdAt(),
    /** When bytes last came. */
    touchedAt: at().notNull(),
  },
  (table) => [index().on(table.account)],
)
