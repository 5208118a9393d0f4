import { and, eq } from "drizzle-orm"
import { wouldCycle } from "../../core/codebook"
import type { CodeId, MemberId, ProjectId } from "../../core/model"
import type { Code } from "../../core/reading"
import type { Db } from "../../db/client"
import { codeChange, code as codes } from "../../db/schema"
import { isUsed } from "../queries/codeUse"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import {
  closeCodebook,
  holdCodebook,
  insertCode,
  type NewCode,
  nextOrder,
  refreshCodebook,
} from "./codebookRevision"

/** The fields of a code that a command may change, one at a time. */
export type CodeField =
  | "name"
  | "definition"
  | "useWhen"
  | "doNotUseWhen"
  | "example"
  | "colour"
  | "parent"
  | "order"
  | "codable"
  | "removed"

/** Makes a code or category in the codebook, at the end of its siblings. */
export async function createCode(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId } & NewCode,
): Promise<{ id: CodeId }> {
  const id = await services.db.transaction(async (tx) => {
    const { revision, list } = await holdCodebook(tx, request.project)
    if (request.id !== undefined && (await isMade(tx, request, request.id))) return request.id
    if (request.parent !== null) demandStanding(list, request.parent)
    const id = request.id ?? services.ids.newId()
    const made = await insertCode(tx, services, {
      ...request,
      id,
      name: nameOf(request.name),
      revision: revision + 1,
      order: nextOrder(list, request.parent),
      origin: { member: null, source: null },
      suggestedAs: null,
      at: services.clock(),
    })
    if (!made) throw new Refusal("invalid-body", { errors: [{ path: "id", message: "taken" }] })
    await closeCodebook(tx, services, request.project, request.by, revision + 1, "code-created", id)
    return id
  })
  await refreshCodebook(services, request.project)
  return { id }
}

/** Whether the same person made a code of this name under this id before: asked again, it is there once (S56). */
async function isMade(
  tx: Db,
  { project, by, name }: NewCode & { project: ProjectId; by: MemberId },
  id: CodeId,
) {
  const [made] = await tx
    .select({ name: codeChange.after, by: codeChange.by })
    .from(codeChange)
    .where(and(eq(codeChange.project, project), eq(codeChange.code, id), eq(codeChange.field, "created")))
  return made?.by === by && made.name === nameOf(name)
}

/** What is asked of one code: one field, or a move, which is two. */
export type CodeChanges = Partial<Pick<typeof codes.$inferInsert, CodeField>>

/**
 * Changes one field of a code and remembers what was before. A move under one's own descendant is refused; two moves
 * that cross each other come one after the other, and the second is refused (T2). A code that is still used by
 * something revealed, by a later reading, or by a code under it or merged into it, is not removed.
 */
export async function changeCode(
  services: Services,
  request: {
    readonly code: CodeId
    readonly by: MemberId
    readonly field: CodeField
    readonly value: unknown
  },
): Promise<{ revision: number }> {
  const { code, by, field, value } = request
  return changeFields(services, { code, by, changes: { [field]: value } as CodeChanges })
}

/** Moves a code under another parent (null: to the root) and to a place among its siblings (null: last). */
export async function moveCode(
  services: Services,
  request: {
    readonly code: CodeId
    readonly by: MemberId
    readonly parent: CodeId | null
    readonly order: number | null
  },
): Promise<{ revision: number }> {
  const { code, by, parent, order } = request
  return changeFields(services, { code, by, changes: { parent, ...(order === null ? {} : { order }) } })
}

async function changeFields(
  services: Services,
  request: { readonly code: CodeId; readonly by: MemberId; readonly changes: CodeChanges },
): Promise<{ revision: number }> {
  const project = await projectOf(services.db, request.code)
  const revision = await services.db.transaction(async (tx) => {
    const { revision, list } = await holdCodebook(tx, project)
    const current = demand(list, request.code)
    const changes = await allowed(tx, project, list, current, request.changes)
    await writeChanges(tx, services, { ...request, project, revision: revision + 1, current, changes })
    await closeCodebook(tx, services, project, request.by, revision + 1, "code-changed", current.id)
    return revision + 1
  })
  await refreshCodebook(services, project)
  return { revision }
}

async function allowed(
  tx: Db,
  project: ProjectId,
  list: readonly Code[],
  current: Code,
  asked: CodeChanges,
): Promise<CodeChanges> {
  if (asked.removed === true && (await isUsed(tx, project, current.id))) throw new Refusal("code-in-use")
  if (asked.name !== undefined) return { ...asked, name: nameOf(asked.name) }
  const { parent } = asked
  if (parent === undefined) return asked
  if (parent !== null && wouldCycle(list, current.id, demandStanding(list, parent).id))
    throw new Refusal("would-cycle")
  return { parent, order: asked.order ?? nextOrder(list, parent) }
}

/** Writes fields of a code under one revision, and for each what was before. */
export async function writeChanges(
  tx: Db,
  services: Pick<Services, "ids" | "clock">,
  change: {
    readonly project: ProjectId
    readonly revision: number
    readonly by: MemberId
    readonly current: Code
    readonly changes: CodeChanges
    /** By field, the change that is taken back. */
    readonly undoes?: Readonly<Record<string, string>>
  },
): Promise<void> {
  const { current, changes, undoes = {} } = change
  await tx.update(codes).set(changes).where(eq(codes.id, current.id))
  await tx.insert(codeChange).values(
    Object.entries(changes).map(([field, value]) => ({
      id: services.ids.newId(),
      project: change.project,
      revision: change.revision,
      code: current.id,
      field,
      before: current[field as CodeField] ?? null,
      after: value ?? null,
      by: change.by,
      undoes: undoes[field] ?? null,
      createdAt: services.clock(),
    })),
  )
}

function demand(list: readonly Code[], id: CodeId): Code {
  const found = list.find((code) => code.id === id)
  if (!found) throw new Refusal("not-found")
  return found
}

function demandStanding(list: readonly Code[], id: CodeId): Code {
  const found = demand(list, id)
  if (found.removed) throw new Refusal("unknown-code")
  return found
}

function nameOf(name: string): string {
  const trimmed = name.trim().replace(/\s+/g, " ")
  if (trimmed === "") throw new Refusal("name-missing")
  return trimmed.slice(0, 200)
}

async function projectOf(db: Db, id: CodeId): Promise<ProjectId> {
  const [row] = await db.select({ project: codes.project }).from(codes).where(eq(codes.id, id))
  if (!row) throw new Refusal("not-found")
  return row.project
}
