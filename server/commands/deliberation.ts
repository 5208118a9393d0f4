import { eq, sql } from "drizzle-orm"
import type { AuditAction } from "../../core/audit"
import type { Refusal as DecidingRefusal, UnderDiscussion } from "../../core/deciding"
import type { MemberId, ProjectId, SourceId } from "../../core/model"
import type { GroupId, Proposal, Verdict } from "../../core/reading"
import { type Disagreement, onTheTable } from "../../core/resolution"
import type { Db } from "../../db/client"
import { disagreement, listening, project as projects, resolution } from "../../db/schema"
import { note } from "../audit"
import { heldToRead, type LoadedTranscript, lightenTranscript } from "../documents"
import type { Said } from "../queries/deliberations"
import { clipOfFlag, type ReadPassage, type RevealedSource, readRevealed } from "../queries/revealed"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { answerBefore, type Keyed, keepAnswer } from "./answerOnce"
import { refreshCodebook } from "./codebookRevision"
import { holdSource } from "./handIn"
import { insertMerge, refreshReviewsAndTree } from "./mergeCodes"
import { refreshAfterReveal } from "./reveal"

/** A disagreement with all that a decision about it must know, read while its source's row is held. */
export interface About {
  readonly tx: Db
  readonly project: ProjectId
  readonly source: SourceId
  readonly read: RevealedSource
  readonly passage: ReadPassage
  readonly flag: Disagreement
  readonly said: Said
  readonly under: UnderDiscussion
  readonly onTheTable: Proposal | null
  /** The revision that this command gives the disagreement. */
  readonly revision: number
  readonly at: Date
}

/**
 * Does something about one disagreement in one transaction that holds its source, writes who did it, and refreshes
 * what shows it. Commands on one source follow each other; each sees what the one before decided. One that was answered
 * before, under the same key, is answered the same and does nothing (S56).
 */
export async function deliberate<T>(
  services: Services,
  request: Keyed & { readonly action: AuditAction },
  act: (about: About) => Promise<T>,
): Promise<T> {
  const [row] = await services.db
    .select({ source: disagreement.source })
    .from(disagreement)
    .where(eq(disagreement.id, request.disagreement))
  if (!row) throw new Refusal("not-found")
  await lightenTranscript(services, row.source)
  const before = await services.db.transaction(async (tx) => {
    await holdSource(tx, row.source)
    const repeated = await answerBefore(tx, request)
    if (repeated) return { done: repeated.answer as T, about: null }
    const transcript = await heldToRead(tx, services, row.source)
    const about = await readAbout(tx, row.source, request.disagreement, transcript, services.clock())
    const revisionBefore = await codebookRevision(about)
    const done = await act(about)
    await tx
      .update(disagreement)
      .set({ revision: sql`${disagreement.revision} + 1` })
      .where(eq(disagreement.id, request.disagreement))
    await note(tx, services, {
      project: about.project,
      account: request.by,
      action: request.action,
      subject: request.disagreement,
    })
    await keepAnswer(tx, request, done, about.at)
    return { done, about, codebookChanged: (await codebookRevision(about)) !== revisionBefore }
  })
  if (before.about === null) return before.done
  if (before.codebookChanged) await refreshReviewsAndTree(services, before.about.project)
  else {
    await refreshAfterReveal(services, row.source, [])
    await refreshCodebook(services, before.about.project)
  }
  return before.done
}

async function readAbout(
  tx: Db,
  source: SourceId,
  id: GroupId,
  transcript: LoadedTranscript,
  at: Date,
): Promise<About> {
  // When words are said is not asked here: whether anything can be heard does not hang on it.
  const read = await readRevealed(tx, source, { ...transcript, heard: [] })
  const passage = read.passages.find((each) => each.reveal.groups.some((group) => group.id === id))
  const flag = passage?.flags.find((each) => each.group.id === id)
  if (!passage) throw new Refusal("not-found")
  if (!flag) throw new Refusal("not-a-disagreement")
  const said = passage.said(id)
  return {
    tx,
    project: read.project,
    source,
    read,
    passage,
    flag,
    said,
    under: {
      kind: flag.kind,
      standing: flag.standing,
      coders: passage.reveal.handIns.map((handIn) => handIn.coder),
      listenings: said.listenings,
      audible: clipOfFlag(read, passage, flag) !== null,
    },
    onTheTable: onTheTable(said),
    revision: said.revision + 1,
    at,
  }
}

/** Turns a refusal of the domain into one that the API answers. */
export function refuse(refusal: DecidingRefusal | null): void {
  if (refusal === null) return
  switch (refusal) {
    case "not-a-supervisor":
      throw new Refusal("not-allowed")
    case "not-own-proposal":
      throw new Refusal("no-proposal")
    default:
      throw new Refusal(refusal)
  }
}

/** Keeps why somebody decided without listening again; nothing where they gave no reason. */
export async function keepWhyNotListened(
  services: Services,
  about: About,
  by: MemberId,
  why: string | null,
): Promise<void> {
  if (!why?.trim()) return
  await about.tx.insert(listening).values({
    id: services.ids.newId(),
    disagreement: about.flag.group.id,
    by,
    together: false,
    startMs: 0,
    endMs: 0,
    heardMs: 0,
    skipped: why.trim(),
    createdAt: about.at,
  })
}

/** Writes a decision; *same idea, other words* merges or relates the two codes with it. */
export async function decide(
  services: Services,
  about: About,
  decision: {
    readonly how: "consensus" | "adjudication"
    readonly verdict: Verdict
    readonly reason: string
    readonly by: readonly MemberId[]
    readonly proposal: string | null
    readonly notedBy: MemberId | null
    readonly decidedBy: MemberId
  },
): Promise<string> {
  const { verdict } = decision
  const merged =
    verdict.kind === "same-idea"
      ? await insertMerge(about.tx, services, {
          project: about.project,
          how: verdict.by,
          from: verdict.from,
          into: verdict.into,
          by: decision.decidedBy,
        })
      : null
  const id = services.ids.newId()
  await about.tx.insert(resolution).values({
    id,
    disagreement: about.flag.group.id,
    how: decision.how,
    verdict,
    reason: decision.reason,
    by: [...decision.by],
    proposal: decision.proposal,
    notedBy: decision.notedBy,
    merge: merged,
    createdAt: about.at,
  })
  return id
}

/** Checks that a verdict speaks of codes that exist and of words that the passage has. */
export function checkVerdict(about: About, verdict: Verdict): void {
  const known = (id: string) =>
    about.read.codes.some((code) => code.id === id && code.codable && !code.removed)
  if (verdict.kind === "other") {
    const unknown = verdict.codes.find((id) => !known(id))
    if (unknown !== undefined || verdict.codes.length === 0)
      throw new Refusal("unknown-code", { codeId: unknown })
    if (verdict.words.to > about.passage.words.length || verdict.words.to <= verdict.words.from) {
      throw new Refusal("empty-coding")
    }
  }
  if (verdict.kind === "same-idea" && (!known(verdict.from) || !known(verdict.into))) {
    throw new Refusal("unknown-code")
  }
}

async function codebookRevision({ tx, project: id }: Pick<About, "tx" | "project">): Promise<number> {
  const [row] = await tx
    .select({ revision: projects.codebookRevision })
    .from(projects)
    .where(eq(projects.id, id))
  return row?.revision ?? 0
}
