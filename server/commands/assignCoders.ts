import { and, eq, inArray, isNull } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, ProjectId, Side, SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { assignment, handIn, membership } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { mayCode } from "./changeMember"
import { holdSource } from "./handIn"
import { endAsked } from "./weakenBlindness"

const sides: readonly Side[] = ["a", "b"]

/**
 * Says who codes a source: one or two members, in the order in which they are shown. Once coding has opened, who has
 * something handed in keeps their place and the number of coders stays; one who has not may be replaced.
 */
export async function assignCoders(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly coders: readonly MemberId[] },
): Promise<void> {
  const before = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const standing = await tx.select().from(assignment).where(eq(assignment.source, request.source))
    if (held.codingOpenedAt) await refuseToDisturb(tx, request, standing)
    await tx.delete(assignment).where(eq(assignment.source, request.source))
    if (!sameCoders(standing, request.coders)) await endAsked(tx, services, request.source, "others-assigned")
    const at = services.clock()
    await insertAssignments(tx, { ...request, project: held.project, at })
    await note(tx, services, {
      project: held.project,
      account: request.by,
      action: "coders-assigned",
      subject: request.source,
    })
    return standing.map(({ account }) => account)
  })
  for (const coder of new Set([...before, ...request.coders])) services.live.closeMember(coder)
  await services.live.refresh(roomName({ kind: "review", source: request.source }))
}

/** Part of the commands that assign: each must be a member who may code, and no more than two. */
export async function insertAssignments(
  tx: Db,
  {
    source,
    project,
    coders,
    at,
  }: {
    readonly source: SourceId
    readonly project: ProjectId
    readonly coders: readonly MemberId[]
    readonly at: Date
  },
): Promise<void> {
  if (coders.length === 0) throw new Refusal("no-coder")
  if (coders.length > sides.length) throw new Refusal("too-many-coders")
  const members = await tx
    .select({ account: membership.account, role: membership.role })
    .from(membership)
    .where(
      and(
        eq(membership.project, project),
        inArray(membership.account, [...coders]),
        isNull(membership.leftAt),
      ),
    )
  const able = new Set(members.filter(({ role }) => mayCode(role)).map(({ account }) => account))
  const unable = coders.find((coder, index) => !able.has(coder) || coders.indexOf(coder) !== index)
  if (unable !== undefined) throw new Refusal("not-a-coder", { member: unable })
  await tx
    .insert(assignment)
    .values(coders.map((account, index) => ({ source, account, side: sides[index]!, createdAt: at })))
}

function sameCoders(
  standing: readonly { readonly account: MemberId }[],
  asked: readonly MemberId[],
): boolean {
  return standing.length === asked.length && standing.every(({ account }) => asked.includes(account))
}

async function refuseToDisturb(
  tx: Db,
  request: { readonly source: SourceId; readonly coders: readonly MemberId[] },
  standing: readonly { readonly account: MemberId; readonly side: Side }[],
): Promise<void> {
  if (request.coders.length !== standing.length) throw new Refusal("coding-opened")
  const handed = await tx
    .selectDistinct({ account: handIn.account })
    .from(handIn)
    .where(and(eq(handIn.source, request.source), isNull(handIn.withdrawnAt)))
  for (const { account } of handed) {
    const side = standing.find((each) => each.account === account)?.side
    if (side && request.coders[sides.indexOf(side)] !== account) throw new Refusal("coding-opened")
  }
}
