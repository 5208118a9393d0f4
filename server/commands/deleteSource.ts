import { and, eq, isNull, sql } from "drizzle-orm"
import type { MemberId, SourceId } from "../../core/model"
import { membership, recording, source } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { holdSource } from "./handIn"

/**
 * Deletes a source with all that hangs on it: transcript, layers, hand-ins, reveals, decisions, recording. For who
 * names its title, so that it is meant. Backups are the operator's.
 */
export async function deleteSource(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly title: string },
): Promise<void> {
  const { key, members } = await services.db.transaction(async (tx) => {
    const { project } = await holdSource(tx, request.source)
    const [row] = await tx
      .select({ title: source.title, key: recording.key })
      .from(source)
      .leftJoin(recording, eq(recording.source, source.id))
      .where(eq(source.id, request.source))
    if (row?.title.trim() !== request.title.trim()) {
      throw new Refusal("invalid-body", {
        errors: [{ path: "title", message: "not the title of this source" }],
      })
    }
    await tx.execute(sql`select set_config('binome.erasing', 'yes', true)`)
    await tx.delete(source).where(eq(source.id, request.source))
    for (const table of ["doc_update", "doc_room"]) {
      await tx.execute(sql`
        delete from ${sql.identifier(table)} where split_part(room, '/', 2) = ${request.source}
          and split_part(room, '/', 1) in ('source', 'layer', 'notes')`)
    }
    const action = "source-deleted"
    await note(tx, services, { project, account: request.by, action, subject: request.source })
    const members = await tx
      .select({ account: membership.account })
      .from(membership)
      .where(and(eq(membership.project, project), isNull(membership.leftAt)))
    return { key: row.key, members }
  })
  for (const { account } of members) services.live.closeMember(account)
  if (key !== null) await services.recordings.remove(key)
}
