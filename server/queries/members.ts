import { and, asc, eq, gt, isNull } from "drizzle-orm"
import type { MemberId, ProjectId, ProjectRole } from "../../core/model"
import { account, invitation, membership, project } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { hashSecret } from "../session"
import { normalEmail } from "../signIn"

export interface MemberEntry {
  readonly id: MemberId
  readonly name: string
  readonly email: string
  readonly role: ProjectRole
  readonly joinedAt: string
}

/** The people of a project, in the order in which they came. Never when somebody was last there (B9). */
export async function membersOf(
  { db }: Pick<Services, "db">,
  id: ProjectId,
): Promise<readonly MemberEntry[]> {
  const rows = await db
    .select({
      id: account.id,
      name: account.name,
      email: account.email,
      role: membership.role,
      joinedAt: membership.joinedAt,
    })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.account))
    .where(and(eq(membership.project, id), isNull(membership.leftAt)))
    .orderBy(asc(membership.joinedAt), asc(account.id))
  return rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }))
}

/** The members meant by these ids or e-mail addresses, in this order; refused where one is no member's. */
export async function membersNamed(
  services: Pick<Services, "db">,
  project: ProjectId,
  named: readonly string[],
): Promise<MemberId[]> {
  const members = await membersOf(services, project)
  return named.map((one) => {
    const found = members.find(({ id, email }) => id === one || email === normalEmail(one))
    if (!found) throw new Refusal("not-a-coder", { member: one })
    return found.id
  })
}

/** Invitations that can still be followed; for owners. Their secrets are not kept. */
export async function openInvitations({ db }: Pick<Services, "db">, id: ProjectId) {
  const rows = await db
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .where(
      and(
        eq(invitation.project, id),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, new Date()),
      ),
    )
    .orderBy(asc(invitation.createdAt), asc(invitation.id))
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }))
}

/** What whoever holds an invitation's link may know before following it. */
export async function invitationBy(
  { db }: Pick<Services, "db">,
  secret: string,
): Promise<{ project: string; role: ProjectRole; email: string | null }> {
  const [row] = await db
    .select({
      project: project.name,
      role: invitation.role,
      email: invitation.email,
      usedAt: invitation.usedAt,
      revokedAt: invitation.revokedAt,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .innerJoin(project, eq(project.id, invitation.project))
    .where(eq(invitation.secretHash, hashSecret(secret)))
  if (!row) throw new Refusal("not-found")
  if (row.usedAt || row.revokedAt || row.expiresAt <= new Date()) throw new Refusal("invitation-used")
  return { project: row.project, role: row.role, email: row.email }
}

/** Whether a link to the first account still leads to it. */
export async function firstLinkStands({ db }: Pick<Services, "db">, secret: string): Promise<boolean> {
  const [row] = await db
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        eq(invitation.secretHash, hashSecret(secret)),
        isNull(invitation.project),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, new Date()),
      ),
    )
  return row !== undefined
}
