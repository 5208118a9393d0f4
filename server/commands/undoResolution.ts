import { eq } from "drizzle-orm"
import type { MemberId } from "../../core/model"
import type { GroupId } from "../../core/reading"
import { merge, resolution } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { closeCodebook, holdCodebook } from "./codebookRevision"
import { deliberate } from "./deliberation"

/**
 * Reopens what was decided: a consensus by either coder, a ruling by the supervisor who gave it. The decision stays
 * in the history; a merge it made is undone with it.
 */
export async function undoResolution(
  services: Services,
  request: { readonly disagreement: GroupId; readonly by: MemberId },
): Promise<void> {
  await deliberate(services, { ...request, key: null, action: "undid-resolution" }, async (about) => {
    const decided = about.said.resolution
    if (!decided) throw new Refusal("nothing-to-undo")
    const may =
      decided.how === "consensus" ? about.under.coders.includes(request.by) : decided.by.includes(request.by)
    if (!may) throw new Refusal("not-allowed")
    const [row] = await about.tx
      .update(resolution)
      .set({ undoneAt: about.at, undoneBy: request.by })
      .where(eq(resolution.id, decided.id))
      .returning({ merge: resolution.merge })
    if (!row?.merge) return
    await about.tx
      .update(merge)
      .set({ undoneAt: about.at, undoneBy: request.by })
      .where(eq(merge.id, row.merge))
    const { revision } = await holdCodebook(about.tx, about.project)
    await closeCodebook(
      about.tx,
      services,
      about.project,
      request.by,
      revision + 1,
      "merge-undone",
      row.merge,
    )
  })
}
