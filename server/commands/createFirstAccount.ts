import { and, eq, isNull } from "drizzle-orm"
import type { MemberId } from "../../core/model"
import { account, invitation } from "../../db/schema"
import { note } from "../audit"
import { hashPassword } from "../password"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { hashSecret } from "../session"
import { holdInvitation } from "./acceptInvitation"
import { insertAccount, type NewAccount } from "./insertAccount"

/** Makes the first account of an empty installation, by the link that its start printed. Works once. */
export async function createFirstAccount(
  services: Services,
  request: { readonly secret: string } & NewAccount,
): Promise<{ id: MemberId }> {
  const password = await hashPassword(request.password)
  return services.db.transaction(async (tx) => {
    const link = await holdInvitation(
      tx,
      and(eq(invitation.secretHash, hashSecret(request.secret)), isNull(invitation.project)),
    )
    const [somebody] = await tx.select({ id: account.id }).from(account).limit(1)
    if (somebody) throw new Refusal("invitation-used")
    const id = await insertAccount(tx, services, request, password)
    await tx
      .update(invitation)
      .set({ usedAt: services.clock(), usedBy: id })
      .where(eq(invitation.id, link.id))
    await note(tx, services, { project: null, account: id, action: "first-account-created", subject: id })
    return { id }
  })
}
