/** The columns that most tables share. */
import { sql } from "drizzle-orm"
import { customType, text, timestamp } from "drizzle-orm/pg-core"

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" })

/** A random id, the row's own (B17). */
export const id = () => text().primaryKey()

export const at = () => timestamp({ withTimezone: true, mode: "date" })

/** The server's time. */
export const createdAt = () => at().notNull().default(sql`now()`)
