import type { AuditAction } from "../core/audit"
import type { Db } from "../db/client"
import { audit } from "../db/schema"
import type { Services } from "./services"

/**
 * Notes who did what to which thing. Never what it said: the trail is readable, and nothing in it may break
 * blindness.
 */
export async function note(
  db: Db,
  { ids, clock }: Pick<Services, "ids" | "clock">,
  entry: {
    readonly project: string | null
    readonly account: string | null
    readonly action: AuditAction
    readonly subject: string
  },
): Promise<void> {
  await db.insert(audit).values({ id: ids.newId(), createdAt: clock(), ...entry })
}
