import { and, eq } from "drizzle-orm"
import { parseRoom, roomName } from "../core/access"
import type { SourceId } from "../core/model"
import { textOf } from "../core/text"
import { erasure } from "../db/schema"
import type { Services } from "./services"
import { versionOf } from "./sync/docStore"
import type { TranscriptNow } from "./sync/lateQuotes"

/**
 * The transcript by which what comes into a room is checked: for a layer of a source of which words were erased, since
 * its coder's device may still hold them (S65). Null for any other room.
 */
export async function transcriptSinceErasing(
  services: Pick<Services, "db" | "docs" | "collector">,
  name: string,
): Promise<TranscriptNow | null> {
  const room = parseRoom(name)
  if (room?.kind !== "layer" || !(await isErasedIn(services, room.source))) return null
  const source = roomName({ kind: "source", source: room.source })
  const loaded = await services.docs.load(source)
  const { state } = await services.collector.collect(source, loaded.updates, versionOf(loaded))
  const { turns } = await services.collector.readTranscript(source, loaded, null)
  return { state, text: textOf(turns) }
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
