import { and, count, eq, isNull } from "drizzle-orm"
import { roomName } from "../../core/access"
import { isOpen, LONGEST_COMMENT, MOST_COMMENTS, shownTurns } from "../../core/memberCheck"
import { isId, type SourceId } from "../../core/model"
import { storable } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { turnsAt } from "../../core/ydoc/turnPlaces"
import type { Db } from "../../db/client"
import { erasure, memberCheck, memberComment } from "../../db/schema"
import { note } from "../audit"
import { heldToRead, lightenTranscript } from "../documents"
import { beginErasure } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { hashSecret } from "../session"
import { holdSource } from "./handIn"

/** What a participant writes about a turn that they are shown, or about the whole. */
export interface CommentRequest {
  readonly secret: string
  /** The page's own name for what is written in one of its fields. */
  readonly key: string
  /** The turn, as `placeOfTurn` names it; null: the whole. Left alone where the comment is there already. */
  readonly place: string | null
  readonly body: string
}

/** Keeps a comment, or what it says now. Refuses as not found where the link leads nowhere (K3). */
export async function saveMemberComment(services: Services, request: CommentRequest): Promise<void> {
  const body = storable(request.body).trim()
  const isFit = body !== "" && body.length <= LONGEST_COMMENT && isId(request.key)
  const source = await sourceOf(services, request.secret)
  await lightenTranscript(services, source)
  await services.db.transaction(async (tx) => {
    const held = await holdLink(tx, request.secret)
    demandNotReturned(held)
    if (!isFit) throw new Refusal("invalid-body", { errors: [{ path: "body", message: "a few words" }] })
    const own = and(eq(memberComment.check, held.id), eq(memberComment.key, request.key))
    const at = services.clock()
    const [there] = await tx.select({ body: memberComment.body }).from(memberComment).where(own)
    if (there) {
      if (there.body === body) return
      // What was done was done about other words.
      const untouched = { outcome: null, outcomeNote: "", handledBy: null, handledAt: null }
      await tx
        .update(memberComment)
        .set({ ...untouched, body, changedAt: at })
        .where(own)
      return
    }
    const [made] = await tx
      .select({ comments: count() })
      .from(memberComment)
      .where(eq(memberComment.check, held.id))
    if (made!.comments >= MOST_COMMENTS) throw new Refusal("too-many-comments", { most: MOST_COMMENTS })
    const anchor = request.place === null ? null : await anchorAt(tx, services, held, request.place)
    const row = { id: services.ids.newId(), check: held.id, key: request.key, anchor, body }
    await tx.insert(memberComment).values({ ...row, createdAt: at, changedAt: at })
  })
  await services.live.refresh(roomName({ kind: "comments", source }))
}

/** Takes a comment back: it is gone at once, and off the disk within the hour. */
export async function removeMemberComment(
  services: Services,
  request: Pick<CommentRequest, "secret" | "key">,
): Promise<void> {
  const written = await services.db.transaction(async (tx) => {
    const held = await holdLink(tx, request.secret)
    demandNotReturned(held)
    const gone = await tx
      .delete(memberComment)
      .where(and(eq(memberComment.check, held.id), eq(memberComment.key, storable(request.key))))
      .returning({ id: memberComment.id })
    const { source, project } = held
    if (gone.length === 0) return source
    // One at a time: whoever holds a link does not have the files rewritten as often as they like.
    const begun = and(eq(erasure.source, source), eq(erasure.what, "comment"), isNull(erasure.finishedAt))
    const [waits] = await tx.select({ id: erasure.id }).from(erasure).where(begun).limit(1)
    if (!waits) await beginErasure(tx, services, { project, source, what: "comment", by: null, files: [] })
    return source
  })
  await services.live.refresh(roomName({ kind: "comments", source: written }))
}

/** Its reader has finished: nothing is changed any more. */
export async function returnMemberCheck(
  services: Services,
  { secret }: Pick<CommentRequest, "secret">,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const held = await holdLink(tx, secret)
    if (held.returnedAt) return
    await tx.update(memberCheck).set({ returnedAt: services.clock() }).where(eq(memberCheck.id, held.id))
    const returned = { account: null, action: "member-check-returned" } as const
    await note(tx, services, { ...returned, project: held.project, subject: held.source })
  })
}

/** The source first, as whatever erases its words holds it. */
async function holdLink(tx: Db, secret: string) {
  const { project } = await holdSource(tx, await sourceOf({ db: tx }, secret))
  const which = eq(memberCheck.secretHash, hashSecret(secret))
  const [link] = await tx.select().from(memberCheck).where(which).for("update")
  if (!link || !isOpen(link, new Date())) throw new Refusal("not-found")
  return { ...link, project }
}

async function sourceOf({ db }: Pick<Services, "db">, secret: string): Promise<SourceId> {
  const [link] = await db
    .select({
      source: memberCheck.source,
      expiresAt: memberCheck.expiresAt,
      revokedAt: memberCheck.revokedAt,
    })
    .from(memberCheck)
    .where(eq(memberCheck.secretHash, hashSecret(secret)))
  if (!link || !isOpen(link, new Date())) throw new Refusal("not-found")
  return link.source
}

function demandNotReturned({ returnedAt }: { readonly returnedAt: Date | null }): void {
  if (returnedAt) throw new Refusal("already-returned")
}

/** The turn that a place names, of those this link shows, held by its words. */
async function anchorAt(
  tx: Db,
  services: Services,
  link: Pick<typeof memberCheck.$inferSelect, "source" | "speaker" | "scope">,
  place: string,
) {
  const { doc, text, turns } = await heldToRead(tx, services, link.source)
  const turn = turnsAt(doc, turns)(place)
  if (!turn || !shownTurns(turns, link).includes(turn)) throw new Refusal("words-changed")
  return anchorTo(doc, text, turn)
}
