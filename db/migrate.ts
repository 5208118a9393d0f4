import { join } from "node:path"
import type { NodePgDatabase } from "drizzle-orm/node-postgres"
import { migrate as migrateNode } from "drizzle-orm/node-postgres/migrator"
import type { PgliteDatabase } from "drizzle-orm/pglite"
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator"
import type { Database } from "./client"
import { root } from "./root"

/** Brings a database to the current schema; does nothing when it is there already. */
export async function migrate({ db, kind }: Database, migrationsFolder = ownMigrations()): Promise<void> {
  if (kind === "postgres") await migrateNode(db as unknown as NodePgDatabase, { migrationsFolder })
  else await migratePglite(db as unknown as PgliteDatabase, { migrationsFolder })
}

export function ownMigrations(): string {
  return join(root, "db/migrations")
}
