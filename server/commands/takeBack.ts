import { and, eq, isNull } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, PassageId, SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { handIn as handIns, passage as passages, reveal, source } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { holdSource, isRevealed, revisionOf } from "./handIn"
import { endAsked } from "./weakenBlindness"

/**
 * Takes a hand-in back, as long as the other has not handed in too; afterwards never. The row is kept as withdrawn.
 * Taking back what is not handed in is refused, so that a repeated request says what it met. With the last hand-in that
 * stood, coding is no longer opened.
 */
export async function takeBack(
  services: Services,
  request: {
    readonly source: SourceId
    readonly passage: PassageId
    readonly coder: MemberId
    readonly expectedRevision: number | null
  },
): Promise<{ revision: number }> {
  const answer = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const [place] = await tx
      .select({ id: passages.id })
      .from(passages)
      .where(and(eq(passages.id, request.passage), eq(passages.source, request.source)))
    if (!place) throw new Refusal("not-found")
    if (await isRevealed(tx, request.passage)) throw new Refusal("already-revealed")
    const { revision, standing } = await revisionOf(tx, request.passage, request.coder)
    if (!standing) throw new Refusal("not-handed-in", { revision })
    if (request.expectedRevision !== null && request.expectedRevision !== revision) {
      throw new Refusal("other-revision", { revision })
    }
    await tx
      .update(handIns)
      .set({ withdrawnAt: services.clock() })
      .where(
        and(
          eq(handIns.passage, request.passage),
          eq(handIns.account, request.coder),
          isNull(handIns.withdrawnAt),
        ),
      )
    if (!(await hasBegun(tx, request.source))) await closeAgain(tx, services, request.source)
    await note(tx, services, {
      project: held.project,
      account: request.coder,
      action: "take-back",
      subject: request.source,
    })
    return { revision: revision + 1 }
  })
  await services.live.refresh(roomName({ kind: "review", source: request.source }))
  return answer
}

/** Makes of a source one that nobody has begun: its borders and policy are free, and nobody is asked to weaken it. */
async function closeAgain(tx: Db, services: Services, id: SourceId): Promise<void> {
  await endAsked(tx, services, id, "withdrawn")
  await tx.update(source).set({ codingOpenedAt: null, independent: true }).where(eq(source.id, id))
}

/** Whether anything of a source is handed in or revealed. Else it is as if nobody had ever begun (B29). */
async function hasBegun(tx: Db, id: SourceId): Promise<boolean> {
  const [standing] = await tx
    .select({ id: handIns.id })
    .from(handIns)
    .where(and(eq(handIns.source, id), isNull(handIns.withdrawnAt)))
    .limit(1)
  const [revealed] = await tx
    .select({ passage: reveal.passage })
    .from(reveal)
    .where(eq(reveal.source, id))
    .limit(1)
  return standing !== undefined || revealed !== undefined
}
