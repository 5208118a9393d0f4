import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import { type Anchor, isLost } from "../../core/anchor"
import { placeAfter } from "../../core/erasing"
import type { ProjectId } from "../../core/model"
import { anchorTo, resolverOf } from "../../core/ydoc/anchors"
import { memberCheck, memberComment, source as sources } from "../../db/schema"
import type { LoadedTranscript } from "../documents"
import type { Services } from "../services"
import type { Erasing } from "./erasing"

/**
 * What participants' comments quote: each is quoted anew from the words that are left, since it may have been written
 * when others stood there. One whose words are gone keeps none (K7).
 */
export async function eraseComments(
  { tx, source, before, pieces, mark }: Erasing,
  after: LoadedTranscript,
): Promise<void> {
  const rows = await tx
    .select({ id: memberComment.id, anchor: memberComment.anchor })
    .from(memberComment)
    .innerJoin(memberCheck, eq(memberCheck.id, memberComment.check))
    .where(eq(memberCheck.source, source))
  const standing = resolverOf(before.doc, before.text)
  for (const { id, anchor } of rows) {
    if (!anchor) continue
    const span = standing(anchor)
    const now: Anchor = isLost(span)
      ? { ...anchor, quote: mark, prefix: "", suffix: "" }
      : anchorTo(after.doc, after.text, placeAfter(pieces, span))
    await tx.update(memberComment).set({ anchor: now }).where(eq(memberComment.id, id))
  }
}

/** Pages that show what participants wrote ask for it again. */
export async function refreshComments(
  { db, live }: Pick<Services, "db" | "live">,
  project: ProjectId,
): Promise<void> {
  const rows = await db.select({ id: sources.id }).from(sources).where(eq(sources.project, project))
  for (const { id } of rows) await live.refresh(roomName({ kind: "comments", source: id }))
}
