import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import { canonicalOf } from "../../core/codebook"
import type { CodeId, ProjectId } from "../../core/model"
import type { Db } from "../../db/client"
import { disagreement, laterReading, resolution, reveal, source } from "../../db/schema"
import { codesOf, mergesOf } from "./codebook"

/**
 * Whether something would be left hanging if the code were removed: a coding of a reveal, a decision, a later
 * reading, a code under it, a code merged into it. What is handed in and not yet revealed is not asked: the answer
 * would tell one coder of the other's codes (B8); such codings keep the name of their code (T9).
 */
export async function isUsed(db: Db, project: ProjectId, code: CodeId): Promise<boolean> {
  const canonical = canonicalOf(await mergesOf(db, project))
  const codes = await codesOf(db, project)
  const held = codes.some(
    ({ id, parent, removed }) => !removed && id !== code && (parent === code || canonical(id) === code),
  )
  return (
    held ||
    (await inReveal(db, project, code)) ||
    (await inDecision(db, project, code)) ||
    (await inLaterReading(db, project, code))
  )
}

async function inReveal(db: Db, project: ProjectId, code: CodeId): Promise<boolean> {
  const found = await db
    .select({ source: reveal.source })
    .from(reveal)
    .innerJoin(source, eq(source.id, reveal.source))
    .where(and(eq(source.project, project), holds(sql`${reveal.row}`, "$.handIns[*].codings[*].code", code)))
    .limit(1)
  return found.length > 0
}

async function inDecision(db: Db, project: ProjectId, code: CodeId): Promise<boolean> {
  const found = await db
    .select({ id: resolution.id })
    .from(resolution)
    .innerJoin(disagreement, eq(disagreement.id, resolution.disagreement))
    .innerJoin(source, eq(source.id, disagreement.source))
    .where(
      and(
        eq(source.project, project),
        isNull(resolution.undoneAt),
        holds(sql`${resolution.verdict}`, "$.codes[*]", code),
      ),
    )
    .limit(1)
  return found.length > 0
}

async function inLaterReading(db: Db, project: ProjectId, code: CodeId): Promise<boolean> {
  const found = await db
    .select({ id: laterReading.id })
    .from(laterReading)
    .innerJoin(source, eq(source.id, laterReading.source))
    .where(and(eq(source.project, project), isNull(laterReading.removedAt), eq(laterReading.code, code)))
    .limit(1)
  return found.length > 0
}

/** Whether the value at a path of a JSON column is the code. */
function holds(column: SQL, path: string, code: CodeId): SQL {
  const named = JSON.stringify({ code })
  return sql`jsonb_path_exists(${column}, ${`${path} ? (@ == $code)`}::jsonpath, ${named}::jsonb)`
}
