/** What every change of a codebook is made of: it is held, written, and closed with a revision of its own. */
import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { AuditAction } from "../../core/audit"
import type { CodeId, MemberId, ProjectId, SourceId } from "../../core/model"
import type { Code } from "../../core/reading"
import type { Db } from "../../db/client"
import { codeChange, code as codes, project } from "../../db/schema"
import { note } from "../audit"
import { codesOf } from "../queries/codebook"
import { Refusal } from "../refusal"
import type { Services } from "../services"

export interface NewCode {
  readonly id?: CodeId
  readonly name: string
  readonly parent: CodeId | null
  readonly codable: boolean
  readonly definition: string
  readonly colour: string | null
}

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

/** Answers false, and writes nothing, where a code of this or any other project has the id. */
export async function insertCode(
  tx: Db,
  services: Pick<Services, "ids">,
  made: Required<NewCode> & {
    readonly project: ProjectId
    readonly by: MemberId
    readonly revision: number
    readonly order: number
    readonly origin: { readonly member: MemberId | null; readonly source: SourceId | null }
    readonly suggestedAs: CodeId | null
    readonly at: Date
  },
): Promise<boolean> {
  const row = {
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
    suggestedAs: made.suggestedAs,
    createdAt: made.at,
  }
  const written = await tx.insert(codes).values(row).onConflictDoNothing().returning({ id: codes.id })
  if (written.length === 0) return false
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
  return true
}

/** Writes the new revision and the audit row of a change of the codebook. */
export async function closeCodebook(
  tx: Db,
  services: Services,
  id: ProjectId,
  by: MemberId,
  revision: number,
  action: AuditAction,
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
