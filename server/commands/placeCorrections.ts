import { eq } from "drizzle-orm"
import type * as Y from "yjs"
import type { SourceId } from "../../core/model"
import { edgesOf } from "../../core/ydoc/anchors"
import type { Db } from "../../db/client"
import { correction, passage as passages } from "../../db/schema"

/**
 * Says of each correction in which passage its words stand now, after passages were cut anew: by that it waits for its
 * reveal, and is signed after it (B15). One that waits and whose words are gone is dropped.
 */
export async function placeCorrections(tx: Db, source: SourceId, doc: Y.Doc, at: Date): Promise<void> {
  const rows = await tx.select().from(correction).where(eq(correction.source, source))
  if (rows.length === 0) return
  const places = await tx.select().from(passages).where(eq(passages.source, source))
  const spanOf = edgesOf(doc)
  for (const { id, anchor, version, droppedAt } of rows) {
    const span = spanOf(anchor)
    const place = span && places.find(({ from, to }) => from <= span.from && span.to <= to)
    const is = eq(correction.id, id)
    if (place) await tx.update(correction).set({ passage: place.id }).where(is)
    else if (version === null && !droppedAt) await tx.update(correction).set({ droppedAt: at }).where(is)
  }
}
