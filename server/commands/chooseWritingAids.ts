import { and, eq } from "drizzle-orm"
import type { MemberId, ProjectId } from "../../core/model"
import { type AidsChange, changedAbbreviations, MOST_ABBREVIATIONS } from "../../core/writingAids"
import { account, membership } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"

/**
 * Keeps what somebody chose to write quicker. With the account and not on the device: who signs out at the library finds
 * it again at home, and leaves nothing of it there. Keys are the person's; abbreviations stay in their project, because they
 * hold names of its participants, and are erased with these. Of abbreviations only those change that are named: a page that
 * was open while words were erased does not bring them back.
 */
export async function chooseWritingAids(
  { db }: Services,
  request: { readonly project: ProjectId; readonly by: MemberId; readonly aids: AidsChange },
): Promise<void> {
  const { project, by, aids } = request
  await db.transaction(async (tx) => {
    if (aids.keys) await tx.update(account).set({ keys: aids.keys }).where(eq(account.id, by))
    if (!aids.abbreviations) return
    const own = and(eq(membership.project, project), eq(membership.account, by))
    const [known] = await tx
      .select({ abbreviations: membership.abbreviations })
      .from(membership)
      .where(own)
      .for("update")
    const abbreviations = changedAbbreviations(known?.abbreviations ?? [], aids.abbreviations)
    if (abbreviations.length > MOST_ABBREVIATIONS) {
      const message = `at most ${MOST_ABBREVIATIONS}`
      throw new Refusal("invalid-body", { errors: [{ path: "abbreviations", message }] })
    }
    await tx.update(membership).set({ abbreviations }).where(own)
  })
}
