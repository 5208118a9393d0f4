import { and, eq } from "drizzle-orm"
import * as Y from "yjs"
import { parseRoom } from "../core/access"
import type { SourceId } from "../core/model"
import { erasure } from "../db/schema"
import { loadTranscript } from "./documents"
import type { Services } from "./services"
import type { TranscriptNow } from "./sync/lateQuotes"

/**
 * The transcript by which what comes into a room is checked: for a layer of a source of which words were erased, since
 * its coder's device may still hold them (S65). Null for any other room.
 */
export async function transcriptSinceErasing(
  services: Pick<Services, "db" | "docs">,
  name: string,
): Promise<TranscriptNow | null> {
  const room = parseRoom(name)
  if (room?.kind !== "layer" || !(await isErasedIn(services, room.source))) return null
  const { doc, text } = await loadTranscript(services, room.source)
  return { state: Y.encodeStateAsUpdate(doc), text }
}

/** Whether words of a source were ever erased. */
export async function isErasedIn({ db }: Pick<Services, "db">, source: SourceId): Promise<boolean> {
  const [erased] = await db
    .select({ id: erasure.id })
    .from(erasure)
    .where(and(eq(erasure.source, source), eq(erasure.what, "words")))
    .limit(1)
  return erased !== undefined
}
