import { eq } from "drizzle-orm"
import type { SourceId } from "../core/model"
import type { Verdict } from "../core/reading"
import type { Db } from "../db/client"
import { disagreement, listening, proposal, referral, resolution } from "../db/schema"
import type { Clean, WrittenText } from "./writtenTexts"

/** What was said of the disagreements of a source: proposals, decisions, referrals, and why one was not listened to again. */
export async function ofTalk(db: Db, id: SourceId): Promise<WrittenText[]> {
  const inSource = eq(disagreement.source, id)
  const proposals = await db
    .select({ row: proposal })
    .from(proposal)
    .innerJoin(disagreement, eq(disagreement.id, proposal.disagreement))
    .where(inSource)
  const resolutions = await db
    .select({ row: resolution })
    .from(resolution)
    .innerJoin(disagreement, eq(disagreement.id, resolution.disagreement))
    .where(inSource)
  const referrals = await db
    .select({ row: referral })
    .from(referral)
    .innerJoin(disagreement, eq(disagreement.id, referral.disagreement))
    .where(inSource)
  const listenings = await db
    .select({ row: listening })
    .from(listening)
    .innerJoin(disagreement, eq(disagreement.id, listening.disagreement))
    .where(inSource)
  return [
    ...(
      [
        [proposal, proposals],
        [resolution, resolutions],
      ] as const
    ).flatMap(([table, rows]) =>
      rows.map(({ row: { id, reason, verdict } }) => ({
        key: `said:${id}`,
        kind: "said" as const,
        text: [reason, untilOf(verdict)].filter(Boolean).join("\n"),
        write: (clean: Clean) =>
          db
            .update(table)
            .set({ reason: clean(reason), verdict: cleanVerdict(verdict, clean) })
            .where(eq(table.id, id)),
      })),
    ),
    ...referrals.map(({ row: { id, reason } }) => ({
      key: `said:${id}`,
      kind: "said" as const,
      text: reason,
      write: (clean: Clean) =>
        db
          .update(referral)
          .set({ reason: clean(reason) })
          .where(eq(referral.id, id)),
    })),
    ...listenings.map(({ row: { id, skipped } }) => ({
      key: `said:${id}`,
      kind: "said" as const,
      text: skipped ?? "",
      write: (clean: Clean) =>
        db
          .update(listening)
          .set({ skipped: skipped && clean(skipped) })
          .where(eq(listening.id, id)),
    })),
  ]
}

const untilOf = (verdict: Verdict) => (verdict.kind === "parked" ? verdict.until : "")

function cleanVerdict(verdict: Verdict, clean: Clean): Verdict {
  return verdict.kind === "parked" ? { ...verdict, until: clean(verdict.until) } : verdict
}
