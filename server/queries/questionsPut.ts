import { eq } from "drizzle-orm"
import { accessTo, type Member } from "../../core/access"
import { type PutAt, questionsPut } from "../../core/cutAtQuestions"
import type { PlacedTurn, ProjectId, SourceId, Speaker } from "../../core/model"
import { guideUse } from "../../db/schema"
import type { Services } from "../services"
import { guidesOf } from "./guides"
import { notesOf } from "./notes"

interface About {
  readonly project: ProjectId
  readonly source: SourceId
  readonly speakers: readonly Speaker[]
  readonly turns: readonly PlacedTurn[]
}

/**
 * Where the questions were put in a transcript: those that its live notes have, else those of the version it asks from,
 * else of the last.
 */
export async function questionsPutIn(
  services: Pick<Services, "db" | "docs" | "collector">,
  { project, source, ...said }: About,
  reader: Member,
): Promise<readonly PutAt[]> {
  const mayReadNotes = accessTo({ kind: "notes", source }, reader) !== "none"
  const notes = mayReadNotes ? await notesOf(services, source) : null
  if (notes && notes.guide.length > 0) return questionsPut(said, notes.guide, notes)
  if (accessTo({ kind: "guide" }, reader) === "none") return []
  const versions = await guidesOf(services, project)
  const [use] = await services.db.select().from(guideUse).where(eq(guideUse.source, source))
  const version = versions.find(({ id }) => id === use?.guide) ?? versions.at(-1)
  return questionsPut(said, version?.questions ?? [], null)
}
