import { and, eq, isNull } from "drizzle-orm"
import type { CodeId, CodingId, MemberId, PassageId, SourceId } from "../../core/model"
import type { LayerCoding, SuggestedLayerCode } from "../../core/ydoc/layer"
import type { Db } from "../../db/client"
import { assignment, handIn as handIns, passage as passages, project, reveal, source } from "../../db/schema"
import { note } from "../audit"
import { crashPoint } from "../crashPoint"
import { heldToRead, lightenTranscript, loadLayer } from "../documents"
import { exposureOf } from "../queries/exposure"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { type CodeMeant, codesMeant } from "./codesMeant"
import { cutCodings, suggestionsUsed } from "./cutCodings"
import { refreshAfterReveal, revealWhatIsDue } from "./reveal"

export interface HandInRequest {
  readonly source: SourceId
  readonly passage: PassageId
  readonly coder: MemberId
  /** As the coder's screen showed them; null: the durable state of the layer. */
  readonly codings: readonly LayerCoding[] | null
  readonly suggestedCodes: readonly SuggestedLayerCode[] | null
  readonly idempotencyKey: string
  /** The revision the coder's screen knew; null asks for no check. */
  readonly expectedRevision: number | null
}

export interface HandInAnswer {
  readonly revision: number
  /** Whether the passage is revealed now. */
  readonly revealed: boolean
  /** Ids of codings whose words are gone; they were not handed in. */
  readonly lost: readonly string[]
}

/** In one passage: comparing costs a step for each pair of codings that overlap. A careful coder makes dozens. */
const MOST_CODINGS = 1_500

/**
 * Completes a passage: records the coder's codings in it as they stand, and reveals what is due thereby. One
 * transaction that holds the source's row, so that two coders who complete at once reveal once. The same key again
 * gives the same answer and does nothing.
 */
export async function handIn(services: Services, request: HandInRequest): Promise<HandInAnswer> {
  crashPoint(services.env, "hand-in-begun")
  const layer =
    request.codings && request.suggestedCodes
      ? null
      : await loadLayer(services, request.source, request.coder)
  const codings = request.codings ?? layer?.codings ?? []
  const suggested = request.suggestedCodes ?? layer?.suggestedCodes ?? []
  const at = services.clock()
  await lightenTranscript(services, request.source)
  const { answer, revealed } = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const before = await standing(tx, request)
    if (before.repeated) return { answer: before.repeated, revealed: [] }
    demandFixedWords(held)
    // As it stands while the source is held: a correction may have come into it since this was asked.
    const transcript = await heldToRead(tx, services, request.source)
    if (request.expectedRevision !== null && request.expectedRevision !== before.revision) {
      throw new Refusal("other-revision", { revision: before.revision })
    }
    const by = { project: held.project, coder: request.coder }
    const meant = await codesMeant(tx, by, new Set(suggested.map(({ id }) => id)))
    const { codings: handed, lost } = cutCodings(codings, before.passage, transcript)
    if (handed.length > MOST_CODINGS) throw new Refusal("too-many-codings", { most: MOST_CODINGS })
    const cut = handed.map((coding) => ({ ...coding, code: demandCodable(meant(coding.code), coding.id) }))
    const used = suggestionsUsed(
      cut,
      suggested.filter(({ id }) => meant(id).is === "suggested"),
    )
    await tx.insert(handIns).values({
      id: services.ids.newId(),
      source: request.source,
      passage: request.passage,
      account: request.coder,
      revision: before.revision + 1,
      idempotencyKey: request.idempotencyKey,
      transcriptVersion: held.transcriptVersion,
      codings: cut,
      suggested: used,
      seen: await exposureOf(tx, request.source, request.coder, held.codebookRevision),
      createdAt: at,
    })
    if (!held.codingOpenedAt)
      await tx.update(source).set({ codingOpenedAt: at }).where(eq(source.id, request.source))
    await note(tx, services, {
      project: held.project,
      account: request.coder,
      action: "hand-in",
      subject: request.source,
    })
    const revealed = await revealWhatIsDue(tx, services, request.source, transcript, at)
    const answer = { revision: before.revision + 1, revealed: revealed.includes(request.passage), lost }
    return { answer, revealed }
  })
  crashPoint(services.env, "hand-in-recorded")
  await refreshAfterReveal(services, request.source, revealed)
  crashPoint(services.env, "hand-in-projected")
  return answer
}

/** Locks the source's row: whoever hands in, takes back or decides in this source waits for their turn. */
export async function holdSource(tx: Db, id: SourceId) {
  const [row] = await tx
    .select({
      project: source.project,
      blindness: source.blindness,
      independent: source.independent,
      transcriptVersion: source.transcriptVersion,
      codingOpenedAt: source.codingOpenedAt,
      transcribing: source.transcribing,
      machine: source.machine,
      codebookRevision: project.codebookRevision,
      tolerance: project.tolerance,
    })
    .from(source)
    .innerJoin(project, eq(project.id, source.project))
    .where(eq(source.id, id))
    .for("update", { of: source })
  if (!row) throw new Refusal("not-found")
  return row
}

export type Held = Awaited<ReturnType<typeof holdSource>>

/** Refuses what counts on the words of a transcript while these are being corrected (C31). */
export function demandFixedWords({ transcribing }: Pick<Held, "transcribing">): void {
  if (transcribing) throw new Refusal("being-transcribed")
}

/** The code under which a coding is handed in. */
function demandCodable(meant: CodeMeant, coding: CodingId): CodeId {
  if (meant.is === "unknown") throw new Refusal("unknown-code", { coding, codeId: meant.id })
  if (meant.is === "in-codebook" && !meant.codable) throw new Refusal("not-codable", { coding })
  return meant.id
}

async function standing(tx: Db, request: HandInRequest) {
  const [assigned] = await tx
    .select({ side: assignment.side })
    .from(assignment)
    .where(and(eq(assignment.source, request.source), eq(assignment.account, request.coder)))
  if (!assigned) throw new Refusal("not-a-coder")
  const [place] = await tx
    .select({ id: passages.id, index: passages.index, from: passages.from, to: passages.to })
    .from(passages)
    .where(and(eq(passages.id, request.passage), eq(passages.source, request.source)))
  if (!place) throw new Refusal("not-found")
  const [same] = await tx
    .select()
    .from(handIns)
    .where(and(eq(handIns.account, request.coder), eq(handIns.idempotencyKey, request.idempotencyKey)))
  if (same && same.passage !== request.passage) throw new Refusal("key-reused")
  const revealed = await isRevealed(tx, request.passage)
  if (same) {
    return {
      passage: place,
      revision: same.revision,
      repeated: { revision: same.revision, revealed, lost: [] },
    }
  }
  if (revealed) throw new Refusal("already-revealed")
  const { revision, standing } = await revisionOf(tx, request.passage, request.coder)
  if (standing) throw new Refusal("already-handed-in", { revision })
  return { passage: place, revision, repeated: null }
}

export async function isRevealed(tx: Db, passage: PassageId): Promise<boolean> {
  const rows = await tx.select({ round: reveal.round }).from(reveal).where(eq(reveal.passage, passage))
  return rows.length > 0
}

/** Counts a coder's hand-ins and take-backs of a passage; and whether one stands. */
export async function revisionOf(tx: Db, passage: PassageId, coder: MemberId) {
  const rows = await tx
    .select({ withdrawnAt: handIns.withdrawnAt })
    .from(handIns)
    .where(and(eq(handIns.passage, passage), eq(handIns.account, coder)))
  const withdrawn = rows.filter((row) => row.withdrawnAt !== null).length
  return { revision: rows.length + withdrawn, standing: rows.length > withdrawn }
}

/** The hand-ins of a source that stand, with their coders' sides. */
export async function standingHandIns(tx: Db, id: SourceId) {
  return tx
    .select({ handIn: handIns, side: assignment.side })
    .from(handIns)
    .innerJoin(
      assignment,
      and(eq(assignment.source, handIns.source), eq(assignment.account, handIns.account)),
    )
    .where(and(eq(handIns.source, id), isNull(handIns.withdrawnAt)))
}
