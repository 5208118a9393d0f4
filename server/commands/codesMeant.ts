import { and, eq } from "drizzle-orm"
import type { CodeId, MemberId, ProjectId } from "../../core/model"
import type { Db } from "../../db/client"
import { code, codeChange } from "../../db/schema"

/** What a coder means by the id of a code. */
export type CodeMeant =
  | { readonly is: "in-codebook"; readonly id: CodeId; readonly codable: boolean }
  | { readonly is: "suggested"; readonly id: CodeId }
  | { readonly is: "unknown"; readonly id: CodeId }

/**
 * What a coder means by the ids of codes, where they suggest these. Who suggests a code under an id means that one, or
 * what it became in the codebook, whatever somebody else calls by that id (B25). Any other id is the codebook's.
 */
export async function codesMeant(
  tx: Db,
  by: { readonly project: ProjectId; readonly coder: MemberId },
  suggested: ReadonlySet<CodeId>,
): Promise<(id: CodeId) => CodeMeant> {
  const made = await codesMade(tx, by.project)
  const codable = new Map(made.map((code) => [code.id, code.codable]))
  return (id) => {
    const isNotSuggested = codable.has(id) && !suggested.has(id)
    const inCodebook = isNotSuggested ? id : idAmong(made, by.coder, id)
    if (inCodebook !== null)
      return { is: "in-codebook", id: inCodebook, codable: codable.get(inCodebook) === true }
    return { is: suggested.has(id) ? "suggested" : "unknown", id }
  }
}

export interface MadeCode {
  readonly id: CodeId
  readonly codable: boolean
  readonly maker: MemberId | null
  readonly suggestedAs: CodeId | null
}

/** The codes of a project, with who made them and what they call them. */
export async function codesMade(tx: Db, project: ProjectId): Promise<MadeCode[]> {
  const made = and(
    eq(codeChange.project, project),
    eq(codeChange.code, code.id),
    eq(codeChange.field, "created"),
  )
  return tx
    .select({ id: code.id, codable: code.codable, maker: codeChange.by, suggestedAs: code.suggestedAs })
    .from(code)
    .leftJoin(codeChange, made)
    .where(eq(code.project, project))
}

/** The id in the codebook of what somebody who made it calls by an id; null where they have made nothing of that name. */
export function idAmong(made: readonly MadeCode[], maker: MemberId, called: CodeId): CodeId | null {
  const own = made.filter((code) => code.maker === maker)
  const found = own.find(({ id }) => id === called) ?? own.find(({ suggestedAs }) => suggestedAs === called)
  return found?.id ?? null
}
