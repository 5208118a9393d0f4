import path from "node:path"
import type { PGlite } from "@electric-sql/pglite"
import type { SQL } from "drizzle-orm"
import { drizzle as drizzleNode } from "drizzle-orm/node-postgres"
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core"
import { drizzle as drizzlePglite } from "drizzle-orm/pglite"
import { Pool } from "pg"
import { lockFolder } from "./lock"
import { openFolder, openMemory } from "./pglite"
import * as schema from "./schema"
import type { Surviving } from "./survive"

/** A database or a transaction, whichever engine is below: queries are written against this alone. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>

export type DatabaseAt =
  | { readonly dataDir: string }
  | { readonly url: string }
  | { readonly memory: true; readonly snapshot?: Blob }

export interface Database {
  readonly kind: "embedded" | "postgres" | "memory"
  readonly db: Db
  /** The embedded engine, for snapshots in tests; null for PostgreSQL. */
  readonly pglite: PGlite | null
  readonly close: () => Promise<void>
}

/**
 * Opens the database: embedded in `dataDir` (taken for this process alone; throws FolderInUse), PostgreSQL at
 * `url`, or in memory. It may still be empty: `migrate` brings it to the schema.
 */
export async function openDatabase(at: DatabaseAt): Promise<Database> {
  if ("url" in at) return openPostgres(at.url)
  if ("memory" in at) return inMemory(await openMemory(at.snapshot))
  const unlock = await lockFolder(at.dataDir)
  try {
    return inFolder(await openFolder(path.join(at.dataDir, "database")), unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

/** The rows of a query written by hand, as the caller says they are. */
export async function rowsOf<Row>(db: Pick<Db, "execute">, query: SQL): Promise<readonly Row[]> {
  const result = (await db.execute(query)) as unknown as { rows: Row[] }
  return result.rows
}

function inMemory(pglite: PGlite): Database {
  return { kind: "memory", db: over(pglite), pglite, close: () => pglite.close() }
}

function inFolder({ client, engine, close }: Surviving, unlock: () => Promise<void>): Database {
  return {
    kind: "embedded",
    db: over(client as PGlite),
    get pglite() {
      return engine()
    },
    close: async () => {
      await close()
      await unlock()
    },
  }
}

const over = (client: PGlite) => drizzlePglite(client, { schema, casing: "snake_case" }) as unknown as Db

function openPostgres(url: string): Database {
  const pool = new Pool({ connectionString: url, max: 10 })
  // A connection that breaks while idle is replaced by the pool; unheard, its error would end the process.
  pool.on("error", () => {})
  const db = drizzleNode(pool, { schema, casing: "snake_case" }) as unknown as Db
  return { kind: "postgres", db, pglite: null, close: () => pool.end() }
}
