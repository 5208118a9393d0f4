import { eq } from "drizzle-orm"
import type { ProjectId } from "../../core/model"
import { searchFor } from "../../core/pseudonyms"
import type { Db } from "../../db/client"
import { project, pseudonym } from "../../db/schema"
import { Refusal } from "../refusal"

/** One change of a project's table of participants at a time. */
export async function holdProject(tx: Db, id: ProjectId): Promise<void> {
  const [held] = await tx.select({ id: project.id }).from(project).where(eq(project.id, id)).for("update")
  if (!held) throw new Refusal("not-found")
}

/** Whether a text holds a name of the project's key. People are letters here. */
export async function namesIn(tx: Db, of: ProjectId): Promise<(text: string) => boolean> {
  const search = searchFor(await tx.select().from(pseudonym).where(eq(pseudonym.project, of)))
  return (text) => search(text).length > 0
}
