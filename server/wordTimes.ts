import { eq } from "drizzle-orm"
import type * as Y from "yjs"
import type { SourceId } from "../core/model"
import { type KeptWordTimes, withoutGone } from "../core/ydoc/wordTimes"
import type { Db } from "../db/client"
import { wordTimes } from "../db/schema"

/** When the words of a transcript are said, as they were imported; null where nobody knows. */
export async function wordTimesOf(db: Db, source: SourceId): Promise<KeptWordTimes | null> {
  const [row] = await db
    .select({ client: wordTimes.client, times: wordTimes.times })
    .from(wordTimes)
    .where(eq(wordTimes.source, source))
  return row ?? null
}

/** Keeps when words were said in the place of what was known before; null: nothing is known, and all stays. */
export async function keepTimes(tx: Db, source: SourceId, kept: KeptWordTimes | null): Promise<void> {
  if (!kept) return
  await tx
    .insert(wordTimes)
    .values({ source, ...kept })
    .onConflictDoUpdate({ target: wordTimes.source, set: kept })
}

/** Forgets when words were said that are no more. */
export async function forgetGoneWords(tx: Db, source: SourceId, doc: Y.Doc): Promise<void> {
  const kept = await wordTimesOf(tx, source)
  if (!kept) return
  const { times } = withoutGone(doc, kept)
  await tx.update(wordTimes).set({ times }).where(eq(wordTimes.source, source))
}
