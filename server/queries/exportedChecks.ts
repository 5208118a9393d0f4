import { accessTo } from "../../core/access"
import { type CheckCounts, countChecks } from "../../core/memberCheck"
import type { MemberId, ProjectId } from "../../core/model"
import { memberOf } from "../places"
import type { Services } from "../services"
import { countedIn, memberChecksOf, type ShownComment } from "./memberChecks"

export interface ExportedChecks {
  readonly source: string
  readonly title: string
  readonly counts: CheckCounts
  /** What participants wrote, where the reader may see it. */
  readonly comments: readonly Omit<ShownComment, "id" | "check">[]
}

/** Member checks of a project, a source each: counts for every reader, comments for who makes that transcript. */
export async function exportedChecks(
  services: Pick<Services, "db" | "docs" | "collector" | "heldDocs">,
  project: ProjectId,
  reader: MemberId,
): Promise<ExportedChecks[]> {
  const rows = await countedIn(services.db, project)
  const member = await memberOf(services, project, reader)
  const exported: ExportedChecks[] = []
  for (const [source, title] of new Map(rows.map((row) => [row.source, row.title]))) {
    const counts = countChecks(rows.filter((row) => row.source === source))
    const mayRead = accessTo({ kind: "memberCheck", source }, member) === "write"
    const { comments } = mayRead && counts.comments > 0 ? await memberChecksOf(services, source) : none
    exported.push({ source, title, counts, comments: comments.map(({ id, check, ...comment }) => comment) })
  }
  return exported
}

const none: { readonly comments: readonly ShownComment[] } = { comments: [] }
