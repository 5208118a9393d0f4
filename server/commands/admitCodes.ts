import type { CodeId, MemberId, ProjectId, SourceId } from "../../core/model"
import type { HandedIn } from "../../core/reading"
import { newCodesOf } from "../../core/review"
import type { Db } from "../../db/client"
import type { Services } from "../services"
import { closeCodebook, holdCodebook, insertCode, nextOrder } from "./codebookRevision"
import { codesMade, idAmong } from "./codesMeant"

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
  const made = await codesMade(tx, project)
  const became = new Map<string, CodeId>()
  let order = nextOrder(list, null)
  for (const { id: suggested, name, definition, by } of batch) {
    const key = keyOf(by, suggested)
    const known = idAmong(made, by, suggested)
    if (known !== null) became.set(key, known)
    if (became.has(key)) continue
    const code = {
      project,
      name,
      parent: null,
      codable: true,
      definition: definition ?? "",
      colour: null,
      by,
      suggestedAs: suggested,
    }
    // The second is drawn by chance: nobody can have taken it, and the row tells later whose code it is.
    for (const id of [suggested, services.ids.newId()]) {
      const row = { ...code, id, revision: revision + 1, order, origin: { member: by, source }, at }
      if (!(await insertCode(tx, services, row))) continue
      became.set(key, id)
      order++
      break
    }
  }
  if (order > nextOrder(list, null))
    await closeCodebook(tx, services, project, batch[0]!.by, revision + 1, "codes-revealed", source)
  return (handIn) => renamed(handIn, (id) => became.get(keyOf(handIn.coder, id)) ?? id)
}

function keyOf(coder: MemberId, suggested: CodeId): string {
  return JSON.stringify([coder, suggested])
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
