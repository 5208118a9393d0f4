import { eq } from "drizzle-orm"
import { type Anchor, isLost } from "../../core/anchor"
import { placeAfter } from "../../core/erasing"
import { anchorTo, resolverOf } from "../../core/ydoc/anchors"
import { memberCheck, memberComment } from "../../db/schema"
import type { LoadedTranscript } from "../documents"
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
