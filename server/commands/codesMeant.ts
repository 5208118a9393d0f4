import { and, eq } from "drizzle-orm"
import type { CodeId, MemberId, ProjectId } from "../../core/model"
import type { Db } from "../../db/client"
import { code, codeChange } from "../../db/schema"
import { idOfItsOwn } from "./admitCodes"

/** What a coder means by the id of a code. */
export type CodeMeant =
  | { readonly is: "in-codebook"; readonly id: CodeId; readonly codable: boolean }
  | { readonly is: "suggested"; readonly id: CodeId }
  | { readonly is: "unknown"; readonly id: CodeId }

/**
 * What a coder means by the ids of codes, where they suggest these. Who suggests a code under an id means that one, or
 * what it became in the codebook, whatever somebody else calls by that id or by the one it would get (B25). Any other
 * id is the codebook's.
 */
export async function codesMeant(
  tx: Db,
  by: { readonly project: ProjectId; readonly coder: MemberId },
  suggested: ReadonlySet<CodeId>,
): Promise<(id: CodeId) => CodeMeant> {
  const { project, coder } = by
  const made = and(
    eq(codeChange.project, project),
    eq(codeChange.code, code.id),
    eq(codeChange.field, "created"),
  )
  const rows = await tx
    .select({ id: code.id, codable: code.codable, maker: codeChange.by })
    .from(code)
    .leftJoin(codeChange, made)
    .where(eq(code.project, project))
  const known = new Map(rows.map((row) => [row.id, row]))
  const isOwn = (id: CodeId) => known.get(id)?.maker === coder
  const inCodebook = (id: CodeId): CodeMeant => ({
    is: "in-codebook",
    id,
    codable: known.get(id)!.codable,
  })
  return (id) => {
    if (known.has(id) && (isOwn(id) || !suggested.has(id))) return inCodebook(id)
    const own = idOfItsOwn(project, coder, id)
    if (isOwn(own)) return inCodebook(own)
    return { is: suggested.has(id) ? "suggested" : "unknown", id }
  }
}
