import { and, asc, eq, inArray, ne } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, ProjectId, SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { source, textVersion } from "../../db/schema"
import type { VersionKind } from "../../db/schema/versions"
import { loadWords, type Words } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { databaseStore } from "../sync/databaseStore"
import { isTranscribed } from "../transcribing"
import { holdSource } from "./handIn"

interface Asked {
  readonly source: SourceId
  readonly by: MemberId
}

/** So many of one transcript are kept at a time. */
const MOST = 50

/**
 * Keeps a transcript as it stands while it is written together: under a name, or unnamed before another version is
 * brought back. What is acknowledged is in it. Counted once under its key.
 */
export async function keepVersion(
  services: Pick<Services, "db" | "docs" | "ids" | "clock" | "collector">,
  asked: Asked & { readonly key: string; readonly name: string | null; readonly before: string | null },
): Promise<{ readonly id: string }> {
  const { source: id, by, key, name, before } = asked
  const words = await loadWords(services, id)
  return services.db.transaction(async (tx) => {
    if (!isTranscribed(await holdSource(tx, id))) throw new Refusal("not-being-transcribed")
    const [known] = await tx
      .select({ id: textVersion.id, source: textVersion.source })
      .from(textVersion)
      .where(and(eq(textVersion.account, by), eq(textVersion.key, key)))
    if (known && known.source !== id) throw new Refusal("key-reused")
    if (known) return { id: known.id }
    const named = { source: id, by, key, kind: "named" as const, name, words }
    if (before === null) {
      await makeRoom(tx, id)
      return insertVersion(tx, services, named)
    }
    const [back] = await tx
      .select({ name: textVersion.name })
      .from(textVersion)
      .where(and(eq(textVersion.id, before), eq(textVersion.source, id)))
    if (!back) throw new Refusal("not-found")
    await makeRoom(tx, id)
    return insertVersion(tx, services, { ...named, kind: "restoring", name: back.name })
  })
}

/**
 * Sees to it that there is room for one more. Nobody can remove what was kept before one was brought back: the oldest of
 * these goes. Refused where there is none.
 */
async function makeRoom(tx: Db, source: SourceId): Promise<void> {
  const rows = await tx
    .select({ id: textVersion.id, kind: textVersion.kind })
    .from(textVersion)
    .where(eq(textVersion.source, source))
    .orderBy(asc(textVersion.createdAt), asc(textVersion.id))
  if (rows.length < MOST) return
  const oldest = rows.find(({ kind }) => kind === "restoring")
  if (!oldest) throw new Refusal("too-many-versions")
  await tx.delete(textVersion).where(eq(textVersion.id, oldest.id))
}

/** Keeps how a transcript stands when it is opened to corrections. */
export async function keepOpened(
  tx: Db,
  services: Pick<Services, "ids" | "clock">,
  { source, by, words }: Asked & { readonly words: Words },
): Promise<void> {
  await dropUnnamed(tx, source)
  await insertVersion(tx, services, {
    source,
    by,
    key: services.ids.newId(),
    kind: "opened",
    name: null,
    words,
  })
}

/** What was deleted while a transcript was written is kept no longer than that, but in what somebody kept by name (C31). */
export async function dropUnnamed(tx: Db, source: SourceId): Promise<void> {
  await tx.delete(textVersion).where(and(eq(textVersion.source, source), ne(textVersion.kind, "named")))
}

/** None may hold words that are erased: all go. */
export async function dropVersions(tx: Db, source: SourceId): Promise<void> {
  await tx.delete(textVersion).where(eq(textVersion.source, source))
}

/** The same for all of a project: they may hold names that nobody is to know any more. */
export async function dropVersionsOf(tx: Db, project: ProjectId): Promise<void> {
  const sources = tx.select({ id: source.id }).from(source).where(eq(source.project, project))
  await tx.delete(textVersion).where(inArray(textVersion.source, sources))
}

/** Removes one that somebody kept by name, while the transcript is written. */
export async function removeVersion(
  { db }: Pick<Services, "db">,
  { source, version }: { readonly source: SourceId; readonly version: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const held = await holdSource(tx, source)
    const gone = await tx
      .delete(textVersion)
      .where(and(eq(textVersion.id, version), eq(textVersion.source, source), eq(textVersion.kind, "named")))
      .returning({ id: textVersion.id })
    if (gone.length === 0) throw new Refusal("not-found")
    // What was deleted stands again then.
    if (!isTranscribed(held)) throw new Refusal("not-being-transcribed")
  })
}

interface Kept extends Asked {
  readonly key: string
  readonly kind: VersionKind
  readonly name: string | null
  /** As they were read just before. */
  readonly words: Words
}

async function insertVersion(
  tx: Db,
  { ids, clock }: Pick<Services, "ids" | "clock">,
  { source, by, words, ...kept }: Kept,
): Promise<{ readonly id: string }> {
  // What was read before words were erased is not to be kept after that.
  const room = roomName({ kind: "source", source })
  if ((await databaseStore(tx).load(room)).rewrites !== words.rewrites) throw new Refusal("stale-revision")
  const { speakers, turns } = words
  const said = turns.map(({ speaker, startMs, endMs, text }) => ({ speaker, startMs, endMs, text }))
  const transcript = { speakers: [...speakers], turns: said }
  const id = ids.newId()
  await tx.insert(textVersion).values({ ...kept, id, source, account: by, transcript, createdAt: clock() })
  return { id }
}
