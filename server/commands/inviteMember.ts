import type { MemberId, ProjectId, ProjectRole } from "../../core/model"
import { invitation } from "../../db/schema"
import { note } from "../audit"
import type { Services } from "../services"
import { hashSecret, newSecret } from "../session"
import { normalEmail } from "../signIn"

const INVITATION_DAYS = 14

/**
 * Makes a link by which one person joins a project, whoever has it first; it is for its maker to send. The secret is
 * answered once and not kept. Whether the e-mail noted beside it has an account already makes no difference.
 */
export async function inviteMember(
  services: Services,
  request: {
    readonly project: ProjectId
    readonly by: MemberId
    readonly role: ProjectRole
    readonly email: string | null
  },
): Promise<{ id: string; secret: string; expiresAt: string }> {
  const secret = newSecret()
  const id = services.ids.newId()
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * 24 * 60 * 60 * 1000)
  await services.db.transaction(async (tx) => {
    await tx.insert(invitation).values({
      id,
      project: request.project,
      role: request.role,
      secretHash: hashSecret(secret),
      email: request.email === null ? null : normalEmail(request.email),
      createdBy: request.by,
      createdAt: services.clock(),
      expiresAt,
    })
    await note(tx, services, {
      project: request.project,
      account: request.by,
      action: "member-invited",
      subject: id,
    })
  })
  return { id, secret, expiresAt: expiresAt.toISOString() }
}
