import { eq } from "drizzle-orm"
import type { SourceId } from "../../core/model"
import { saidTurns } from "../../core/saidTurns"
import { type Said, type Speaking, speaking } from "../../core/speaking"
import { recording } from "../../db/schema"
import { loadWords } from "../documents"
import type { Services } from "../services"
import { wordTimesOf } from "../wordTimes"
import { notesOf } from "./notes"

/** Who spoke how much of a source, by its transcript and what was noted live; with the turns that are counted, without their words. */
export async function speakingOf(
  services: Pick<Services, "db" | "docs" | "collector">,
  source: SourceId,
): Promise<Said & { readonly speaking: Speaking }> {
  const { db } = services
  const { speakers, turns, heard } = await loadWords(services, source, await wordTimesOf(db, source))
  const [kept] = await db
    .select({ durationMs: recording.durationMs })
    .from(recording)
    .where(eq(recording.source, source))
  const notes = await notesOf(services, source)
  const durationMs = kept?.durationMs ?? null
  const said = { speakers, turns: saidTurns(turns, { words: heard, durationMs }, notes.guide) }
  return { ...said, speaking: speaking(said, notes) }
}
