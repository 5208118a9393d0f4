import { asc, desc, eq } from "drizzle-orm"
import type { ProjectId } from "../../core/model"
import type { Code, MergeRow } from "../../core/reading"
import type { Db } from "../../db/client"
import { code, codeChange, merge } from "../../db/schema"

/** All codes of a project, removed ones included (they still name what was coded), oldest id last. */
export async function codesOf(db: Db, project: ProjectId): Promise<Code[]> {
  const rows = await db
    .select()
    .from(code)
    .where(eq(code.project, project))
    .orderBy(asc(code.order), asc(code.id))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    parent: row.parent,
    codable: row.codable,
    definition: row.definition,
    useWhen: row.useWhen,
    doNotUseWhen: row.doNotUseWhen,
    example: row.example,
    colour: row.colour,
    order: row.order,
    origin: { member: row.originMember, source: row.originSource },
    removed: row.removed,
  }))
}

/** All merges and relations of a project, undone ones included, in the order they were made. */
export async function mergesOf(db: Db, project: ProjectId): Promise<MergeRow[]> {
  const rows = await db
    .select()
    .from(merge)
    .where(eq(merge.project, project))
    .orderBy(asc(merge.createdAt), asc(merge.id))
  return rows.map((row) => ({
    id: row.id,
    project: row.project,
    how: row.how,
    from: row.from,
    into: row.into,
    by: row.by,
    at: row.createdAt.toISOString(),
    undone: row.undoneAt !== null,
  }))
}

/** The last changes of a codebook, newest first. */
export async function codeChangesOf(db: Db, project: ProjectId, limit = 200) {
  const rows = await db
    .select()
    .from(codeChange)
    .where(eq(codeChange.project, project))
    .orderBy(desc(codeChange.revision))
    .limit(limit)
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}
