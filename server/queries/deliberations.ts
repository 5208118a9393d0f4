import { asc, eq } from "drizzle-orm"
import type { SourceId } from "../../core/model"
import type { GroupId, Listening, Proposal, Referral, Resolution } from "../../core/reading"
import { type Deliberation, nothingSaid } from "../../core/resolution"
import type { HistoryEvent } from "../../core/view"
import type { Db } from "../../db/client"
import { disagreement, listening, proposal, referral, resolution } from "../../db/schema"

/** What people said about one disagreement, and the story of it. */
export interface Said extends Deliberation {
  readonly revision: number
  readonly history: readonly HistoryEvent[]
}

/** Everything said about the disagreements of a source, or about one of them. */
export async function saidAbout(
  db: Db,
  of: { readonly source: SourceId } | { readonly disagreement: GroupId },
): Promise<(group: GroupId) => Said> {
  const which = "source" in of ? eq(disagreement.source, of.source) : eq(disagreement.id, of.disagreement)
  const heads = await db
    .select({ id: disagreement.id, revision: disagreement.revision })
    .from(disagreement)
    .where(which)
  const proposals = await db
    .select({ row: proposal })
    .from(proposal)
    .innerJoin(disagreement, eq(disagreement.id, proposal.disagreement))
    .where(which)
    .orderBy(asc(proposal.createdAt), asc(proposal.id))
  const referrals = await db
    .select({ row: referral })
    .from(referral)
    .innerJoin(disagreement, eq(disagreement.id, referral.disagreement))
    .where(which)
    .orderBy(asc(referral.createdAt), asc(referral.id))
  const listenings = await db
    .select({ row: listening })
    .from(listening)
    .innerJoin(disagreement, eq(disagreement.id, listening.disagreement))
    .where(which)
    .orderBy(asc(listening.createdAt), asc(listening.id))
  const resolutions = await db
    .select({ row: resolution })
    .from(resolution)
    .innerJoin(disagreement, eq(disagreement.id, resolution.disagreement))
    .where(which)
    .orderBy(asc(resolution.createdAt), asc(resolution.id))
  const said = new Map<GroupId, Said>()
  for (const { id, revision } of heads) {
    const about = <T extends { disagreement: string }>(rows: readonly { row: T }[]) =>
      rows.filter(({ row }) => row.disagreement === id).map(({ row }) => row)
    said.set(id, told(revision, about(proposals), about(referrals), about(listenings), about(resolutions)))
  }
  return (group) => said.get(group) ?? { ...nothingSaid, revision: 0, history: [] }
}

type ProposalRow = typeof proposal.$inferSelect
type ReferralRow = typeof referral.$inferSelect
type ListeningRow = typeof listening.$inferSelect
type ResolutionRow = typeof resolution.$inferSelect

function told(
  revision: number,
  proposals: readonly ProposalRow[],
  referrals: readonly ReferralRow[],
  listenings: readonly ListeningRow[],
  resolutions: readonly ResolutionRow[],
): Said {
  const heard = listenings.filter((row) => row.skipped === null)
  const standingReferral = referrals.findLast((row) => row.withdrawnAt === null)
  const standingResolution = resolutions.findLast((row) => row.undoneAt === null)
  const history: HistoryEvent[] = [
    ...proposals.map((row) => ({
      at: iso(row.createdAt),
      by: [row.by],
      what: "proposed" as const,
      proposal: asProposal(row),
    })),
    ...proposals.flatMap((row) =>
      row.withdrawnAt
        ? [{ at: iso(row.withdrawnAt), by: [row.by], what: "withdrew" as const, proposal: asProposal(row) }]
        : [],
    ),
    ...referrals.map((row) => ({
      at: iso(row.createdAt),
      by: [row.by],
      what: "referred" as const,
      referral: asReferral(row),
    })),
    ...heard.map((row) => ({
      at: iso(row.createdAt),
      by: [row.by],
      what: "listened" as const,
      together: row.together,
      heardMs: row.heardMs,
    })),
    ...listenings.flatMap((row) =>
      row.skipped === null
        ? []
        : [{ at: iso(row.createdAt), by: [row.by], what: "not-listened" as const, reason: row.skipped }],
    ),
    ...resolutions.map((row) => ({
      at: iso(row.createdAt),
      by: row.by,
      what: "decided" as const,
      resolution: asResolution(row),
    })),
    ...resolutions.flatMap((row) =>
      row.undoneAt
        ? [
            {
              at: iso(row.undoneAt),
              by: [row.undoneBy ?? ""],
              what: "undid" as const,
              resolution: asResolution(row),
            },
          ]
        : [],
    ),
  ]
  return {
    revision,
    proposals: proposals.map(asProposal),
    withdrawn: new Set(proposals.filter((row) => row.withdrawnAt !== null).map((row) => row.id)),
    referral: standingReferral ? asReferral(standingReferral) : null,
    resolution: standingResolution ? asResolution(standingResolution) : null,
    listenings: heard.map(asListening),
    history: history.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  }
}

function asProposal(row: ProposalRow): Proposal {
  const { id, revision, by, verdict, reason, oral } = row
  return { id, revision, by, verdict, reason, oral, at: iso(row.createdAt) }
}

function asReferral(row: ReferralRow): Referral {
  return { by: row.by, reason: row.reason, at: iso(row.createdAt) }
}

function asListening(row: ListeningRow): Listening {
  const { by, together, startMs, endMs, heardMs } = row
  return { by, together, clip: { startMs, endMs }, heardMs, at: iso(row.createdAt) }
}

export function asResolution(row: ResolutionRow): Resolution {
  const common = { id: row.id, verdict: row.verdict, reason: row.reason, by: row.by, at: iso(row.createdAt) }
  return row.how === "consensus"
    ? { ...common, how: "consensus", proposal: row.proposal ?? "" }
    : { ...common, how: "adjudication", notedBy: row.notedBy }
}

function iso(at: Date): string {
  return at.toISOString()
}
