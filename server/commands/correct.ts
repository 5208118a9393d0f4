import { and, asc, eq, isNull } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { SavedPassageAnchor } from "../../core/anchor"
import { correctionOf, isRemark } from "../../core/correcting"
import type { MemberId, PassageId, SourceId } from "../../core/model"
import { anchorTo, edgesOf } from "../../core/ydoc/anchors"
import type { Db } from "../../db/client"
import { assignment, correction, passage as passages, reveal } from "../../db/schema"
import { heldToRead, lightenTranscript } from "../documents"
import { isErasedIn } from "../erasedSince"
import { layersOf } from "../layers"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { closeCodes } from "../sync/closeCodes"
import { applyCorrections } from "./applyCorrections"
import { demandFixedWords, type Held, holdSource } from "./handIn"

export interface CorrectionRequest {
  readonly source: SourceId
  readonly by: MemberId
  /** Where the words stand, and which they were there. */
  readonly anchor: SavedPassageAnchor
  readonly before: string
  readonly after: string
  /** Asked again under the same key, it counts once. */
  readonly key: string
}

/** `waits`: it is kept, and comes into the transcript with others, or when its passage is revealed (B15). */
export type CorrectionState = "applied" | "waits" | "dropped"

/**
 * Corrects words of a transcript that is being coded. Never blocks: it is kept at once, and comes into the transcript
 * now or, where two are blind to each other, later and unsigned (B15). Codings stay on the words that stand for theirs
 * (C32).
 */
export async function correct(
  services: Services,
  request: CorrectionRequest,
): Promise<{ id: string; state: CorrectionState }> {
  const { source: id, by, key, before, after } = request
  await lightenTranscript(services, id)
  const { row, news } = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, id)
    const known = await correctionUnder(tx, by, key)
    if (known) {
      const isSame = known.source === id && known.before === before && known.after === after
      if (!isSame) throw new Refusal("key-reused")
      return { row: known, news: null }
    }
    demandFixedWords(held)
    await demandFew(tx, request)
    const { passage, anchor } = await demandCorrectable(tx, services, request)
    const made = services.ids.newId()
    await tx.insert(correction).values({
      id: made,
      source: id,
      passage,
      account: by,
      key,
      before,
      after,
      anchor,
      createdAt: services.clock(),
    })
    const news = await applyWhatIsDue(tx, services, id, held)
    const [row] = await tx.select().from(correction).where(eq(correction.id, made))
    return { row: row!, news }
  })
  if (news) await tellCorrected(services, id, news)
  return { id: row.id, state: stateOf(row) }
}

/** Puts into a transcript what is due of it; for after a reveal, and now and then. */
export async function correctWhatIsDue(services: Services, id: SourceId): Promise<void> {
  const news = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, id)
    return held.transcribing ? null : applyWhatIsDue(tx, services, id, held)
  })
  if (news) await tellCorrected(services, id, news)
}

/** The same for every source in which something waits: what a crash cut short. */
export async function finishCorrections(services: Services): Promise<void> {
  const open = await services.db
    .selectDistinct({ id: correction.source })
    .from(correction)
    .where(and(isNull(correction.version), isNull(correction.droppedAt)))
  for (const { id } of open) {
    try {
      await correctWhatIsDue(services, id)
    } catch (error) {
      services.log.error({ err: error }, "a transcript is not corrected yet; it will be tried again")
    }
  }
}

export const stateOf = (
  row: Pick<typeof correction.$inferSelect, "version" | "droppedAt">,
): CorrectionState => (row.version !== null ? "applied" : row.droppedAt ? "dropped" : "waits")

async function correctionUnder(tx: Db, by: MemberId, key: string) {
  const [row] = await tx
    .select()
    .from(correction)
    .where(and(eq(correction.account, by), eq(correction.key, key)))
  return row ?? null
}

/** Far more than anybody corrects in one transcript before it is revealed; they come into it at once. */
const MOST_WAITING = 500

async function demandFew(tx: Db, { source: id, by }: CorrectionRequest): Promise<void> {
  const own = await tx
    .select({ id: correction.id })
    .from(correction)
    .where(and(waitingIn(id), eq(correction.account, by)))
    .limit(MOST_WAITING)
  if (own.length === MOST_WAITING) throw new Refusal("too-many-corrections", { most: MOST_WAITING })
}

/**
 * The passage whose words are to be corrected, and where they stand, said anew: what a stranger says of a place may hold
 * anything. Refuses what is no correction, or not of what stands there.
 */
async function demandCorrectable(
  tx: Db,
  services: Pick<Services, "collector" | "heldDocs">,
  { source: id, anchor, before, after }: CorrectionRequest,
) {
  const { doc, text } = await heldToRead(tx, services, id)
  const span = edgesOf(doc)(anchor)
  const words = span && text.slice(span.from, span.to)
  if (!span || words !== before) throw new Refusal("words-changed")
  const { start, end } = anchorTo(doc, text, span)
  const rows = await tx.select().from(passages).where(eq(passages.source, id))
  const place = rows.find(({ from, to }) => from <= span.from && span.to <= to)
  if (!place || !correctionOf(text, span, after)) throw new Refusal("not-a-correction")
  return { passage: place.id, anchor: { start, end } }
}

const waitingIn = (id: SourceId) =>
  and(eq(correction.source, id), isNull(correction.version), isNull(correction.droppedAt))

/**
 * How many corrections of one coder come into a blind transcript together, at least: one alone tells when and where they
 * are. Those of another do not count: who has two waiting would learn of the third as it is made.
 */
const TOGETHER = 3

/** The update that brings what was due into the transcript; null where nothing was. */
async function applyWhatIsDue(
  tx: Db,
  services: Pick<Services, "clock" | "collector">,
  id: SourceId,
  held: Held,
): Promise<Uint8Array | null> {
  const waiting = await tx
    .select()
    .from(correction)
    .where(waitingIn(id))
    .orderBy(asc(correction.createdAt), asc(correction.id))
  if (waiting.length === 0) return null
  const isBlind = await blindnessOf(tx, id, held)
  const now = waiting.filter((row) => !isBlind(row))
  const unsigned = waiting.filter((row) => isBlind(row) && !isRemark(row.before, row.after))
  const together = unsigned.filter(
    ({ account }) => unsigned.filter((row) => row.account === account).length >= TOGETHER,
  )
  const due = [...now, ...together]
  return due.length === 0 ? null : applyCorrections(tx, services, id, held, due)
}

/** Whether a correction would tell one coder of another what is not revealed. */
async function blindnessOf(tx: Db, id: SourceId, { blindness }: Held) {
  const coders = await tx.select().from(assignment).where(eq(assignment.source, id))
  const shown = await tx.select({ passage: reveal.passage }).from(reveal).where(eq(reveal.source, id))
  const revealed = new Set<PassageId>(shown.map(({ passage }) => passage))
  const isCoder = new Set(coders.map(({ account }) => account))
  return ({ account, passage }: { readonly account: MemberId; readonly passage: PassageId }) =>
    blindness !== "open" && coders.length > 1 && isCoder.has(account) && !revealed.has(passage)
}

async function tellCorrected(
  services: Pick<Services, "db" | "live">,
  id: SourceId,
  news: Uint8Array,
): Promise<void> {
  const { db, live } = services
  // Quotes that come in there are checked by a transcript that is not today's any more (S65).
  if (await isErasedIn(services, id))
    for (const layer of await layersOf(db, id)) await live.forget(layer, closeCodes.restart)
  await live.receive(roomName({ kind: "source", source: id }), news)
  await live.refresh(roomName({ kind: "review", source: id }))
}
