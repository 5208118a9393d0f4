import { and, count, eq, inArray, isNull } from "drizzle-orm"
import type { MemberId, Side, SourceId } from "../../core/model"
import { account, assignment, handIn, passage } from "../../db/schema"
import type { Services } from "../services"

export interface CoderEntry {
  readonly id: MemberId
  readonly name: string
  readonly side: Side
}

/** How far the coders of a source are: counts, never which passages nor when (B9). */
export interface SourceProgress {
  readonly coders: readonly CoderEntry[]
  readonly passages: number
  readonly progress: Readonly<Record<MemberId, { readonly done: number; readonly of: number }>>
}

/** The progress of several sources at once; a source without passages has an entry too. */
export async function progressOf(
  { db }: Pick<Services, "db">,
  sources: readonly SourceId[],
): Promise<ReadonlyMap<SourceId, SourceProgress>> {
  if (sources.length === 0) return new Map()
  const ids = [...sources]
  const coders = await db
    .select({ source: assignment.source, id: account.id, name: account.name, side: assignment.side })
    .from(assignment)
    .innerJoin(account, eq(account.id, assignment.account))
    .where(inArray(assignment.source, ids))
    .orderBy(assignment.side)
  const passages = await db
    .select({ source: passage.source, passages: count() })
    .from(passage)
    .where(inArray(passage.source, ids))
    .groupBy(passage.source)
  const done = await db
    .select({ source: handIn.source, account: handIn.account, done: count() })
    .from(handIn)
    .where(and(inArray(handIn.source, ids), isNull(handIn.withdrawnAt)))
    .groupBy(handIn.source, handIn.account)
  return new Map(
    ids.map((id) => {
      const of = passages.find(({ source }) => source === id)?.passages ?? 0
      const own = coders.filter(({ source }) => source === id)
      const doneBy = (coder: MemberId) =>
        done.find(({ source, account }) => source === id && account === coder)?.done ?? 0
      return [
        id,
        {
          coders: own.map(({ id, name, side }) => ({ id, name, side })),
          passages: of,
          progress: Object.fromEntries(own.map((coder) => [coder.id, { done: doneBy(coder.id), of }])),
        },
      ]
    }),
  )
}
