import { and, asc, eq, isNull } from "drizzle-orm"
import { clipFor } from "../../core/clip"
import { isAncestor } from "../../core/codebook"
import type { Clip, MemberId, PlacedTurn, ProjectId, Side, SourceId, Span, Speaker } from "../../core/model"
import type { Code, LaterReading, MergeRow, Reveal } from "../../core/reading"
import { type Disagreement, disagreementsOf, type Rereading, readAgain } from "../../core/resolution"
import { textOf, textSpan, type Word, wordsOf } from "../../core/text"
import type { Person } from "../../core/view"
import type { WordTime } from "../../core/wordTimes"
import type { Db } from "../../db/client"
import {
  account,
  assignment,
  laterReading,
  membership,
  project,
  recording,
  reveal,
  source,
} from "../../db/schema"
import { loadWords, type Words } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { wordTimesOf } from "../wordTimes"
import { codesOf, mergesOf } from "./codebook"
import { type Said, saidAbout } from "./deliberations"
import { type Placing, placings } from "./placing"

/**
 * The one way to what has been revealed of a source (B8): review, tree, queue, export and commands all read this,
 * and nothing in it comes from a layer or from a hand-in that stands unrevealed.
 */
export interface RevealedSource {
  readonly id: SourceId
  readonly project: ProjectId
  readonly title: string
  readonly policy: (typeof source.$inferSelect)["blindness"]
  readonly independent: boolean
  readonly tolerance: number
  readonly discussBoundaries: boolean
  readonly coders: readonly { readonly id: MemberId; readonly side: Side }[]
  readonly people: readonly Person[]
  readonly recording: { readonly durationMs: number | null } | null
  readonly codes: readonly Code[]
  readonly merges: readonly MergeRow[]
  readonly speakers: readonly Speaker[]
  readonly turns: readonly PlacedTurn[]
  /** When its words are said, where it was read with its document and that is known. */
  readonly heard: readonly WordTime[]
  readonly passages: readonly ReadPassage[]
  readonly laterReadings: readonly LaterReading[]
}

/** A revealed passage in the light of today's codes: its disagreements and what was said about each. */
export interface ReadPassage {
  readonly reveal: Reveal
  readonly rereading: Rereading
  readonly words: readonly Word[]
  /** Where it stands in the transcript of today. */
  readonly today: Placing
  readonly flags: readonly Disagreement[]
  readonly said: (group: string) => Said
}

/**
 * Reads it on its own, anew where the transcript was corrected meanwhile; commands read it inside their transaction
 * instead, which holds the source.
 */
export async function loadRevealed(
  services: Pick<Services, "db" | "docs" | "collector">,
  id: SourceId,
): Promise<RevealedSource> {
  const { db } = services
  for (let tries = 1; ; tries++) {
    const version = await versionOf(db, id)
    const transcript = await loadWords(services, id, await wordTimesOf(db, id))
    const read = await readRevealed(db, id, transcript)
    if (version === (await versionOf(db, id)) || tries === MOST_TRIES) return read
  }
}

const MOST_TRIES = 5

async function versionOf(db: Db, id: SourceId): Promise<number | null> {
  const [row] = await db.select({ version: source.transcriptVersion }).from(source).where(eq(source.id, id))
  return row?.version ?? null
}

export async function readRevealed(
  db: Db,
  id: SourceId,
  { turns, speakers, heard }: Pick<Words, "turns" | "speakers" | "heard">,
): Promise<RevealedSource> {
  const [head] = await db
    .select({ source, project, durationMs: recording.durationMs, recording: recording.key })
    .from(source)
    .innerJoin(project, eq(project.id, source.project))
    .leftJoin(recording, eq(recording.source, source.id))
    .where(eq(source.id, id))
  if (!head) throw new Refusal("not-found")
  const reveals = await db.select({ row: reveal.row }).from(reveal).where(eq(reveal.source, id))
  const codes = await codesOf(db, head.project.id)
  const merges = await mergesOf(db, head.project.id)
  const coders = await codersOf(db, id)
  const people = await peopleOf(db, head.project.id, id)
  const later = await laterReadingsOf(db, id)
  const said = await saidAbout(db, { source: id })
  const placingOf = await placings(db, id, textOf(turns))
  const tolerance = head.project.tolerance
  const passages = reveals
    .map(({ row }) => row)
    .map((row) => ({ row, today: placingOf(row) }))
    .sort((one, other) => one.today.span.from - other.today.span.from || one.row.round - other.row.round)
    .map(({ row, today }): ReadPassage => {
      const rereading = readAgain(row, { merges, tolerance })
      return {
        reveal: row,
        rereading,
        words: wordsOf(row.text),
        today,
        flags: disagreementsOf(rereading, said),
        said,
      }
    })
  return {
    id,
    project: head.project.id,
    title: head.source.title,
    policy: head.source.blindness,
    independent: head.source.independent,
    tolerance,
    discussBoundaries: head.project.discussBoundaries,
    coders,
    people,
    recording: head.recording === null ? null : { durationMs: head.durationMs },
    codes,
    merges,
    speakers,
    turns,
    heard,
    passages,
    laterReadings: later,
  }
}

/** The characters of the transcript of today under some words of a passage. */
export function textOfWords({ today }: ReadPassage, words: Span): Span {
  return today.textOf(words)
}

export function quoteIn(passage: ReadPassage, words: Span): string {
  const inside = textSpan(passage.words, words)
  return passage.reveal.text.slice(inside.from, inside.to)
}

/** What to listen to for a disagreement; null where there is no recording or no time. */
export function clipOfFlag(read: RevealedSource, passage: ReadPassage, flag: Disagreement): Clip | null {
  if (!read.recording) return null
  const { durationMs } = read.recording
  return clipFor(textOfWords(passage, flag.words), read.turns, {
    words: read.heard,
    ...(durationMs === null ? {} : { durationMs }),
  })
}

/** Whether the two codes of a flag stand one above the other. */
export function differsByLevel(codes: readonly Code[], flag: Pick<Disagreement, "codes" | "kind">): boolean {
  const [one, other] = flag.codes
  if (flag.kind !== "code" || !one || !other) return false
  return isAncestor(codes, one, other) || isAncestor(codes, other, one)
}

export async function codersOf(db: Db, id: SourceId) {
  return db
    .select({ id: assignment.account, side: assignment.side })
    .from(assignment)
    .where(eq(assignment.source, id))
    .orderBy(asc(assignment.side))
}

/** The people of a project by name, with their side in one source. Those who left stay: their work does. */
export async function peopleOf(db: Db, of: ProjectId, inSource: SourceId | null): Promise<Person[]> {
  const rows = await db
    .select({ id: account.id, name: account.name, role: membership.role })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.account))
    .where(eq(membership.project, of))
    .orderBy(asc(account.name), asc(account.id))
  const sides = inSource === null ? [] : await codersOf(db, inSource)
  return rows.map((row) => ({ ...row, side: sides.find((each) => each.id === row.id)?.side ?? null }))
}

async function laterReadingsOf(db: Db, id: SourceId): Promise<LaterReading[]> {
  const rows = await db
    .select()
    .from(laterReading)
    .where(and(eq(laterReading.source, id), isNull(laterReading.removedAt)))
    .orderBy(asc(laterReading.createdAt), asc(laterReading.id))
  return rows.map(
    ({ id, passage, round, by, code, words, text, quote, memo, createdAt, assentBy, assentAt }) => ({
      id,
      passage,
      round,
      by,
      code,
      words,
      text,
      quote,
      memo,
      at: createdAt.toISOString(),
      assent: assentBy && assentAt ? { by: assentBy, at: assentAt.toISOString() } : null,
    }),
  )
}
