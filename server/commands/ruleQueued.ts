import { eq } from "drizzle-orm"
import type { CodeId, MemberId, ProjectId, Span } from "../../core/model"
import type { GroupId, Verdict } from "../../core/reading"
import { disagreement, source } from "../../db/schema"
import { type QueueId, queueId } from "../queries/queue"
import { reviewOf } from "../queries/review"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { rule } from "./rule"

export type QueuedVerdict =
  | Verdict
  | { readonly kind: "this-reading"; readonly code: CodeId; readonly words: Span }

/** Decides what the supervisor's queue shows under an id that names nobody. */
export async function ruleQueued(
  services: Services,
  request: {
    readonly project: ProjectId
    readonly item: QueueId
    readonly by: MemberId
    readonly verdict: QueuedVerdict
    readonly reason: string
    readonly whyNotListened: string | null
    readonly key: string | null
  },
): Promise<{ resolution: string }> {
  const behind = await disagreementBehind(services, request.project, request.item)
  const { by, reason, whyNotListened, key } = request
  const verdict = await namingSides(services, behind, request.verdict)
  return rule(services, { disagreement: behind.id, by, notedBy: null, verdict, reason, whyNotListened, key })
}

/** The disagreement that an id of the queue stands for. */
export async function disagreementBehind(
  { db }: Pick<Services, "db">,
  project: ProjectId,
  item: QueueId,
): Promise<{ id: GroupId; source: string }> {
  const rows = await db
    .select({ id: disagreement.id, source: disagreement.source })
    .from(disagreement)
    .innerJoin(source, eq(source.id, disagreement.source))
    .where(eq(source.project, project))
  const found = rows.find(({ id }) => queueId(id) === item)
  if (!found) throw new Refusal("not-found")
  return found
}

/** Two readings of one disagreement always differ in code or words, so either names its side. */
async function namingSides(
  services: Services,
  behind: { readonly id: GroupId; readonly source: string },
  verdict: QueuedVerdict,
): Promise<Verdict> {
  if (verdict.kind !== "this-reading") return verdict
  const { flags, codings } = await reviewOf(services, behind.source)
  const readings = (flags[behind.id]?.units ?? []).flatMap((unit) => codings[unit] ?? [])
  const { code, words } = verdict
  const named = readings.find(
    (each) => each.code === code && each.words.from === words.from && each.words.to === words.to,
  )
  if (!named) throw new Refusal("unknown-code", { codeId: code })
  return { kind: "reading", of: named.side }
}
