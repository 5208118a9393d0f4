import { and, eq, isNull } from "drizzle-orm"
import { roomName } from "../../core/access"
import { canonicalOf } from "../../core/codebook"
import type { CodeId, MemberId, ProjectId } from "../../core/model"
import type { MergeRow } from "../../core/reading"
import type { Db } from "../../db/client"
import { merge, resolution, reveal, source } from "../../db/schema"
import { mergesOf } from "../queries/codebook"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { closeCodebook, holdCodebook, refreshCodebook } from "./codebookRevision"

/**
 * Says that two codes are one ("merging") or belong together ("relating"). No coding is rewritten: the row is
 * followed whenever codes are compared or counted, so undoing it reopens exactly what it alone had settled.
 */
export async function mergeCodes(
  services: Services,
  request: {
    readonly project: ProjectId
    readonly how: MergeRow["how"]
    readonly from: CodeId
    readonly into: CodeId
    readonly by: MemberId
  },
): Promise<{ id: string }> {
  const id = await services.db.transaction((tx) => insertMerge(tx, services, request))
  await refreshReviewsAndTree(services, request.project)
  return { id }
}

/** The same inside a transaction that decides something else besides. */
export async function insertMerge(
  tx: Db,
  services: Services,
  request: Parameters<typeof mergeCodes>[1],
): Promise<string> {
  const { revision, list } = await holdCodebook(tx, request.project)
  const canonical = canonicalOf(await mergesOf(tx, request.project))
  const [from, into] = [request.from, request.into].map((id) => list.find((code) => code.id === id))
  if (!from || !into) throw new Refusal("not-found")
  // What is merged into a code that does not stand would be seen nowhere.
  if (from.removed || list.some(({ id, removed }) => removed && id === canonical(into.id)))
    throw new Refusal("unknown-code")
  if (request.how === "merging" && from.codable && !into.codable) throw new Refusal("not-codable")
  if (canonical(request.from) === canonical(request.into)) throw new Refusal("same-code")
  const id = services.ids.newId()
  await tx.insert(merge).values({
    id,
    project: request.project,
    how: request.how,
    from: request.from,
    into: request.into,
    by: request.by,
    createdAt: services.clock(),
  })
  await closeCodebook(tx, services, request.project, request.by, revision + 1, "codes-merged", id)
  return id
}

/** Takes a merge or relation back; what it alone had settled is open again, decisions of people stay. */
export async function undoMerge(
  services: Services,
  request: { readonly merge: string; readonly by: MemberId },
): Promise<void> {
  const project = await services.db.transaction((tx) => takeBackMerge(tx, services, request))
  await refreshReviewsAndTree(services, project)
}

/** The same inside a transaction. Answers the project whose codes it concerned. */
export async function takeBackMerge(
  tx: Db,
  services: Services,
  request: Parameters<typeof undoMerge>[1],
): Promise<ProjectId> {
  const [row] = await tx
    .update(merge)
    .set({ undoneAt: services.clock(), undoneBy: request.by })
    .where(and(eq(merge.id, request.merge), isNull(merge.undoneAt)))
    .returning({ project: merge.project })
  if (!row) throw new Refusal("nothing-to-undo")
  // The decision that made the merge was the merge: it is open again with it.
  await tx
    .update(resolution)
    .set({ undoneAt: services.clock(), undoneBy: request.by })
    .where(and(eq(resolution.merge, request.merge), isNull(resolution.undoneAt)))
  const { revision } = await holdCodebook(tx, row.project)
  await closeCodebook(tx, services, row.project, request.by, revision + 1, "merge-undone", request.merge)
  return row.project
}

/** A change of what codes are equal may settle or reopen flags in every source of the project. */
export async function refreshReviewsAndTree(
  services: Pick<Services, "db" | "live">,
  project: ProjectId,
): Promise<void> {
  const sources = await services.db
    .selectDistinct({ id: reveal.source })
    .from(reveal)
    .innerJoin(source, eq(source.id, reveal.source))
    .where(eq(source.project, project))
  await Promise.all(sources.map(({ id }) => services.live.refresh(roomName({ kind: "review", source: id }))))
  await refreshCodebook(services, project)
}
