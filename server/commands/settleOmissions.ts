import { createHash } from "node:crypto"
import { and, eq, inArray } from "drizzle-orm"
import type { MemberId, SourceId } from "../../core/model"
import type { GroupId } from "../../core/reading"
import { assignment, disagreement } from "../../db/schema"
import { loadRevealed } from "../queries/revealed"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { propose } from "./propose"

/**
 * Keeps or drops several codings that one alone made, each as its own proposal, so that each has its own history and
 * undo. What gives in to the other is decided at once; the rest waits for their answer. Answers how many of each, and
 * which could not be settled and why; nothing is asked of all or nothing.
 */
export async function settleOmissions(
  services: Services,
  request: {
    readonly source: SourceId
    readonly by: MemberId
    readonly disagreements: readonly GroupId[]
    readonly keep: boolean
    readonly reason: string
    readonly key: string | null
  },
): Promise<{ resolved: number; proposed: number; refused: { disagreement: GroupId; code: string }[] }> {
  const sides = await services.db.select().from(assignment).where(eq(assignment.source, request.source))
  if (!sides.some((each) => each.account === request.by)) throw new Refusal("not-a-coder")
  const here = await services.db
    .select({ id: disagreement.id })
    .from(disagreement)
    .where(and(eq(disagreement.source, request.source), inArray(disagreement.id, [...request.disagreements])))
  const codedBy = await whoCoded(services, request.source)
  const answer = { resolved: 0, proposed: 0, refused: [] as { disagreement: GroupId; code: string }[] }
  for (const { id } of here) {
    const coded = codedBy.get(id)
    if (!coded) {
      answer.refused.push({ disagreement: id, code: "not-a-disagreement" })
      continue
    }
    const of = request.keep ? coded : coded === "a" ? "b" : "a"
    try {
      const { resolved } = await propose(services, {
        disagreement: id,
        by: request.by,
        verdict: { kind: "reading", of },
        reason: request.reason,
        oral: false,
        whyNotListened: null,
        key: request.key && keyWithin(request.key, id),
      })
      if (resolved) answer.resolved++
      else answer.proposed++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      answer.refused.push({ disagreement: id, code: error.code })
    }
  }
  return answer
}

/** The key of one proposal among those sent together. */
function keyWithin(key: string, id: GroupId): string {
  return createHash("sha256")
    .update(JSON.stringify([key, id]))
    .digest("base64url")
}

async function whoCoded(services: Services, source: SourceId): Promise<Map<GroupId, "a" | "b">> {
  const { passages } = await loadRevealed(services, source)
  return new Map(
    passages.flatMap(({ flags, rereading }) =>
      flags
        .filter((flag) => flag.kind === "omission")
        .map((flag) => [flag.group.id, rereading.units.get(flag.group.units[0]!)!.side] as const),
    ),
  )
}
