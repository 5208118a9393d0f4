import { wouldCycle } from "../../core/codebook"
import type { CodeId, MemberId, ProjectId } from "../../core/model"
import type { Db } from "../../db/client"
import { isUsed } from "../queries/codeUse"
import { type Undoable, undoableOf } from "../queries/undoable"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { type CodeChanges, writeChanges } from "./changeCodebook"
import { closeCodebook, holdCodebook, refreshCodebook } from "./codebookRevision"
import { refreshReviewsAndTree, takeBackMerge } from "./mergeCodes"

interface Request {
  readonly project: ProjectId
  readonly by: MemberId
  /** Only what was done to this code; null: to any. */
  readonly code: CodeId | null
}

/**
 * Takes back one's own latest act on a codebook that still stands, and says which it was. What somebody else has
 * changed since stays as it is: undoing never undoes another's work. A code made by mistake goes unless it is in use.
 */
export async function undoCodeChange(services: Services, request: Request): Promise<{ undone: Undoable }> {
  const undone = await services.db.transaction(async (tx) => {
    const { revision, list } = await holdCodebook(tx, request.project)
    const found = await undoableOf(tx, request)
    if (!found) throw new Refusal("nothing-to-undo")
    if (found.kind === "merge") await takeBackMerge(tx, services, { merge: found.id, by: request.by })
    else await takeBack(tx, services, { ...request, revision: revision + 1, list }, found)
    return found
  })
  if (undone.kind === "merge") await refreshReviewsAndTree(services, request.project)
  else await refreshCodebook(services, request.project)
  return { undone }
}

async function takeBack(
  tx: Db,
  services: Services,
  held: Request & { readonly revision: number; readonly list: Parameters<typeof wouldCycle>[0] },
  { code, fields }: Extract<Undoable, { kind: "change" }>,
): Promise<void> {
  const { project, by, revision, list } = held
  const before = fields.map(({ id, field, before }) =>
    field === "created" ? { id, field: "removed", value: true } : { id, field, value: before },
  )
  const changes = Object.fromEntries(before.map(({ field, value }) => [field, value])) as CodeChanges
  if (changes.removed === true && (await isUsed(tx, project, code.id))) throw new Refusal("code-in-use")
  if (wouldCycle(list, code.id, changes.parent ?? null)) throw new Refusal("would-cycle")
  const undoes = Object.fromEntries(before.map(({ field, id }) => [field, id]))
  await writeChanges(tx, services, { project, by, revision, current: code, changes, undoes })
  await closeCodebook(tx, services, project, by, revision, "code-changed", code.id)
}
