import { createHash } from "node:crypto"
import { and, eq } from "drizzle-orm"
import type { CodeId, MemberId, ProjectId, SourceId } from "../../core/model"
import type { HandedIn } from "../../core/reading"
import { newCodesOf } from "../../core/review"
import type { Db } from "../../db/client"
import { codeChange } from "../../db/schema"
import type { Services } from "../services"
import { closeCodebook, holdCodebook, insertCode, nextOrder } from "./codebookRevision"

/**
 * Brings the suggested codes of hand-ins about to be revealed into the codebook, as one alphabetical batch (B17).
 * Answers how to rewrite those hand-ins with the ids that the codes have there. A suggested code keeps its id unless
 * somebody else's code has it, in this project or another: then it gets one of its own, so that nobody's choice of
 * ids keeps a passage from being revealed, or makes one code of two (B25).
 */
export async function admitSuggestedCodes(
  tx: Db,
  services: Services,
  into: { readonly project: ProjectId; readonly source: SourceId; readonly at: Date },
  handIns: readonly HandedIn[],
): Promise<(handIn: HandedIn) => HandedIn> {
  const batch = newCodesOf({ handIns })
  if (batch.length === 0) return (handIn) => handIn
  const { project, source, at } = into
  const { revision, list } = await holdCodebook(tx, project)
  const makers = await makersOf(tx, project)
  const became = new Map<string, CodeId>()
  let order = nextOrder(list, null)
  for (const { id: suggested, name, definition, by } of batch) {
    const key = keyOf(by, suggested)
    const ids = [suggested, idOfItsOwn(project, by, suggested), services.ids.newId()]
    const known = ids.find((id) => makers.get(id) === by)
    if (known !== undefined) became.set(key, known)
    if (became.has(key)) continue
    const code = {
      project,
      name,
      parent: null,
      codable: true,
      definition: definition ?? "",
      colour: null,
      by,
    }
    for (const id of ids) {
      const made = { ...code, id, revision: revision + 1, order, origin: { member: by, source }, at }
      if (!(await insertCode(tx, services, made))) continue
      became.set(key, id)
      order++
      break
    }
  }
  if (order > nextOrder(list, null))
    await closeCodebook(tx, services, project, batch[0]!.by, revision + 1, "codes-revealed", source)
  return (handIn) => renamed(handIn, (id) => became.get(keyOf(handIn.coder, id)) ?? id)
}

/**
 * The id that a coder's suggested code has in the codebook when somebody else's code has the one they gave it: always
 * the same, so that what they code with it later is the same code.
 */
export function idOfItsOwn(project: ProjectId, coder: MemberId, suggested: CodeId): CodeId {
  const digest = createHash("sha256").update(JSON.stringify([project, coder, suggested]))
  return digest.digest("base64url").slice(0, 22)
}

function keyOf(coder: MemberId, suggested: CodeId): string {
  return JSON.stringify([coder, suggested])
}

/** Who made each code of a project. */
async function makersOf(tx: Db, project: ProjectId): Promise<Map<CodeId, MemberId>> {
  const rows = await tx
    .select({ code: codeChange.code, by: codeChange.by })
    .from(codeChange)
    .where(and(eq(codeChange.project, project), eq(codeChange.field, "created")))
  return new Map(rows.map(({ code, by }) => [code, by]))
}

function renamed(handIn: HandedIn, called: (id: CodeId) => CodeId): HandedIn {
  const own = new Set(handIn.suggested.map(({ id }) => id))
  return {
    ...handIn,
    codings: handIn.codings.map((coding) =>
      own.has(coding.code) ? { ...coding, code: called(coding.code) } : coding,
    ),
    suggested: handIn.suggested.map((code) => ({ ...code, id: called(code.id) })),
  }
}
