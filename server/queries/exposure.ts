import { and, eq } from "drizzle-orm"
import type { MemberId, SourceId } from "../../core/model"
import type { Exposure } from "../../core/reading"
import type { Db } from "../../db/client"
import { exposure, reveal } from "../../db/schema"

/** What a coder had seen of a source's comparison up to now: counts, never which. */
export async function exposureOf(
  db: Db,
  source: SourceId,
  coder: MemberId,
  codebookRevision: number,
): Promise<Exposure> {
  const revealed = await db.select({ passage: reveal.passage }).from(reveal).where(eq(reveal.source, source))
  const seen = await db
    .select({ what: exposure.what })
    .from(exposure)
    .where(and(eq(exposure.source, source), eq(exposure.account, coder)))
  return {
    revealed: revealed.length,
    opened: seen.filter((row) => row.what === "opened").length,
    discussed: seen.filter((row) => row.what === "discussed").length,
    codebookRevision,
  }
}
