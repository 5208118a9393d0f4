import { and, desc, eq, isNotNull, sql } from "drizzle-orm"
import { accessTo, type Member } from "../../core/access"
import type { Blindness, SourceId } from "../../core/model"
import { source as sources, weakening, weakeningConsent } from "../../db/schema"
import type { Services } from "../services"

/** A weaker policy that was asked for, as one of the people concerned may know of it (B28). */
export interface AskedWeakening {
  readonly id: string
  readonly to: Blindness
  /** Declined is told to those who may ask again, until they do. */
  readonly state: "asked" | "declined"
  /** One's own answer; null for whoever does not code the source. */
  readonly mine: "waited-for" | "consented" | null
}

/**
 * What is asked of a source's coders; null where nothing is, and for everybody but the coders and those who may ask.
 * No times, and nobody's consent but the reader's (B28).
 */
export async function weakeningFor(
  { db }: Pick<Services, "db">,
  source: SourceId,
  member: Member,
): Promise<AskedWeakening | null> {
  const mayAsk = accessTo({ kind: "settings" }, member) === "write"
  const codes = member.codes.has(source)
  if (!mayAsk && !codes) return null
  const [row] = await db
    .select({ id: weakening.id, to: weakening.to, ended: weakening.ended })
    .from(weakening)
    .innerJoin(sources, eq(sources.id, weakening.source))
    // What was asked before all was taken back is as if it had never been (B29).
    .where(and(eq(weakening.source, source), isNotNull(sources.codingOpenedAt)))
    .orderBy(sql`${weakening.endedAt} is null desc`, desc(weakening.createdAt))
    .limit(1)
  if (!row) return null
  const { id, to, ended } = row
  if (ended === "declined") return mayAsk ? { id, to, state: "declined", mine: null } : null
  if (ended !== null) return null
  if (!codes) return { id, to, state: "asked", mine: null }
  const [consent] = await db
    .select()
    .from(weakeningConsent)
    .where(and(eq(weakeningConsent.weakening, id), eq(weakeningConsent.account, member.id)))
  return { id, to, state: "asked", mine: consent ? "consented" : "waited-for" }
}
