import { and, count, eq, inArray, isNull } from "drizzle-orm"
import {
  type CheckScope,
  MOST_CHECK_DAYS,
  MOST_CHECKS,
  type Outcome,
  participantsOf,
  USUAL_CHECK_DAYS,
} from "../../core/memberCheck"
import type { MemberId, SourceId, SpeakerId } from "../../core/model"
import { memberCheck, memberComment } from "../../db/schema"
import { note } from "../audit"
import { loadWords } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { hashSecret, newSecret } from "../session"
import { holdSource } from "./handIn"

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Makes a link by which one participant reads what was written of them in one source. The secret is answered once and not
 * kept; it is for its maker to send (K1).
 */
export async function makeMemberCheck(
  services: Services,
  request: {
    readonly source: SourceId
    readonly by: MemberId
    readonly speaker: SpeakerId
    readonly scope: CheckScope
    readonly days?: number
  },
): Promise<{ id: string; secret: string; expiresAt: string }> {
  const { source, by, speaker, scope, days = USUAL_CHECK_DAYS } = request
  const { speakers, turns } = await loadWords(services, source)
  if (!participantsOf(speakers, turns).some(({ id }) => id === speaker)) throw new Refusal("unknown-speaker")
  const secret = newSecret()
  const id = services.ids.newId()
  const expiresAt = new Date(Date.now() + Math.min(days, MOST_CHECK_DAYS) * DAY_MS)
  await services.db.transaction(async (tx) => {
    const { project } = await holdSource(tx, source)
    const [made] = await tx.select({ links: count() }).from(memberCheck).where(eq(memberCheck.source, source))
    if (made!.links >= MOST_CHECKS) throw new Refusal("too-many-links", { most: MOST_CHECKS })
    const row = { id, source, speaker, scope, secretHash: hashSecret(secret), expiresAt }
    await tx.insert(memberCheck).values({ ...row, createdBy: by, createdAt: services.clock() })
    await note(tx, services, { project, account: by, action: "member-check-made", subject: source })
  })
  return { id, secret, expiresAt: expiresAt.toISOString() }
}

/** Ends a link at once, whatever it was used for; what came by it stays (K2). */
export async function revokeMemberCheck(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly check: string },
): Promise<void> {
  const which = eq(memberCheck.id, request.check)
  if ((await revoke(services, request, which)) === 0) throw new Refusal("not-found")
}

/** Ends all links of one participant of a source, as for who withdraws. Answers how many there were. */
export async function revokeLinksOf(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly speaker: SpeakerId },
): Promise<number> {
  return revoke(services, request, eq(memberCheck.speaker, request.speaker))
}

function revoke(
  services: Services,
  { source, by }: { readonly source: SourceId; readonly by: MemberId },
  which: ReturnType<typeof eq>,
): Promise<number> {
  return services.db.transaction(async (tx) => {
    const { project } = await holdSource(tx, source)
    const ended = await tx
      .update(memberCheck)
      .set({ revokedAt: services.clock() })
      .where(and(which, eq(memberCheck.source, source), isNull(memberCheck.revokedAt)))
      .returning({ id: memberCheck.id })
    for (const _ of ended)
      await note(tx, services, { project, account: by, action: "member-check-revoked", subject: source })
    return ended.length
  })
}

/** Says what was done about a comment; null: nothing yet. */
export async function handleMemberComment(
  services: Services,
  request: {
    readonly source: SourceId
    readonly by: MemberId
    readonly comment: string
    readonly outcome: Outcome | null
    readonly note: string
  },
): Promise<void> {
  const { source, by, outcome } = request
  await services.db.transaction(async (tx) => {
    const { project } = await holdSource(tx, source)
    const ofSource = tx.select({ id: memberCheck.id }).from(memberCheck).where(eq(memberCheck.source, source))
    const now = outcome === null ? null : services.clock()
    const handled = await tx
      .update(memberComment)
      .set({
        outcome,
        outcomeNote: outcome === null ? "" : request.note,
        handledBy: now && by,
        handledAt: now,
      })
      .where(and(eq(memberComment.id, request.comment), inArray(memberComment.check, ofSource)))
      .returning({ id: memberComment.id })
    if (handled.length === 0) throw new Refusal("not-found")
    await note(tx, services, { project, account: by, action: "member-comment-handled", subject: source })
  })
}
