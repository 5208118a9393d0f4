import { createHash } from "node:crypto"
import { asc, eq, inArray, sql } from "drizzle-orm"
import { accessTo, type Member } from "../../core/access"
import { isLost } from "../../core/anchor"
import {
  type CheckCounts,
  type CheckScope,
  type CheckState,
  countChecks,
  isOpen,
  type Outcome,
  type Participant,
  participantsOf,
  stateOf,
} from "../../core/memberCheck"
import type { ProjectId, SourceId, SpeakerId } from "../../core/model"
import { resolverOf } from "../../core/ydoc/anchors"
import { turnAround } from "../../core/ydoc/turnPlaces"
import type { Db } from "../../db/client"
import { memberCheck, memberComment, source } from "../../db/schema"
import { heldToRead, lightenTranscript } from "../documents"
import type { Services } from "../services"
import { hashSecret } from "../session"
import { isTranscribed } from "../transcribing"

/** A link as those who made it see it. Its secret is kept nowhere. */
export interface ShownCheck {
  readonly id: string
  readonly speaker: SpeakerId
  /** As it stands before the turns; null where nobody of that name speaks any more. */
  readonly label: string | null
  readonly scope: CheckScope
  readonly state: CheckState
  /** Still leads somewhere. */
  readonly open: boolean
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastOpenedAt: string | null
  readonly returnedAt: string | null
  readonly comments: number
  readonly handled: number
}

/** What a participant wrote. Who handled it, and when, is not said: that would tell one coder of the other's pace (B9). */
export interface ShownComment {
  readonly id: string
  readonly check: string
  readonly label: string | null
  /** The turn it is about, by its number and first offset; null: the whole, or a turn that is gone. */
  readonly turn: { readonly index: number; readonly from: number; readonly to: number } | null
  /** The words it is about, as they stand; as they stood, where they are gone. Null: the whole. */
  readonly quote: string | null
  readonly body: string
  readonly changedAt: string
  readonly outcome: Outcome | null
  readonly note: string
}

export interface MemberChecks {
  readonly participants: readonly Participant[]
  /** Its words are still being written, or a program's that nobody has been through. */
  readonly unfinished: boolean
  readonly checks: readonly ShownCheck[]
  readonly comments: readonly ShownComment[]
  readonly counts: CheckCounts
  /** Of all sources of its project. */
  readonly project: CheckCounts
}

type Needed = Pick<Services, "db" | "docs" | "collector" | "heldDocs">

/** The links of a source and what came by them, in the order of the text. */
export async function memberChecksOf(services: Needed, id: SourceId): Promise<MemberChecks> {
  const { db } = services
  await lightenTranscript(services, id)
  const { doc, text, turns, speakers } = await heldToRead(db, services, id)
  const [about] = await db.select().from(source).where(eq(source.id, id))
  const rows = await db
    .select()
    .from(memberCheck)
    .where(eq(memberCheck.source, id))
    .orderBy(asc(memberCheck.createdAt), asc(memberCheck.id))
  const written = await commentsOf(
    db,
    rows.map((row) => row.id),
  )
  const now = new Date()
  const labels = new Map(speakers.map((speaker) => [speaker.id, speaker.label]))
  const speakerOf = new Map(rows.map((row) => [row.id, row.speaker]))
  const standing = resolverOf(doc, text)
  const comments = written.map((row): ShownComment => {
    const span = row.anchor && standing(row.anchor)
    const turn = span && !isLost(span) ? turnAround(turns, span.from) : null
    return {
      id: row.id,
      check: row.check,
      label: labels.get(speakerOf.get(row.check)!) ?? null,
      turn: turn && { index: turn.index, from: turn.from, to: turn.to },
      quote: row.anchor && (turn ? turn.text : row.anchor.quote),
      body: row.body,
      changedAt: row.changedAt.toISOString(),
      outcome: row.outcome,
      note: row.outcomeNote,
    }
  })
  const counted = rows.map((row) => {
    const own = written.filter(({ check }) => check === row.id)
    return { ...row, comments: own.length, handled: own.filter(({ outcome }) => outcome !== null).length }
  })
  return {
    participants: participantsOf(speakers, turns),
    unfinished: about !== undefined && isUnfinished(about),
    checks: counted.map((row) => ({
      id: row.id,
      speaker: row.speaker,
      label: labels.get(row.speaker) ?? null,
      scope: row.scope,
      state: stateOf(row, now),
      open: isOpen(row, now),
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      lastOpenedAt: row.lastOpenedAt?.toISOString() ?? null,
      returnedAt: row.returnedAt?.toISOString() ?? null,
      comments: row.comments,
      handled: row.handled,
    })),
    comments: comments.sort((one, other) => placeIn(one) - placeIn(other)),
    counts: countChecks(counted),
    project: countChecks(about ? await countedIn(db, about.project) : []),
  }
}

/** Whether participants were sent this source to read, for who may know. */
export async function hasMemberChecks(
  { db }: Pick<Services, "db">,
  id: SourceId,
  member: Member,
): Promise<boolean> {
  if (accessTo({ kind: "memberCheck", source: id }, member) === "none") return false
  const rows = await db
    .select({ id: memberCheck.id })
    .from(memberCheck)
    .where(eq(memberCheck.source, id))
    .limit(1)
  return rows.length > 0
}

/**
 * Stands for all that participants wrote about a source, and for nothing else: what coders did about it changes nothing
 * here, or each would see when the other is at work (B9).
 */
export async function commentsWritten(db: Db, id: SourceId): Promise<string> {
  const rows = await db
    .select({ id: memberComment.id, anchor: memberComment.anchor, body: memberComment.body })
    .from(memberComment)
    .innerJoin(memberCheck, eq(memberCheck.id, memberComment.check))
    .where(eq(memberCheck.source, id))
    .orderBy(asc(memberComment.id))
  const said = rows.map(({ id, anchor, body }) => [id, anchor?.quote ?? null, body])
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url")
}

/** What is about nothing that still stands comes last. */
const placeIn = ({ turn }: ShownComment) => turn?.index ?? Number.POSITIVE_INFINITY

function commentsOf(db: Db, checks: readonly string[]) {
  if (checks.length === 0) return Promise.resolve([])
  return db
    .select()
    .from(memberComment)
    .where(inArray(memberComment.check, [...checks]))
    .orderBy(asc(memberComment.createdAt), asc(memberComment.id))
}

function isUnfinished(row: typeof source.$inferSelect): boolean {
  return isTranscribed(row) || (row.machine !== null && row.machine.state !== "read")
}

/** All links of a project with how much came by each, and the titles of their sources. */
export async function countedIn(db: Db, project: ProjectId) {
  const all = sql<number>`count(${memberComment.id})::int`
  const handled = sql<number>`count(${memberComment.outcome})::int`
  return db
    .select({
      source: memberCheck.source,
      title: source.title,
      speaker: memberCheck.speaker,
      scope: memberCheck.scope,
      createdAt: memberCheck.createdAt,
      expiresAt: memberCheck.expiresAt,
      revokedAt: memberCheck.revokedAt,
      firstOpenedAt: memberCheck.firstOpenedAt,
      lastOpenedAt: memberCheck.lastOpenedAt,
      returnedAt: memberCheck.returnedAt,
      comments: all,
      handled,
    })
    .from(memberCheck)
    .innerJoin(source, eq(source.id, memberCheck.source))
    .leftJoin(memberComment, eq(memberComment.check, memberCheck.id))
    .where(eq(source.project, project))
    .groupBy(memberCheck.id, source.id)
    .orderBy(asc(source.position), asc(source.id), asc(memberCheck.createdAt), asc(memberCheck.id))
}

/** The link that a secret opens; null for every one that leads nowhere, whatever the reason. */
export async function openLink({ db }: Pick<Services, "db">, secret: string) {
  const [row] = await db
    .select({ link: memberCheck, about: source })
    .from(memberCheck)
    .innerJoin(source, eq(source.id, memberCheck.source))
    .where(eq(memberCheck.secretHash, hashSecret(secret)))
  if (!row || !isOpen(row.link, new Date())) return null
  const { id, speaker, scope, expiresAt, returnedAt } = row.link
  return {
    id,
    source: row.about.id,
    speaker,
    scope,
    expiresAt,
    returnedAt,
    unfinished: isUnfinished(row.about),
  }
}

export type OpenLink = NonNullable<Awaited<ReturnType<typeof openLink>>>
