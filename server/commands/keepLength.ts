import { and, eq, isNull } from "drizzle-orm"
import { roomName } from "../../core/access"
import { recording } from "../../db/schema"
import type { Services } from "../services"

/** Keeps how long a recording is, as its sound says, where nobody said it when it came. */
export async function keepLength(
  { db, live }: Pick<Services, "db" | "live">,
  key: string,
  durationMs: number,
): Promise<void> {
  if (durationMs <= 0) return
  const rows = await db
    .update(recording)
    .set({ durationMs })
    .where(and(eq(recording.key, key), isNull(recording.durationMs)))
    .returning({ source: recording.source })
  for (const { source } of rows) await live.refresh(roomName({ kind: "review", source }))
}
