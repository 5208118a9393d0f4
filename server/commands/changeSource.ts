import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { Blindness, MemberId, SourceId, SourceKind } from "../../core/model"
import { weakerThan } from "../../core/weakening"
import { recording, source } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import type { Context } from "./createSource"
import { holdSource } from "./handIn"

export interface SourceChange {
  readonly title?: string
  readonly kind?: SourceKind
  readonly context?: Context
  readonly blindness?: Blindness
  /** As the browser that loaded the recording measured it. */
  readonly durationMs?: number
}

/**
 * Changes what a source says of itself. Once coding has opened, how blind its coders are becomes weaker with their
 * consent only (`weakenBlindness`), and never stricter (B26).
 */
export async function changeSource(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly change: SourceChange },
): Promise<void> {
  const { durationMs, ...change } = request.change
  await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const { blindness } = change
    if (blindness !== undefined && blindness !== held.blindness && held.codingOpenedAt) {
      throw new Refusal(weakerThan(held.blindness).includes(blindness) ? "needs-consent" : "coding-opened")
    }
    if (Object.keys(change).length > 0) {
      await tx.update(source).set(change).where(eq(source.id, request.source))
    }
    if (durationMs !== undefined) {
      await tx.update(recording).set({ durationMs }).where(eq(recording.source, request.source))
    }
    await note(tx, services, {
      project: held.project,
      account: request.by,
      action: "source-changed",
      subject: request.source,
    })
  })
  await services.live.refresh(roomName({ kind: "review", source: request.source }))
}
