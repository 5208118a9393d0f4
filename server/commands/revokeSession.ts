import { and, eq, isNull } from "drizzle-orm"
import { session } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"

/**
 * Ends one session or token of one's own: its next request is a stranger's, and its open sockets are closed for good.
 * Somebody else's session is not found. Ending it twice changes nothing.
 */
export async function revokeSession(
  services: Services,
  request: { readonly session: string; readonly account: string },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const own = and(eq(session.id, request.session), eq(session.account, request.account))
    const [row] = await tx.select({ id: session.id }).from(session).where(own)
    if (!row) throw new Refusal("not-found")
    const ended = await tx
      .update(session)
      .set({ revokedAt: new Date() })
      .where(and(own, isNull(session.revokedAt)))
      .returning({ kind: session.kind })
    if (ended[0]) {
      const action = ended[0].kind === "token" ? "token-revoked" : "signed-out"
      await note(tx, services, { project: null, account: request.account, action, subject: request.session })
    }
  })
  services.live.closeSession(request.session)
}
