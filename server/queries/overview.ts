import { and, asc, eq, isNull } from "drizzle-orm"
import { accessTo, type Member } from "../../core/access"
import { type CheckCounts, countChecks } from "../../core/memberCheck"
import type { MemberId, ProjectId, SourceId } from "../../core/model"
import { handIn, passage, source } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { isTranscribed } from "../transcribing"
import { codesOf } from "./codebook"
import { countedIn } from "./memberChecks"
import { projectFor } from "./project"
import { loadRevealed, type RevealedSource } from "./revealed"
import { weakeningFor } from "./weakening"

/** Where the talk about a source's disagreements stands; different cuttings count where the project discusses them. */
export interface Talk {
  readonly discuss: number
  /** Of these, proposals of the other's that wait for the reader's answer. */
  readonly toAnswer: number
  readonly parked: number
  readonly settled: number
  readonly referred: number
  /** When the oldest of these was referred; ISO 8601. */
  readonly referredSince: string | null
  /** What the supervisor decided, the latest first. */
  readonly opinions: readonly { readonly flag: string; readonly at: string }[]
}

/** What a project's first page shows to one of its members. */
export async function overviewOf(
  services: Pick<Services, "db" | "docs" | "collector">,
  id: ProjectId,
  member: Member,
) {
  const { sources, ...project } = await projectFor(services, id, member)
  const abouts = await aboutsOf(services, id)
  const codes = await codesOf(services.db, id)
  const checks = await countedIn(services.db, id)
  return {
    ...project,
    sources: await Promise.all(
      sources.map(async ({ coders, progress, ...each }) => ({
        ...each,
        ...abouts.get(each.id)!,
        coders: coders.map((coder) => ({
          ...coder,
          ...progress[coder.id]!,
          newCodes: codes.filter(({ origin }) => origin.source === each.id && origin.member === coder.id)
            .length,
        })),
        checks: checksFor(checks, each.id, member),
        talk: await talkFor(services, each.id, member),
        weakening: await weakeningFor(services, each.id, member),
        next: member.codes.has(each.id) ? await nextPassage(services, each.id, member.id) : null,
      })),
    ),
  }
}

export type Overview = Awaited<ReturnType<typeof overviewOf>>
export type SourceOverview = Overview["sources"][number]

async function aboutsOf({ db }: Pick<Services, "db">, id: ProjectId) {
  const rows = await db
    .select({
      id: source.id,
      context: source.context,
      codingOpenedAt: source.codingOpenedAt,
      transcribing: source.transcribing,
    })
    .from(source)
    .where(eq(source.project, id))
  return new Map(
    rows.map(({ id, context, codingOpenedAt, transcribing }) => [
      id,
      {
        about: context.who,
        // Not when: the time of the first hand-in is somebody's pace.
        codingOpened: codingOpenedAt !== null,
        transcribing: isTranscribed({ transcribing }),
      },
    ]),
  )
}

/** What came of having participants read it, for who may know; null where none was asked to. */
function checksFor(
  counted: Awaited<ReturnType<typeof countedIn>>,
  id: SourceId,
  member: Member,
): CheckCounts | null {
  if (accessTo({ kind: "memberCheck", source: id }, member) === "none") return null
  const own = counted.filter(({ source }) => source === id)
  return own.length === 0 ? null : countChecks(own)
}

/** Null for whoever does not read what is revealed of this source. */
async function talkFor(services: Pick<Services, "db" | "docs" | "collector">, id: SourceId, member: Member) {
  if (accessTo({ kind: "review", source: id }, member) === "none") return null
  try {
    return talkOf(await loadRevealed(services, id), member.id)
  } catch (error) {
    // What one source is like does not keep a project shut.
    if (error instanceof Refusal && error.code === "too-heavy") return null
    throw error
  }
}

export function talkOf(
  { passages, discussBoundaries }: Pick<RevealedSource, "passages" | "discussBoundaries">,
  reader: MemberId,
): Talk {
  const standings = passages
    .flatMap(({ flags }) => flags)
    .filter(({ kind, standing }) => kind !== "boundary" || discussBoundaries || standing.is === "referred")
    .map(({ group, standing }) => ({ flag: group.id, ...standing }))
  const of = <Is extends (typeof standings)[number]["is"]>(is: Is) =>
    standings.filter((each): each is Extract<typeof each, { is: Is }> => each.is === is)
  const referrals = of("referred").map(({ referral }) => referral.at)
  return {
    discuss: of("open").length + of("proposed").length,
    toAnswer: of("proposed").filter(({ proposal }) => proposal.by !== reader).length,
    parked: of("parked").length,
    settled: of("resolved").length + of("settled").length,
    referred: referrals.length,
    referredSince: referrals.sort()[0] ?? null,
    opinions: of("resolved")
      .filter(({ resolution }) => resolution.how === "adjudication")
      .map(({ flag, resolution }) => ({ flag, at: resolution.at }))
      .sort((one, other) => (one.at < other.at ? 1 : -1)),
  }
}

/** The first passage that a coder has not completed: its number from 0, and where it begins in the text. */
async function nextPassage({ db }: Pick<Services, "db">, id: SourceId, coder: MemberId) {
  const standing = and(eq(handIn.passage, passage.id), eq(handIn.account, coder), isNull(handIn.withdrawnAt))
  const [row] = await db
    .select({ index: passage.index, from: passage.from })
    .from(passage)
    .leftJoin(handIn, standing)
    .where(and(eq(passage.source, id), isNull(handIn.id)))
    .orderBy(asc(passage.index))
    .limit(1)
  return row ?? null
}
