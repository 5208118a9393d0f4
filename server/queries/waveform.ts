import { desc, eq } from "drizzle-orm"
import type { SourceId } from "../../core/model"
import { recording } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import type { Waveform } from "../waveforms"

/** The waveform of a source's recording, at once, as far as it is; `tag` changes when the recording does. */
export async function waveformOf(
  { db, recordings, waveforms }: Pick<Services, "db" | "recordings" | "waveforms">,
  source: SourceId,
): Promise<Exclude<Waveform, { is: "none" }> & { readonly tag: string }> {
  const [row] = await db.select().from(recording).where(eq(recording.source, source))
  if (!row || !(await recordings.stat(row.key))) throw new Refusal("not-found")
  const waveform = await waveforms.of(row.key, row.mime)
  if (waveform.is === "none") throw new Refusal("no-waveform")
  return { ...waveform, tag: `"${row.key}-peaks"` }
}

/** Begins what is missing: after a restore, a restart in the middle of one, a disk that was full. Newest first. */
export async function makeMissingWaveforms({
  db,
  waveforms,
}: Pick<Services, "db" | "waveforms">): Promise<void> {
  const rows = await db
    .select({ key: recording.key, mime: recording.mime })
    .from(recording)
    .orderBy(desc(recording.createdAt))
  for (const { key, mime } of rows) waveforms.make(key, mime)
}
