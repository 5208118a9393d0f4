import { and, eq, isNull } from "drizzle-orm"
import type { MemberId, ProjectId } from "../../core/model"
import { invitation } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"

/** Takes back an invitation that nobody has followed yet. */
export async function revokeInvitation(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId; readonly invitation: string },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const taken = await tx
      .update(invitation)
      .set({ revokedAt: services.clock() })
      .where(
        and(
          eq(invitation.id, request.invitation),
          eq(invitation.project, request.project),
          isNull(invitation.usedAt),
          isNull(invitation.revokedAt),
        ),
      )
      .returning({ id: invitation.id })
    if (taken.length === 0) throw new Refusal("not-found")
    const { project, by, invitation: subject } = request
    await note(tx, services, { project, account: by, action: "invitation-revoked", subject })
  })
}
