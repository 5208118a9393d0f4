import { eq } from "drizzle-orm"
import type { PlacedTurn, SourceId, Speaker } from "../../core/model"
import { source } from "../../db/schema"
import { loadWords } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"

/** A transcript as its document holds it now, its turns with their places in the text. */
export async function transcriptOf(
  services: Pick<Services, "db" | "docs" | "collector">,
  id: SourceId,
): Promise<{ version: number; speakers: readonly Speaker[]; turns: readonly PlacedTurn[] }> {
  const [row] = await services.db
    .select({ version: source.transcriptVersion })
    .from(source)
    .where(eq(source.id, id))
  if (!row) throw new Refusal("not-found")
  const { speakers, turns } = await loadWords(services, id)
  return { version: row.version, speakers, turns }
}
