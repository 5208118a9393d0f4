import { eq } from "drizzle-orm"
import type { MemberId, ProjectId } from "../../core/model"
import type { Reveal } from "../../core/reading"
import type { FlagView, ReviewView } from "../../core/view"
import { project } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { codeChangesOf } from "./codebook"
import { exportedChecks } from "./exportedChecks"
import { guidesOf } from "./guides"
import { writtenMemos } from "./memos"
import { sampleOf } from "./participants"
import { loadRevealed } from "./revealed"
import { reviewOf } from "./review"
import { codebookOf, revealedSources } from "./tree"

/** Version of the shape below; grows when a field changes its meaning. */
export const EXPORT_VERSION = 1

/**
 * Everything revealed of a project, decisions and reasons included, with the memos that are shared and those of who
 * asks, the interview guide, and the table of participants. Nothing of what is still blind (B8), nor of what is
 * another's alone.
 */
export async function exportProject(
  services: Pick<Services, "db" | "docs" | "collector" | "clock" | "memoTexts" | "heldDocs">,
  id: ProjectId,
  reader: MemberId,
) {
  const [head] = await services.db.select().from(project).where(eq(project.id, id))
  if (!head) throw new Refusal("not-found")
  const sources: ExportedSource[] = []
  for (const { id: source } of await revealedSources(services, id))
    sources.push(await exportSource(services, source))
  return {
    format: "binome",
    version: EXPORT_VERSION,
    exportedAt: services.clock().toISOString(),
    project: {
      id: head.id,
      name: head.name,
      question: head.question,
      approach: head.approach,
      tolerance: head.tolerance,
    },
    codebook: await codebookOf(services.db, id),
    codebookChanges: await codeChangesOf(services.db, id, 10_000),
    sources,
    memos: await writtenMemos(services, id, reader),
    guides: await guidesOf(services, id),
    sample: await sampleOf(services.db, id),
    memberChecks: await exportedChecks(services, id, reader),
  }
}

export type ProjectExport = Awaited<ReturnType<typeof exportProject>>

export interface ExportedSource {
  readonly id: string
  readonly title: string
  readonly people: ReviewView["people"]
  /** As frozen at the reveal: the independent record; how long an erased word was stays here (A17). */
  readonly reveals: readonly Omit<Reveal, "measure">[]
  readonly disagreements: readonly FlagView[]
  readonly laterReadings: ReviewView["laterReadings"]
  readonly declarations: ReviewView["declarations"]
}

async function exportSource(
  services: Pick<Services, "db" | "docs" | "collector">,
  id: string,
): Promise<ExportedSource> {
  const read = await loadRevealed(services, id)
  const review = await reviewOf(services, id)
  return {
    id,
    title: read.title,
    people: review.people,
    reveals: read.passages.map(({ reveal: { measure: _, ...frozen } }) => frozen),
    disagreements: Object.values(review.flags).sort((one, other) => one.text.from - other.text.from),
    laterReadings: review.laterReadings,
    declarations: review.declarations,
  }
}
