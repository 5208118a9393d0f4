import { and, desc, eq, isNull, sql } from "drizzle-orm"
import type { CodeId, MemberId, ProjectId } from "../../core/model"
import type { Code, MergeRow } from "../../core/reading"
import type { Db } from "../../db/client"
import { codeChange, merge } from "../../db/schema"
import { codesOf } from "./codebook"
import { isUsed } from "./codeUse"

/** One field as one change left it. */
export interface FieldChange {
  readonly id: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** One's own act on the codebook that can be taken back as it stands. */
export type Undoable =
  | { readonly kind: "change"; readonly at: string; readonly code: Code; readonly fields: FieldChange[] }
  | {
      readonly kind: "merge"
      readonly at: string
      readonly id: string
      readonly how: MergeRow["how"]
      readonly from: string
      readonly into: string
    }

/** An act of long ago, under many others, is not what somebody wants back. */
const MOST_ACTS = 50

/** One's own latest act that still stands: nobody has changed the same thing since. Null: nothing to undo. */
export async function undoableOf(
  db: Db,
  asked: { readonly project: ProjectId; readonly by: MemberId; readonly code: CodeId | null },
): Promise<Undoable | null> {
  const codes = new Map((await codesOf(db, asked.project)).map((code) => [code.id, code]))
  const change = await standingChange(db, asked, codes)
  const merged = await standingMerge(db, asked)
  if (merged && (!change || merged.createdAt > change.at)) return mergeNamed(merged, codes)
  return change && { kind: "change", ...change, at: change.at.toISOString() }
}

type OwnChange = { readonly at: Date; readonly code: Code; readonly fields: FieldChange[] }
type OwnMerge = typeof merge.$inferSelect

function mergeNamed(
  { id, how, from, into, createdAt }: OwnMerge,
  codes: ReadonlyMap<CodeId, Code>,
): Undoable {
  const name = (code: CodeId) => codes.get(code)?.name ?? ""
  return { kind: "merge", at: createdAt.toISOString(), id, how, from: name(from), into: name(into) }
}

async function standingChange(
  db: Db,
  { project, by, code: only }: Parameters<typeof undoableOf>[1],
  codes: ReadonlyMap<CodeId, Code>,
): Promise<OwnChange | null> {
  const undone = db
    .select({ id: codeChange.undoes })
    .from(codeChange)
    .where(and(eq(codeChange.project, project), sql`${codeChange.undoes} is not null`))
  const rows = await db
    .select()
    .from(codeChange)
    .where(
      and(
        eq(codeChange.project, project),
        eq(codeChange.by, by),
        isNull(codeChange.undoes),
        only === null ? undefined : eq(codeChange.code, only),
        sql`${codeChange.id} not in ${undone}`,
      ),
    )
    .orderBy(desc(codeChange.revision))
    .limit(MOST_ACTS)
  for (const revision of new Set(rows.map((row) => row.revision))) {
    const own = rows.filter((row) => row.revision === revision)
    const { code, createdAt } = own[0]!
    const current = codes.get(code)
    if (!current || !own.every((change) => stands(change, current))) continue
    // A code in use is there to stay, and what lies further back is older than it.
    if (own[0]!.field === "created" && (await isUsed(db, project, code))) return null
    const fields = own.map(({ id, field, before, after }) => ({ id, field, before, after }))
    return { at: createdAt, code: current, fields }
  }
  return null
}

function stands({ field, after }: FieldChange, current: Code): boolean {
  if (field === "created") return !current.removed
  return JSON.stringify(current[field as keyof Code] ?? null) === JSON.stringify(after ?? null)
}

/** Merges that a decision about a disagreement made are undone with that decision, where it was made. */
async function standingMerge(
  db: Db,
  { project, by, code }: Parameters<typeof undoableOf>[1],
): Promise<OwnMerge | null> {
  if (code !== null) return null
  const [row] = await db
    .select()
    .from(merge)
    .where(
      and(
        eq(merge.project, project),
        eq(merge.by, by),
        isNull(merge.undoneAt),
        sql`not exists (select 1 from resolution where resolution.merge = ${merge.id})`,
      ),
    )
    .orderBy(desc(merge.createdAt))
    .limit(1)
  return row ?? null
}
