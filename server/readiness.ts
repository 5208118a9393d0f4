import { sql } from "drizzle-orm"
import type { Db } from "../db/client"
import type { Disk } from "./disk"

/** Why nothing can be done here just now, for whoever may ask; null when all is well. Never rejects. */
export type Readiness = () => Promise<string | null>

const MOMENT_MS = 1_000

/**
 * Asks the database and tries the disk, once a moment however many ask: anybody may, and a trial of the disk holds up
 * everything else.
 */
export function createReadiness(
  { db, disk }: { readonly db: Db; readonly disk: Disk },
  now: () => number = () => performance.now(),
): Readiness {
  let last: { readonly at: number; readonly found: Promise<string | null> } | null = null
  const look = async () => {
    try {
      await db.execute(sql`select 1`)
      return disk.trouble()
    } catch {
      return "the database does not answer"
    }
  }
  return () => {
    if (!last || now() - last.at >= MOMENT_MS) last = { at: now(), found: look() }
    return last.found
  }
}
