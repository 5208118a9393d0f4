import { and, eq, isNotNull, type SQL } from "drizzle-orm"
import type { MemberId, ProjectId } from "../../core/model"
import type { Db } from "../../db/client"
import { invitation, membership } from "../../db/schema"
import { note } from "../audit"
import { hashPassword } from "../password"
import { memberOf } from "../places"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { hashSecret } from "../session"
import { insertAccount, type NewAccount } from "./insertAccount"

/**
 * Lets somebody into a project by an invitation: as the account they are signed in to, or as a new one. A member who
 * follows a link keeps their role, and the link its use. Who left comes back with the role of the invitation.
 */
export async function acceptInvitation(
  services: Services,
  request: { readonly secret: string; readonly as: MemberId | NewAccount },
): Promise<{ project: ProjectId; account: MemberId }> {
  const { as } = request
  const password = typeof as === "string" ? "" : await hashPassword(as.password)
  const accepted = await services.db.transaction(async (tx) => {
    const which = and(eq(invitation.secretHash, hashSecret(request.secret)), isNotNull(invitation.project))
    const link = await holdInvitation(tx, which)
    const project = link.project!
    if (typeof as === "string" && (await memberOf({ db: tx }, project, as))) return { project, account: as }
    const by = typeof as === "string" ? as : await insertAccount(tx, services, as, password)
    const at = services.clock()
    await tx
      .insert(membership)
      .values({ project, account: by, role: link.role, joinedAt: at })
      .onConflictDoUpdate({
        target: [membership.project, membership.account],
        set: { role: link.role, joinedAt: at, leftAt: null },
      })
    await tx.update(invitation).set({ usedAt: at, usedBy: by }).where(eq(invitation.id, link.id))
    await note(tx, services, { project, account: by, action: "invitation-accepted", subject: link.id })
    return { project, account: by }
  })
  services.live.closeMember(accepted.account)
  return accepted
}

/** Locks an invitation that can still be used. Unknown ones are not found; used, expired, taken back are gone. */
export async function holdInvitation(tx: Db, which: SQL | undefined) {
  const [link] = await tx.select().from(invitation).where(which).for("update")
  if (!link) throw new Refusal("not-found")
  // The real time of day, as for sessions: see whoIs.
  if (link.usedAt || link.revokedAt || link.expiresAt <= new Date()) throw new Refusal("invitation-used")
  return link
}
