import { and, eq, isNull } from "drizzle-orm"
import type { AuditAction } from "../../core/audit"
import type { MemberId, ProjectId, ProjectRole } from "../../core/model"
import type { Db } from "../../db/client"
import { assignment, membership, project, source } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"

interface AboutMember {
  readonly project: ProjectId
  readonly member: MemberId
  readonly by: MemberId
}

/**
 * Gives a member another role. A project keeps an owner; who is assigned to a source stays somebody who may code.
 * Their sockets close and knock again.
 */
export async function changeRole(
  services: Services,
  request: AboutMember & { readonly role: ProjectRole },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    await holdMember(tx, request, request.role)
    if (!mayCode(request.role) && (await codesSomething(tx, request))) {
      throw new Refusal("not-a-coder", { member: request.member })
    }
    await tx.update(membership).set({ role: request.role }).where(one(request))
    await noteAbout(tx, services, request, "member-role-changed")
  })
  services.live.closeMember(request.member)
}

/** A member leaves, or is made to. What they handed in stays; their sockets close, their next request is a stranger's. */
export async function removeMember(services: Services, request: AboutMember): Promise<void> {
  await services.db.transaction(async (tx) => {
    await holdMember(tx, request, null)
    await tx.update(membership).set({ leftAt: services.clock() }).where(one(request))
    await noteAbout(tx, services, request, "member-left")
  })
  services.live.closeMember(request.member)
}

/** Owners and coders code; nobody codes and supervises, and an observer watches (B12). */
export function mayCode(role: ProjectRole): boolean {
  return role === "owner" || role === "coder"
}

/** Locks the project, so that of two last owners who leave at once one stays. */
async function holdMember(tx: Db, request: AboutMember, becomes: ProjectRole | null): Promise<void> {
  await tx.select({ id: project.id }).from(project).where(eq(project.id, request.project)).for("update")
  const members = await tx
    .select({ account: membership.account, role: membership.role })
    .from(membership)
    .where(and(eq(membership.project, request.project), isNull(membership.leftAt)))
  if (!members.some(({ account }) => account === request.member)) throw new Refusal("not-found")
  const owned = members.some(({ account, role }) => role === "owner" && account !== request.member)
  if (!owned && becomes !== "owner") throw new Refusal("last-owner")
}

async function codesSomething(tx: Db, request: AboutMember): Promise<boolean> {
  const rows = await tx
    .select({ source: assignment.source })
    .from(assignment)
    .innerJoin(source, eq(source.id, assignment.source))
    .where(and(eq(assignment.account, request.member), eq(source.project, request.project)))
    .limit(1)
  return rows.length > 0
}

function one({ project, member }: AboutMember) {
  return and(eq(membership.project, project), eq(membership.account, member))
}

function noteAbout(tx: Db, services: Services, { project, by, member }: AboutMember, action: AuditAction) {
  return note(tx, services, { project, account: by, action, subject: member })
}
