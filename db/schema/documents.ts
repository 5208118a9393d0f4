/** The log of the Y.Docs, and the audit trail. */
import { bigint, boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { bytea, createdAt, id } from "./columns"

export const docRoom = pgTable("doc_room", {
  room: text().primaryKey(),
  head: bigint({ mode: "number" }).notNull().default(0),
  /** How often what was appended was replaced: to make the log shorter, or to take words out of it. */
  rewrites: integer().notNull().default(0),
  /** Erased: nothing is appended to it ever again, not even what was on its way. */
  gone: boolean().notNull().default(false),
})

export const docUpdate = pgTable(
  "doc_update",
  {
    room: text().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    data: bytea().notNull(),
    member: text(),
    session: text(),
    at: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.room, table.seq] })],
)

export const audit = pgTable(
  "audit",
  {
    id: id(),
    project: text(),
    account: text(),
    action: text().notNull(),
    subject: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project)],
)
