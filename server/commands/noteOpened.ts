import { and, eq, isNull, lt, or, sql } from "drizzle-orm"
import { memberCheck } from "../../db/schema"
import type { Services } from "../services"

const NOT_MORE_OFTEN_MS = 60_000

/** Notes that a participant's link was opened, and whether for the first time. */
export async function noteOpened(
  { db, clock }: Pick<Services, "db" | "clock">,
  { id }: { readonly id: string },
): Promise<void> {
  const at = clock()
  const before = new Date(at.getTime() - NOT_MORE_OFTEN_MS)
  const isDue = or(isNull(memberCheck.lastOpenedAt), lt(memberCheck.lastOpenedAt, before))
  const firstOpenedAt = sql`coalesce(${memberCheck.firstOpenedAt}, ${at.toISOString()}::timestamptz)`
  await db
    .update(memberCheck)
    .set({ firstOpenedAt, lastOpenedAt: at })
    .where(and(eq(memberCheck.id, id), isDue))
}
