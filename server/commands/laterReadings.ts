import { and, eq, isNull } from "drizzle-orm"
import type { Anchor } from "../../core/anchor"
import type { AuditAction } from "../../core/audit"
import type { CodeId, CodingId, MemberId, SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { assignment, code as codes, laterReading, passage as passages, reveal } from "../../db/schema"
import { note } from "../audit"
import { heldToRead, lightenTranscript } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { refreshCodebook } from "./codebookRevision"
import { cutCodings } from "./cutCodings"
import { holdSource } from "./handIn"
import { refreshAfterReveal } from "./reveal"

/**
 * Codes words that are revealed already: a later reading (round 2, 3…), seen by both at once, waiting for the other's
 * assent, never part of independent agreement. The code must stand in the codebook: there is nothing to be blind to.
 * The id asked for is a wish: where somebody else's has it, the reading gets another; one's own again does nothing.
 */
export async function addLaterReading(
  services: Services,
  request: {
    readonly source: SourceId
    readonly by: MemberId
    readonly id: CodingId | null
    readonly code: CodeId
    readonly anchor: Anchor
    readonly memo: string | null
  },
): Promise<{ id: CodingId; passages: readonly string[] }> {
  await lightenTranscript(services, request.source)
  const { id, project, made } = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const taken = request.id === null ? null : await readingWithId(tx, request.id)
    if (taken && taken.by === request.by && taken.source === request.source)
      return { id: taken.id, project: held.project, made: [taken.passage] }
    const id = request.id === null || taken ? services.ids.newId() : request.id
    const [code] = await tx
      .select({ codable: codes.codable, removed: codes.removed })
      .from(codes)
      .where(and(eq(codes.id, request.code), eq(codes.project, held.project)))
    if (!code || code.removed) throw new Refusal("unknown-code")
    if (!code.codable) throw new Refusal("not-codable")
    const coding = {
      id,
      code: request.code,
      anchor: request.anchor,
      createdAt: "",
      memo: request.memo,
      shareMemo: true,
    }
    const revealed = await tx
      .select({
        id: passages.id,
        index: passages.index,
        from: passages.from,
        to: passages.to,
        round: reveal.round,
      })
      .from(passages)
      .innerJoin(reveal, eq(reveal.passage, passages.id))
      .where(eq(passages.source, request.source))
    const transcript = await heldToRead(tx, services, request.source)
    const cuts = revealed.flatMap((passage) => {
      const { codings, lost } = cutCodings([coding], passage, transcript)
      if (lost.length > 0) throw new Refusal("lost-anchor")
      return codings.map((cut) => ({ passage, cut }))
    })
    if (cuts.length === 0) throw new Refusal("not-revealed")
    const at = services.clock()
    await tx.insert(laterReading).values(
      cuts.map(({ passage, cut }, index) => ({
        id: index === 0 ? id : services.ids.newId(),
        source: request.source,
        passage: passage.id,
        round: passage.round + 1,
        by: request.by,
        code: request.code,
        words: cut.words,
        text: cut.text,
        quote: cut.quote,
        memo: request.memo,
        createdAt: at,
      })),
    )
    await note(tx, services, {
      project: held.project,
      account: request.by,
      action: "later-reading",
      subject: id,
    })
    return { id, project: held.project, made: cuts.map(({ passage }) => passage.id) }
  })
  await refreshAfterReveal(services, request.source, [])
  await refreshCodebook(services, project)
  return { id, passages: made }
}

async function readingWithId(tx: Db, id: CodingId) {
  const [row] = await tx
    .select({
      id: laterReading.id,
      by: laterReading.by,
      source: laterReading.source,
      passage: laterReading.passage,
    })
    .from(laterReading)
    .where(eq(laterReading.id, id))
  return row ?? null
}

/** The other coder's one click of assent. */
export async function assentToLaterReading(
  services: Services,
  request: { readonly source: SourceId; readonly reading: CodingId; readonly by: MemberId },
): Promise<void> {
  await change(services, request, async (tx, row) => {
    if (row.by === request.by) throw new Refusal("own-reading")
    await tx
      .update(laterReading)
      .set({ assentBy: request.by, assentAt: services.clock() })
      .where(eq(laterReading.id, row.id))
    return "later-reading-assented"
  })
}

/** Takes one's own later reading away. */
export async function removeLaterReading(
  services: Services,
  request: { readonly source: SourceId; readonly reading: CodingId; readonly by: MemberId },
): Promise<void> {
  await change(services, request, async (tx, row) => {
    if (row.by !== request.by) throw new Refusal("not-allowed")
    await tx.update(laterReading).set({ removedAt: services.clock() }).where(eq(laterReading.id, row.id))
    return "later-reading-removed"
  })
}

async function change(
  services: Services,
  request: { readonly source: SourceId; readonly reading: CodingId; readonly by: MemberId },
  act: (tx: Db, row: typeof laterReading.$inferSelect) => Promise<AuditAction>,
): Promise<void> {
  const project = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const [row] = await tx
      .select()
      .from(laterReading)
      .where(
        and(
          eq(laterReading.id, request.reading),
          eq(laterReading.source, request.source),
          isNull(laterReading.removedAt),
        ),
      )
    const [coder] = await tx
      .select({ side: assignment.side })
      .from(assignment)
      .where(and(eq(assignment.source, request.source), eq(assignment.account, request.by)))
    if (!row || !coder) throw new Refusal("not-found")
    const action = await act(tx, row)
    const entry = { project: held.project, account: request.by, action, subject: row.id }
    await note(tx, services, entry)
    return held.project
  })
  await refreshAfterReveal(services, request.source, [])
  await refreshCodebook(services, project)
}
