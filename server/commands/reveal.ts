import { asc, eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { Passage, PassageId, SourceId } from "../../core/model"
import type { HandedIn, Reveal } from "../../core/reading"
import { deriveReveal, dueForReveal, newCodesOf } from "../../core/review"
import type { Db } from "../../db/client"
import {
  assignment,
  code as codes,
  disagreement,
  passage as passages,
  reveal,
  source as sources,
} from "../../db/schema"
import type { LoadedTranscript } from "../documents"
import { mergesOf } from "../queries/codebook"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { closeCodebook, holdCodebook, insertCode, nextOrder, refreshCodebook } from "./changeCodebook"
import { holdSource, standingHandIns } from "./handIn"

/**
 * Reveals what has become due in a source whose row the transaction holds: writes the immutable rows, the things to
 * talk about, and the new codes. The new codes of all passages that become due together enter the codebook as one
 * alphabetical batch (B17). Answers the passages revealed.
 */
export async function revealWhatIsDue(
  tx: Db,
  services: Services,
  id: SourceId,
  transcript: LoadedTranscript,
  at: Date,
): Promise<PassageId[]> {
  const held = await holdSource(tx, id)
  const places = await tx
    .select({ id: passages.id, index: passages.index, from: passages.from, to: passages.to })
    .from(passages)
    .where(eq(passages.source, id))
    .orderBy(asc(passages.index))
  const coders = await tx
    .select()
    .from(assignment)
    .where(eq(assignment.source, id))
    .orderBy(asc(assignment.side))
  const already = await tx.select({ passage: reveal.passage }).from(reveal).where(eq(reveal.source, id))
  const standing = await standingHandIns(tx, id)
  const due = dueForReveal({
    policy: held.blindness,
    passages: places.map((place) => ({
      id: place.id,
      coders: coders.map((each) => each.account),
      revealed: already.some((row) => row.passage === place.id),
    })),
    standing: standing.map(({ handIn }) => ({ passage: handIn.passage, coder: handIn.account })),
  })
  if (due.length === 0) return []
  const merges = await mergesOf(tx, held.project)
  const rows = due.map((passage) => {
    const place = places.find((each) => each.id === passage)!
    return deriveReveal({
      passage: place,
      round: 1,
      policy: held.blindness,
      independent: held.independent && held.blindness !== "open",
      text: transcript.text.slice(place.from, place.to),
      transcriptVersion: held.transcriptVersion,
      handIns: handedIn(standing, place),
      tolerance: held.tolerance,
      codebook: { revision: held.codebookRevision, merges },
      at: at.toISOString(),
    })
  })
  for (const row of rows) await writeReveal(tx, id, row, at)
  await admitNewCodes(tx, services, held.project, id, rows, at)
  return due
}

/** Tells the rooms: the review always (progress has changed), codebook and tree when something was revealed. */
export async function refreshAfterReveal(
  services: Pick<Services, "db" | "live">,
  id: SourceId,
  revealed: readonly PassageId[],
): Promise<void> {
  if (revealed.length > 0) await refreshCodebook(services, await projectOf(services.db, id))
  await services.live.refresh(roomName({ kind: "review", source: id }))
}

function handedIn(
  standing: Awaited<ReturnType<typeof standingHandIns>>,
  place: Passage,
): readonly [HandedIn] | readonly [HandedIn, HandedIn] {
  const found = standing
    .filter(({ handIn }) => handIn.passage === place.id)
    .map(({ handIn, side }) => ({
      coder: handIn.account,
      side,
      revision: handIn.revision,
      codings: handIn.codings,
      suggested: handIn.suggested,
      seen: handIn.seen,
      at: handIn.createdAt.toISOString(),
    }))
  const [one, other] = found
  if (!one) throw new RangeError("a passage due for reveal has a hand-in")
  return other ? [one, other] : [one]
}

async function writeReveal(tx: Db, source: SourceId, row: Reveal, at: Date): Promise<void> {
  await tx.insert(reveal).values({ passage: row.passage, source, round: row.round, row, createdAt: at })
  if (row.groups.length === 0) return
  await tx
    .insert(disagreement)
    .values(row.groups.map((group) => ({ id: group.id, source, passage: row.passage, kind: group.kind })))
}

async function admitNewCodes(
  tx: Db,
  services: Services,
  project: string,
  source: SourceId,
  rows: readonly Reveal[],
  at: Date,
): Promise<void> {
  const batch = newCodesOf({ handIns: rows.flatMap((row) => row.handIns) })
  if (batch.length === 0) return
  const { revision, list } = await holdCodebook(tx, project)
  const known = new Set(list.map((code) => code.id))
  let order = nextOrder(list, null)
  for (const code of batch) {
    if (known.has(code.id)) continue
    known.add(code.id)
    const elsewhere = await tx.select({ id: codes.id }).from(codes).where(eq(codes.id, code.id))
    if (elsewhere.length > 0) throw new Refusal("unknown-code", { codeId: code.id })
    await insertCode(tx, services, {
      id: code.id,
      project,
      name: code.name,
      parent: null,
      codable: true,
      definition: code.definition ?? "",
      colour: null,
      by: code.by,
      revision: revision + 1,
      order: order++,
      origin: { member: code.by, source },
      at,
    })
  }
  await closeCodebook(tx, services, project, batch[0]!.by, revision + 1, "codes-revealed", source)
}

async function projectOf(db: Db, id: SourceId): Promise<string> {
  const [row] = await db.select({ project: sources.project }).from(sources).where(eq(sources.id, id))
  return row!.project
}
