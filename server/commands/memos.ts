import { and, count, eq } from "drizzle-orm"
import { type Member, roomName } from "../../core/access"
import {
  type MemoAbout,
  type MemoId,
  type MemoKind,
  MOST_MEMOS,
  mayRemoveMemo,
  type Sharing,
} from "../../core/memos"
import type { MemberId, ProjectId } from "../../core/model"
import type { Db } from "../../db/client"
import { code, docUpdate, memo, source } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, eraseLogs, finishErasures, forgetRooms } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"

interface Fields {
  readonly kind: MemoKind
  readonly title: string
  readonly about: MemoAbout
  readonly sharing: Sharing
}

/** Makes a memo, empty but for its title; what is written in it is written in its room. Counted once under its key. */
export async function createMemo(
  services: Pick<Services, "db" | "ids" | "clock">,
  request: Fields & { readonly project: ProjectId; readonly by: MemberId; readonly key: string },
): Promise<{ readonly id: MemoId }> {
  const { project, by, key, kind, title, about, sharing } = request
  return services.db.transaction(async (tx) => {
    const before = await madeBefore(tx, request)
    if (before) return before
    const own = and(eq(memo.project, project), eq(memo.author, by))
    const [counted] = await tx.select({ memos: count() }).from(memo).where(own)
    if (counted!.memos >= MOST_MEMOS) throw new Refusal("too-many-memos")
    const at = services.clock()
    const row = { kind, title: title.trim(), sharing, ...(await placed(tx, project, about)) }
    const id = services.ids.newId()
    const made = await tx
      .insert(memo)
      .values({ ...row, id, project, author: by, key, createdAt: at, changedAt: at })
      .onConflictDoNothing()
      .returning({ id: memo.id })
    // The same key came at the same moment.
    if (made.length === 0) return (await madeBefore(tx, request))!
    const action = sharing === "shared" ? "memo-shared" : "own-memo-created"
    await note(tx, services, { project, account: by, action, subject: id })
    return { id }
  })
}

async function madeBefore(
  tx: Db,
  { project, by, key }: { readonly project: ProjectId; readonly by: MemberId; readonly key: string },
) {
  const [row] = await tx
    .select({ id: memo.id, project: memo.project })
    .from(memo)
    .where(and(eq(memo.author, by), eq(memo.key, key)))
  if (row && row.project !== project) throw new Refusal("key-reused")
  return row ? { id: row.id } : null
}

/** What is said of a memo is changed; one that is shared stays so, since others may have read it and written in it. */
export async function changeMemo(
  services: Pick<Services, "db" | "ids" | "clock">,
  request: { readonly memo: MemoId; readonly by: MemberId; readonly changes: Partial<Fields> },
): Promise<void> {
  const { about, title, ...changes } = request.changes
  await services.db.transaction(async (tx) => {
    const held = await hold(tx, request.memo)
    const { project } = held
    if (held.sharing === "shared" && changes.sharing === "private") throw new Refusal("stays-shared")
    await tx
      .update(memo)
      .set({
        ...changes,
        ...(title === undefined ? {} : { title: title.trim() }),
        ...(about === undefined ? {} : await placed(tx, project, about)),
        changedAt: services.clock(),
      })
      .where(eq(memo.id, held.id))
    if (held.sharing === "private" && changes.sharing === "shared") {
      await note(tx, services, { project, account: request.by, action: "memo-shared", subject: held.id })
    }
  })
}

/** Deletes a memo with all that was written in it, by whomever. When it resolves no file here holds anything of it. */
export async function deleteMemo(
  services: Services,
  request: { readonly memo: MemoId; readonly member: Pick<Member, "id" | "role"> },
): Promise<void> {
  const room = roomName({ kind: "memo", memo: request.memo })
  const wasWritten = await services.db.transaction(async (tx) => {
    const held = await hold(tx, request.memo)
    if (!mayRemoveMemo(held, request.member)) throw new Refusal("not-allowed")
    const { project, sharing } = held
    const [written] = await tx
      .select({ seq: docUpdate.seq })
      .from(docUpdate)
      .where(eq(docUpdate.room, room))
      .limit(1)
    await tx.delete(memo).where(eq(memo.id, held.id))
    await eraseLogs(tx, [room])
    const by = request.member.id
    const action = sharing === "shared" ? "memo-deleted" : "own-memo-deleted"
    await note(tx, services, { project, account: by, action, subject: held.id })
    const holds = written !== undefined || held.title !== ""
    if (holds) await beginErasure(tx, services, { project, source: null, what: "memo", by, files: [] })
    return holds
  })
  await forgetRooms(services, [room])
  // One that was begun and left empty leaves nothing to be taken off the disk.
  if (wasWritten) await finishErasures(services)
}

async function hold(tx: Db, id: MemoId) {
  const [row] = await tx.select().from(memo).where(eq(memo.id, id)).for("update")
  if (!row) throw new Refusal("not-found")
  return row
}

/** What a memo is about, which must stand in its project. */
async function placed(tx: Db, project: ProjectId, about: MemoAbout) {
  if (about === null) return { source: null, code: null }
  if ("source" in about) {
    const [row] = await tx
      .select({ id: source.id })
      .from(source)
      .where(and(eq(source.id, about.source), eq(source.project, project)))
    if (!row) throw new Refusal("not-found")
    return { source: row.id, code: null }
  }
  const [row] = await tx
    .select({ id: code.id })
    .from(code)
    .where(and(eq(code.id, about.code), eq(code.project, project)))
  if (!row) throw new Refusal("unknown-code")
  return { source: null, code: row.id }
}
