import { and, eq } from "drizzle-orm"
import type { MemberId, ProjectId } from "../../core/model"
import type { WritingAids } from "../../core/writingAids"
import { account, membership } from "../../db/schema"
import type { Services } from "../services"

/** What one has chosen to write quicker: the keys wherever one is, the abbreviations of this project. Only one's own. */
export async function writingAidsOf(
  { db }: Pick<Services, "db">,
  project: ProjectId,
  member: MemberId,
): Promise<WritingAids> {
  const [row] = await db
    .select({ keys: account.keys, abbreviations: membership.abbreviations })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.account))
    .where(and(eq(membership.project, project), eq(membership.account, member)))
  return { keys: row?.keys ?? {}, abbreviations: row?.abbreviations ?? [] }
}
