import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { memo, source } from "../../db/schema"
import { cleanTogether, emptyLayer } from "../layers"
import { memosBySharing } from "../queries/memos"
import { sharedMemoKey } from "../writtenTexts"
import type { EraseRequest, Erasing } from "./erasing"

/** The memos of a source's project that a word is erased from: all that are private, and those shared ones that are named. */
export async function memosToErase(db: Db, request: Pick<EraseRequest, "source" | "words" | "places">) {
  if (request.words === null) return []
  const ticked = new Set(request.places)
  const project = await projectOf(db, request.source)
  const all = project === null ? [] : await memosBySharing(db, project)
  return all
    .filter(({ id, sharing }) => sharing === "private" || ticked.has(sharedMemoKey(id)))
    .map(({ id, title }) => ({ id, title, room: roomName({ kind: "memo", memo: id }) }))
}

/** Memos, private ones unseen as layers are. Answers their rooms. */
export async function eraseMemos(erasing: Erasing, heavy: ReadonlySet<string>): Promise<string[]> {
  const { tx, store, collector, words, mark, clean } = erasing
  if (words === null) return []
  const memos = await memosToErase(tx, erasing)
  for (const { id, title, room } of memos) {
    if (clean(title) !== title)
      await tx
        .update(memo)
        .set({ title: clean(title) })
        .where(eq(memo.id, id))
    if (heavy.has(room)) await emptyLayer(store, room)
    else await cleanTogether({ store, collector }, room, { of: "memo", words, mark })
  }
  return memos.map(({ room }) => room)
}

/** Live notes, unseen as layers are: a name may stand in any of them. Answers their room. */
export async function eraseNotes(erasing: Erasing, heavy: ReadonlySet<string>): Promise<string[]> {
  const { store, collector, source, words, mark } = erasing
  if (words === null) return []
  const room = roomName({ kind: "notes", source })
  if (heavy.has(room)) await emptyLayer(store, room)
  else await cleanTogether({ store, collector }, room, { of: "notes", words, mark })
  return [room]
}

async function projectOf(db: Db, id: SourceId) {
  const [row] = await db.select({ project: source.project }).from(source).where(eq(source.id, id))
  return row?.project ?? null
}
