import path from "node:path"
import { fileURLToPath } from "node:url"
import type { NodePgDatabase } from "drizzle-orm/node-postgres"
import { migrate as migrateNode } from "drizzle-orm/node-postgres/migrator"
import type { PgliteDatabase } from "drizzle-orm/pglite"
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator"
import type { Database } from "./client"

/** Brings a database to the current schema; does nothing when it is there already. */
export async function migrate({ db, kind }: Database, migrationsFolder = ownMigrations()): Promise<void> {
  if (kind === "postgres") await migrateNode(db as unknown as NodePgDatabase, { migrationsFolder })
  else await migratePglite(db as unknown as PgliteDatabase, { migrationsFolder })
}

/** Beside this file in development; beside the working directory when the server is one bundled file. */
export function ownMigrations(): string {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return path.basename(here) === "db" ? path.join(here, "migrations") : path.resolve("db/migrations")
}
