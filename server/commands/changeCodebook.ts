import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { roomName } from "../../core/access"
import { wouldCycle } from "../../core/codebook"
import type { CodeId, MemberId, ProjectId, SourceId } from "../../core/model"
import type { Code } from "../../core/reading"
import type { Db } from "../../db/client"
import { codeChange, code as codes, project } from "../../db/schema"
import { note } from "../audit"
import { codesOf } from "../queries/codebook"
import { Refusal } from "../refusal"
import type { Services } from "../services"

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

export interface NewCode {
  readonly id?: CodeId
  readonly name: string
  readonly parent: CodeId | null
  readonly codable: boolean
  readonly definition: string
  readonly colour: string | null
}

/** Makes a code or category in the codebook, at the end of its siblings. */
export async function createCode(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId } & NewCode,
): Promise<{ id: CodeId }> {
  const id = await services.db.transaction(async (tx) => {
    const { revision, list } = await holdCodebook(tx, request.project)
    if (request.parent !== null) demand(list, request.parent)
    const id = request.id ?? services.ids.newId()
    await insertCode(tx, services, {
      ...request,
      id,
      name: nameOf(request.name),
      revision: revision + 1,
      order: nextOrder(list, request.parent),
      origin: { member: null, source: null },
      at: services.clock(),
    })
    await closeCodebook(tx, services, request.project, request.by, revision + 1, "code-created", id)
    return id
  })
  await refreshCodebook(services, request.project)
  return { id }
}

/**
 * Changes one field of a code and remembers what was before. A move under one's own descendant is refused; two moves
 * that cross each other are both kept, and the tree shows no cycle (T-rules).
 */
export async function changeCode(
  services: Services,
  request: {
    readonly code: CodeId
    readonly by: MemberId
    readonly field: CodeField
    readonly value: unknown
    readonly undoes?: string
  },
): Promise<{ revision: number }> {
  const projectId = await projectOf(services.db, request.code)
  const revision = await services.db.transaction(async (tx) => {
    const { revision, list } = await holdCodebook(tx, projectId)
    const current = demand(list, request.code)
    const value = request.field === "name" ? nameOf(String(request.value)) : request.value
    if (request.field === "parent" && value !== null) {
      const parent = demand(list, value as CodeId)
      if (parent.id === current.id || wouldCycle(list, current.id, parent.id))
        throw new Refusal("would-cycle")
    }
    await tx
      .update(codes)
      .set({ [request.field]: value })
      .where(eq(codes.id, current.id))
    await tx.insert(codeChange).values({
      id: services.ids.newId(),
      project: projectId,
      revision: revision + 1,
      code: current.id,
      field: request.field,
      before: current[request.field as keyof Code] ?? null,
      after: value ?? null,
      by: request.by,
      undoes: request.undoes ?? null,
      createdAt: services.clock(),
    })
    await closeCodebook(tx, services, projectId, request.by, revision + 1, "code-changed", current.id)
    return revision + 1
  })
  await refreshCodebook(services, projectId)
  return { revision }
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
  const moved = await changeCode(services, { ...request, field: "parent", value: request.parent })
  if (request.order === null) return moved
  return changeCode(services, { ...request, field: "order", value: request.order })
}

/**
 * Takes back one's own latest change of a codebook that still stands, or the change named. Refused when a later
 * change of the same field stands on top of it: undoing must not undo another's work.
 */
export async function undoCodeChange(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId; readonly code: CodeId | null },
): Promise<{ revision: number }> {
  const undone = services.db
    .select({ id: codeChange.undoes })
    .from(codeChange)
    .where(and(eq(codeChange.project, request.project), sql`${codeChange.undoes} is not null`))
  const [last] = await services.db
    .select()
    .from(codeChange)
    .where(
      and(
        eq(codeChange.project, request.project),
        eq(codeChange.by, request.by),
        isNull(codeChange.undoes),
        request.code === null ? undefined : eq(codeChange.code, request.code),
        sql`${codeChange.id} not in ${undone}`,
      ),
    )
    .orderBy(desc(codeChange.revision))
    .limit(1)
  if (!last) throw new Refusal("nothing-to-undo")
  const [current] = await services.db.select().from(codes).where(eq(codes.id, last.code))
  if (last.field === "created") return removeAgain(services, request, last)
  const now = current?.[last.field as keyof typeof current] ?? null
  if (JSON.stringify(now) !== JSON.stringify(last.after ?? null)) throw new Refusal("nothing-to-undo")
  return changeCode(services, {
    code: last.code,
    by: request.by,
    field: last.field as CodeField,
    value: last.before,
    undoes: last.id,
  })
}

function removeAgain(
  services: Services,
  request: { readonly by: MemberId },
  created: { id: string; code: string },
) {
  return changeCode(services, {
    code: created.code,
    by: request.by,
    field: "removed",
    value: true,
    undoes: created.id,
  })
}

// ------------------------------------------------------------------ shared with reveal and merge

/** Locks the project's row, so that revisions of its codebook follow one another. */
export async function holdCodebook(tx: Db, id: ProjectId): Promise<{ revision: number; list: Code[] }> {
  const [row] = await tx
    .select({ revision: project.codebookRevision })
    .from(project)
    .where(eq(project.id, id))
    .for("update")
  if (!row) throw new Refusal("not-found")
  return { revision: row.revision, list: await codesOf(tx, id) }
}

export async function insertCode(
  tx: Db,
  services: Pick<Services, "ids">,
  made: Required<NewCode> & {
    readonly project: ProjectId
    readonly by: MemberId
    readonly revision: number
    readonly order: number
    readonly origin: { readonly member: MemberId | null; readonly source: SourceId | null }
    readonly at: Date
  },
): Promise<void> {
  await tx.insert(codes).values({
    id: made.id,
    project: made.project,
    name: made.name,
    parent: made.parent,
    codable: made.codable,
    definition: made.definition,
    colour: made.colour,
    order: made.order,
    originMember: made.origin.member,
    originSource: made.origin.source,
    createdAt: made.at,
  })
  await tx.insert(codeChange).values({
    id: services.ids.newId(),
    project: made.project,
    revision: made.revision,
    code: made.id,
    field: "created",
    before: null,
    after: made.name,
    by: made.by,
    createdAt: made.at,
  })
}

/** Writes the new revision and the audit row of a change of the codebook. */
export async function closeCodebook(
  tx: Db,
  services: Services,
  id: ProjectId,
  by: MemberId,
  revision: number,
  action: string,
  subject: string,
): Promise<void> {
  await tx.update(project).set({ codebookRevision: revision }).where(eq(project.id, id))
  await note(tx, services, { project: id, account: by, action, subject })
}

export async function refreshCodebook(services: Pick<Services, "live">, id: ProjectId): Promise<void> {
  await services.live.refresh(roomName({ kind: "codebook", project: id }))
  await services.live.refresh(roomName({ kind: "tree", project: id }))
}

export function nextOrder(list: readonly Code[], parent: CodeId | null): number {
  const siblings = list.filter((code) => code.parent === parent)
  return siblings.reduce((last, code) => Math.max(last, code.order), 0) + 1
}

function demand(list: readonly Code[], id: CodeId): Code {
  const found = list.find((code) => code.id === id)
  if (!found) throw new Refusal("not-found")
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
