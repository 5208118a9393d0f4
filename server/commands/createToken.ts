import type { MemberId } from "../../core/model"
import { session } from "../../db/schema"
import { note } from "../audit"
import type { Services } from "../services"
import { hashSecret, newSecret } from "../session"

/**
 * Makes a personal access token: by script, all its owner may do, or all they may read (S47). The secret is answered
 * once and not kept.
 */
export async function createToken(
  services: Services,
  request: {
    readonly account: MemberId
    readonly label: string
    readonly days: number
    readonly mayWrite?: boolean
  },
): Promise<{ id: string; secret: string; label: string; mayWrite: boolean; expiresAt: string }> {
  const { mayWrite = true } = request
  const id = services.ids.newId()
  const secret = `binome_${newSecret()}`
  const expiresAt = new Date(Date.now() + request.days * 24 * 60 * 60 * 1000)
  await services.db.transaction(async (tx) => {
    await tx.insert(session).values({
      id,
      account: request.account,
      kind: "token",
      secretHash: hashSecret(secret),
      label: request.label,
      mayWrite,
      expiresAt,
    })
    await note(tx, services, {
      project: null,
      account: request.account,
      action: "token-created",
      subject: id,
    })
  })
  return { id, secret, label: request.label, mayWrite, expiresAt: expiresAt.toISOString() }
}
