import { and, desc, eq, gt, isNull } from "drizzle-orm"
import type { MemberId } from "../../core/model"
import { session } from "../../db/schema"
import type { Services } from "../services"

/** A person's open sessions or tokens, the latest first; never their secrets. */
export async function sessionsOf({ db }: Pick<Services, "db">, by: MemberId, kind: "cookie" | "token") {
  const rows = await db
    .select({
      id: session.id,
      label: session.label,
      mayWrite: session.mayWrite,
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
    })
    .from(session)
    .where(
      and(
        eq(session.account, by),
        eq(session.kind, kind),
        isNull(session.revokedAt),
        gt(session.expiresAt, new Date()),
      ),
    )
    .orderBy(desc(session.createdAt))
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}
