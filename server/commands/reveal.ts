import { asc, eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { Passage, PassageId, SourceId } from "../../core/model"
import type { HandedIn, Reveal } from "../../core/reading"
import { deriveReveal, dueForReveal } from "../../core/review"
import type { Db } from "../../db/client"
import { assignment, disagreement, passage as passages, reveal, source as sources } from "../../db/schema"
import type { LoadedTranscript } from "../documents"
import { mergesOf } from "../queries/codebook"
import type { Services } from "../services"
import { admitSuggestedCodes } from "./admitCodes"
import { refreshCodebook } from "./codebookRevision"
import { correctWhatIsDue } from "./correct"
import { type Held, holdSource, standingHandIns } from "./handIn"

/**
 * Reveals what has become due in a source whose row the transaction holds: writes the immutable rows, the things to
 * talk about, and the new codes. The new codes of all passages that become due together enter the codebook as one
 * alphabetical batch (B17). `codedUnder` is the policy before, where another has just come into force (B27). Answers
 * the passages revealed.
 */
export async function revealWhatIsDue(
  tx: Db,
  services: Services,
  id: SourceId,
  transcript: LoadedTranscript,
  at: Date,
  codedUnder?: Pick<Held, "blindness" | "independent">,
): Promise<PassageId[]> {
  const held = await holdSource(tx, id)
  const { blindness, independent } = codedUnder ?? held
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
  const completed = due.map((passage) => {
    const place = places.find((each) => each.id === passage)!
    return { place, handIns: handedIn(standing, place) }
  })
  const into = { project: held.project, source: id, at }
  const admitted = await admitSuggestedCodes(
    tx,
    services,
    into,
    completed.flatMap(({ handIns }) => handIns),
  )
  for (const { place, handIns } of completed) {
    const [one, other] = handIns
    const row = deriveReveal({
      passage: place,
      round: 1,
      policy: blindness,
      independent: independent && blindness !== "open",
      text: transcript.text.slice(place.from, place.to),
      transcriptVersion: held.transcriptVersion,
      handIns: other ? [admitted(one), admitted(other)] : [admitted(one)],
      tolerance: held.tolerance,
      codebook: { revision: held.codebookRevision, merges },
      at: at.toISOString(),
    })
    await writeReveal(tx, id, row, at)
  }
  return due
}

/**
 * Tells the rooms: the review always (progress has changed), codebook and tree when something was revealed. What was
 * corrected meanwhile and waited for that comes into the transcript (B15).
 */
export async function refreshAfterReveal(
  services: Services,
  id: SourceId,
  revealed: readonly PassageId[],
): Promise<void> {
  if (revealed.length > 0) await correctWhatIsDue(services, id)
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

async function projectOf(db: Db, id: SourceId): Promise<string> {
  const [row] = await db.select({ project: sources.project }).from(sources).where(eq(sources.id, id))
  return row!.project
}
