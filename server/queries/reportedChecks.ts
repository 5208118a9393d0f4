import { countChecks, stateOf } from "../../core/memberCheck"
import type { ProjectId, SourceId } from "../../core/model"
import { loadWords } from "../documents"
import type { CheckLine } from "../exports/memberChecksTable"
import type { Services } from "../services"
import { countedIn } from "./memberChecks"

/** What is reported of a project's member checks: its links without what was written by them, and the sums. */
export async function reportedChecks(
  services: Pick<Services, "db" | "docs" | "collector">,
  project: ProjectId,
) {
  const rows = await countedIn(services.db, project)
  const labels = new Map<SourceId, ReadonlyMap<string, string>>()
  for (const id of new Set(rows.map(({ source }) => source))) {
    const { speakers } = await loadWords(services, id)
    labels.set(id, new Map(speakers.map((speaker) => [speaker.id, speaker.label])))
  }
  const now = new Date()
  const checks = rows.map(
    (row): CheckLine => ({
      source: row.source,
      title: row.title,
      label: labels.get(row.source)?.get(row.speaker) ?? "",
      scope: row.scope,
      state: stateOf(row, now),
      createdAt: row.createdAt,
      firstOpenedAt: row.firstOpenedAt,
      returnedAt: row.returnedAt,
      comments: row.comments,
      handled: row.handled,
    }),
  )
  return { checks, counts: countChecks(rows) }
}
