import { and, eq, isNull, ne } from "drizzle-orm"
import { account, session } from "../../db/schema"
import { note } from "../audit"
import { hashPassword } from "../password"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import type { Caller } from "../session"
import { checkPassword } from "../signIn"

export interface AccountChange {
  readonly name?: string
  readonly locale?: "fr" | "en"
  readonly password?: { readonly current: string; readonly next: string }
}

/** Changes one's own name, language or password. A new password ends all other sessions and tokens. */
export async function changeAccount(
  services: Services,
  request: { readonly by: Caller; readonly change: AccountChange },
): Promise<void> {
  const { by } = request
  const { password, ...change } = request.change
  const next = password && { password: await newPassword(services, by, password) }
  const ended = await services.db.transaction(async (tx) => {
    const set = { ...change, ...next }
    if (Object.keys(set).length > 0) await tx.update(account).set(set).where(eq(account.id, by.id))
    await note(tx, services, { project: null, account: by.id, action: "account-changed", subject: by.id })
    if (!next) return []
    return tx
      .update(session)
      .set({ revokedAt: new Date() })
      .where(and(eq(session.account, by.id), ne(session.id, by.session), isNull(session.revokedAt)))
      .returning({ id: session.id })
  })
  for (const { id } of ended) services.live.closeSession(id)
}

async function newPassword(
  services: Services,
  by: Caller,
  { current, next }: { current: string; next: string },
) {
  const given = { email: by.email, password: current, from: `account ${by.id}` }
  const same = await checkPassword(services, given).catch(() => {
    throw new Refusal("too-many-attempts")
  })
  if (!same) throw new Refusal("not-allowed", { reason: "the current password is another" })
  return hashPassword(next)
}
