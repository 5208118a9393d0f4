import { and, asc, count, eq } from "drizzle-orm"
import type { Member } from "../../core/access"
import type { MachineWords, MemberId, PassageId, PlacedTurn, SourceId } from "../../core/model"
import { erasure, handIn, passage, project, recording, reveal, source } from "../../db/schema"
import { loadWords } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { isTranscribed } from "../transcribing"
import { hasMemberChecks } from "./memberChecks"
import { hasNotes } from "./notes"
import { progressOf } from "./progress"
import { weakeningFor } from "./weakening"

export type PassageState = "open" | "handed-in" | "revealed"

/**
 * A source as one of its project's members sees it. Of another coder's work there is the count of completed passages
 * and what is revealed; which passages, and when, is not there (B9).
 */
export async function sourceFor(
  services: Pick<Services, "db" | "docs" | "collector" | "machine">,
  id: SourceId,
  member: Member,
  /** The turns, where they have just been read: a long transcript takes its time. None: when passages begin is left out. */
  read?: readonly PlacedTurn[],
) {
  const { db } = services
  const [row] = await db
    .select({ source, projectName: project.name })
    .from(source)
    .innerJoin(project, eq(project.id, source.project))
    .where(eq(source.id, id))
  if (!row) throw new Refusal("not-found")
  const passages = await db.select().from(passage).where(eq(passage.source, id)).orderBy(asc(passage.index))
  const turns = read ?? (await loadWords(services, id)).turns
  const { coders, progress } = (await progressOf(services, [id])).get(id)!
  return {
    source: {
      id,
      project: row.source.project,
      projectName: row.projectName,
      title: row.source.title,
      kind: row.source.kind,
      blindness: row.source.blindness,
      independent: row.source.independent,
      context: row.source.context,
      transcriptVersion: row.source.transcriptVersion,
      // Not when: the time of the first hand-in is somebody's pace.
      codingOpened: row.source.codingOpenedAt !== null,
      transcribing: isTranscribed(row.source),
      createdAt: row.source.createdAt.toISOString(),
      epoch: await epochOf(db, id),
      notes: await hasNotes(services, id, member),
      memberChecks: await hasMemberChecks(services, id, member),
      notesClosed: row.source.notesClosedAt !== null,
    },
    role: member.role,
    /** Whether one may write its transcript now. */
    writes: member.corrects.has(id),
    passages: passages.map(({ id, index, from, to }) => ({
      id,
      index,
      from,
      to,
      startMs:
        turns.find((turn) => turn.from >= from && turn.from < to && turn.startMs !== null)?.startMs ?? null,
    })),
    coders,
    recording: await recordingOf(services, id),
    weakening: await weakeningFor(services, id, member),
    machine: machineOf(services, row.source.machine),
    mine: member.codes.has(id) ? await ownStates(services, id, member.id, passages) : null,
    progress,
  }
}

/** What a program has to do with the transcript, and where it is reached: whoever asks it sends a recording there. */
function machineOf({ machine }: Pick<Services, "machine">, words: MachineWords | null) {
  const { program } = machine
  const host = program && new URL(program.url).host
  const why = words?.state === "failed" ? words.why : null
  return { state: words?.state ?? null, why, host }
}

/** Grows when words are erased: a copy kept on a device under an older epoch may hold them and is thrown away (S67). */
async function epochOf(db: Services["db"], id: SourceId): Promise<number> {
  const [row] = await db
    .select({ erasures: count() })
    .from(erasure)
    .where(and(eq(erasure.source, id), eq(erasure.what, "words")))
  return row?.erasures ?? 0
}

async function recordingOf({ db }: Pick<Services, "db">, id: SourceId) {
  const [row] = await db
    .select({
      mime: recording.mime,
      bytes: recording.bytes,
      originalName: recording.originalName,
      durationMs: recording.durationMs,
    })
    .from(recording)
    .where(eq(recording.source, id))
  return row ?? null
}

/** How far a coder is with each passage; `revision` counts their hand-ins and take-backs of it. */
async function ownStates(
  { db }: Pick<Services, "db">,
  id: SourceId,
  coder: MemberId,
  passages: readonly { readonly id: PassageId }[],
): Promise<Record<PassageId, { revision: number; state: PassageState }>> {
  const own = await db
    .select({ passage: handIn.passage, withdrawnAt: handIn.withdrawnAt })
    .from(handIn)
    .where(and(eq(handIn.source, id), eq(handIn.account, coder)))
  const revealed = await db.select({ passage: reveal.passage }).from(reveal).where(eq(reveal.source, id))
  const isRevealed = new Set(revealed.map((row) => row.passage))
  return Object.fromEntries(
    passages.map(({ id }) => {
      const rows = own.filter((row) => row.passage === id)
      const withdrawn = rows.filter((row) => row.withdrawnAt !== null).length
      const standing = rows.length > withdrawn
      const state = isRevealed.has(id) ? "revealed" : standing ? "handed-in" : "open"
      return [id, { revision: rows.length + withdrawn, state }]
    }),
  )
}
