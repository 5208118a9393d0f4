import { asc, eq, isNotNull } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, SourceId } from "../../core/model"
import { proposePassages } from "../../core/passage"
import { wordsOf } from "../../core/text"
import { keepPassages } from "../../core/ydoc/passages"
import type { Db } from "../../db/client"
import { passage, source } from "../../db/schema"
import { note } from "../audit"
import { crashPoint } from "../crashPoint"
import { heldTranscript, lightenTranscript, loadWords } from "../documents"
import { layersOf } from "../layers"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { closeCodes } from "../sync/closeCodes"
import { databaseStore } from "../sync/databaseStore"
import { versionOf } from "../sync/docStore"
import { isTooHeavy } from "../sync/tooHeavy"
import { isTranscribed } from "../transcribing"
import { holdSource } from "./handIn"
import { dropUnnamed, keepOpened } from "./keepVersion"
import { waitNoMore } from "./machineTranscript"
import { placePassages } from "./movePassages"
import { placeCorrections } from "./placeCorrections"

interface Asked {
  readonly source: SourceId
  readonly by: MemberId
}

/**
 * Opens a transcript to its coders, the supervisor and the owner, who correct it together. Refused once coding has
 * opened: nobody's words change under what is completed. One that is open stays so.
 */
export async function openTranscribing(services: Services, { source: id, by }: Asked): Promise<void> {
  const room = roomName({ kind: "source", source: id })
  const words = await loadWords(services, id)
  await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, id)
    if (held.codingOpenedAt) throw new Refusal("coding-opened")
    if (isTranscribed(held)) return
    const from = held.transcribing?.from ?? (await databaseStore(tx).load(room)).head
    await tx
      .update(source)
      .set({ transcribing: { from, closedBy: null } })
      .where(eq(source.id, id))
    await keepOpened(tx, services, { source: id, by, words })
    await note(tx, services, {
      project: held.project,
      account: by,
      action: "transcribing-opened",
      subject: id,
    })
  })
  await services.live.settle(room)
  await services.live.refresh(roomName({ kind: "review", source: id }))
}

/**
 * Says that a transcript is ready to be coded. From then on nothing is written into it; all that was acknowledged is in
 * it; passages are laid on its words. One that is not open stays as it is. What a crash cuts short is gone on with by
 * `finishTranscribing`.
 */
export async function closeTranscribing(services: Services, { source: id, by }: Asked): Promise<void> {
  const [asked] = await services.db
    .select({ transcribing: source.transcribing })
    .from(source)
    .where(eq(source.id, id))
  if (asked?.transcribing) await demandWords(services, id)
  const isOpen = await services.db.transaction(async (tx) => {
    const { transcribing } = await holdSource(tx, id)
    if (!transcribing) return false
    await tx
      .update(source)
      .set({ transcribing: { ...transcribing, closedBy: by } })
      .where(eq(source.id, id))
    return true
  })
  if (!isOpen) return
  crashPoint(services.env, "transcribing-closing")
  await services.live.settle(roomName({ kind: "source", source: id }))
  crashPoint(services.env, "transcribing-settled")
  await fix(services, id)
}

/** Refuses to call ready what has no word yet, or what no command could open afterwards. */
async function demandWords(services: Services, id: SourceId): Promise<void> {
  const { text } = await loadWords(services, id)
  if (wordsOf(text).length === 0) throw new Refusal("nothing-written")
  await lightenTranscript(services, id)
}

/** Goes on with what was cut short while it closed; for before anybody is let in, and now and then. */
export async function finishTranscribing(services: Services): Promise<void> {
  const open = await services.db
    .select({ id: source.id, transcribing: source.transcribing })
    .from(source)
    .where(isNotNull(source.transcribing))
  for (const { id, transcribing } of open) {
    if (isTranscribed({ transcribing })) continue
    try {
      await services.live.settle(roomName({ kind: "source", source: id }))
      await fix(services, id)
    } catch (error) {
      services.log.error({ err: error }, "a transcript is not closed yet; it will be tried again")
    }
  }
}

/**
 * Fixes the words of a transcript whose room takes nothing more. One that became too heavy to be opened as it was closed
 * stays open.
 */
async function fix(services: Services, id: SourceId): Promise<void> {
  try {
    await fixWords(services, id)
  } catch (error) {
    if (!isTooHeavy(error) && !(error instanceof Refusal && error.code === "too-heavy")) throw error
    await services.db.transaction(async (tx) => {
      const { transcribing } = await holdSource(tx, id)
      if (transcribing)
        await tx
          .update(source)
          .set({ transcribing: { ...transcribing, closedBy: null } })
          .where(eq(source.id, id))
    })
    await services.live.settle(roomName({ kind: "source", source: id }))
    throw new Refusal("too-heavy")
  }
}

async function fixWords(services: Services, id: SourceId): Promise<void> {
  const room = roomName({ kind: "source", source: id })
  const layers = await services.db.transaction(async (tx) => {
    const { project, transcribing, transcriptVersion } = await holdSource(tx, id)
    // Somebody has opened it again meanwhile, or another has come to the end before.
    if (transcribing?.closedBy == null) return null
    const account = transcribing.closedBy
    const version = transcriptVersion + 1
    const isWritten = (await databaseStore(tx).load(room)).head !== transcribing.from
    if (isWritten) await layPassages(services, tx, { id, version })
    await dropUnnamed(tx, id)
    await waitNoMore(tx, id)
    await tx
      .update(source)
      .set({ transcribing: null, ...(isWritten ? { transcriptVersion: version } : {}) })
      .where(eq(source.id, id))
    await note(tx, services, { project, account, action: "transcribing-closed", subject: id })
    return isWritten ? layersOf(tx, id) : []
  })
  if (!layers) return
  crashPoint(services.env, "transcribing-closed")
  const { live, machine } = services
  machine.breakOff(id)
  // What was deleted while it was written is in no log any more, and in no memory either.
  await live.forget(room, closeCodes.restart)
  for (const layer of layers) await live.forget(layer, closeCodes.restart)
  await live.refresh(roomName({ kind: "review", source: id }))
}

/**
 * Cuts a transcript as it was cut, by its words. All passages are new ones: a hand-in that a device still holds
 * completes no other words than its coder saw (S4).
 */
async function layPassages(
  services: Pick<Services, "ids" | "clock" | "collector">,
  tx: Db,
  { id, version }: { readonly id: SourceId; readonly version: number },
): Promise<void> {
  const { ids, clock, collector } = services
  const store = databaseStore(tx)
  const room = roomName({ kind: "source", source: id })
  const loaded = await store.load(room)
  const { state } = await collector.collect(room, loaded.updates, versionOf(loaded))
  if (!(await store.replace(room, loaded, { data: state, member: null, session: null })))
    throw new Error("a transcript cannot be made one update: overtaken")
  const { doc, turns, speakers } = await heldTranscript(tx, services, id)
  const before = await tx
    .select({ anchor: passage.anchor })
    .from(passage)
    .where(eq(passage.source, id))
    .orderBy(asc(passage.index))
  const kept = keepPassages(doc, turns, before)
  const ranges = kept.length > 0 ? kept : proposePassages(turns, speakers)
  const rows = placePassages(doc, turns, ranges).map((each) => ({
    ...each,
    id: ids.newId(),
    source: id,
    version,
  }))
  await tx.delete(passage).where(eq(passage.source, id))
  await tx.insert(passage).values(rows)
  await placeCorrections(tx, id, doc, clock())
  doc.destroy()
}
