import { isDeepStrictEqual } from "node:util"
import { and, eq, inArray } from "drizzle-orm"
import * as Y from "yjs"
import { roomName } from "../../core/access"
import { eraseWords as eraseIn, isMark, piecesOf } from "../../core/erasing"
import type { SourceId } from "../../core/model"
import { wordsOf } from "../../core/text"
import { edgesOf } from "../../core/ydoc/anchors"
import { eraseInTranscript, relabelSpeakers } from "../../core/ydoc/erasing"
import {
  answered,
  codeChange,
  correction,
  disagreement,
  membership,
  passage as passages,
  pseudonym,
} from "../../db/schema"
import { note } from "../audit"
import { heldTranscript, type LoadedTranscript, lightenTranscript, loadTranscript } from "../documents"
import { beginErasure, finishErasures } from "../erasure"
import { emptyLayer, heavyLayers, layersOf, requoteLayer } from "../layers"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { closeCodes } from "../sync/closeCodes"
import { rewrite } from "../sync/compaction"
import { databaseStore } from "../sync/databaseStore"
import { lateEntries } from "../sync/lateQuotes"
import { forgetGoneWords } from "../wordTimes"
import { type Clean, writtenTexts } from "../writtenTexts"
import { refreshCodebook } from "./codebookRevision"
import { eraseComments, refreshComments } from "./eraseComments"
import { eraseKept } from "./eraseKept"
import { eraseMemos, eraseNotes, memosToErase } from "./eraseMemos"
import type { EraseRequest, Erasing } from "./erasing"
import { demandFixedWords, holdSource } from "./handIn"
import { dropVersions } from "./keepVersion"

/**
 * Erases words of a source from everything that holds them: transcript, frozen rows, quotes, layers. In one
 * transaction; when it resolves, no file here holds them. Whatever is coded beside them stays where it is, and no
 * figure moves, because each word keeps its number (S63, S64).
 */
export async function eraseWords(services: Services, request: EraseRequest): Promise<void> {
  if (!isMark(request.mark))
    throw new Refusal("invalid-body", { errors: [{ path: "mark", message: "one short word" }] })
  await lightenTranscript(services, request.source)
  const { collector } = services
  const heavy = await heavyLayers({ store: services.docs, collector }, [
    ...(await layersOf(services.db, request.source)),
    ...(await memosToErase(services.db, request)).map(({ room }) => room),
    roomName({ kind: "notes", source: request.source }),
  ])
  const { project, layers, together } = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    demandFixedWords(held)
    const { project } = held
    const store = databaseStore(tx)
    const before = await heldTranscript(tx, services, request.source)
    if (request.spans.some(({ from, to, words }) => before.text.slice(from, to) !== words)) {
      throw new Refusal("stale-revision")
    }
    const words = request.words
    const clean: Clean = words === null ? (text) => text : (text) => eraseIn(text, words, request.mark)
    const pieces = piecesOf(before.text, request.spans, request.mark)
    // A word is erased unseen too: only who names none can be told that there is nothing (S66).
    if (wordsOf(words ?? "").length === 0 && pieces.length === 0) throw new Refusal("nothing-to-erase")
    const erasing: Erasing = { ...request, tx, store, collector, project, before, pieces, clean }
    await tx.execute(`select set_config('binome.erasing', 'yes', true)`)
    await eraseTexts(erasing)
    await eraseCorrections(erasing)
    await dropVersions(tx, request.source)
    await eraseAbbreviations(erasing)
    const after = await eraseTranscript(erasing)
    await eraseKept(erasing, after)
    await eraseComments(erasing, after)
    const layers = await eraseLayers(erasing, after, heavy)
    const together = [...(await eraseMemos(erasing, heavy)), ...(await eraseNotes(erasing, heavy))]
    const { source, by } = request
    await beginErasure(tx, services, { project, source, what: "words", by, files: [] })
    await note(tx, services, { project, account: by, action: "words-erased", subject: source })
    return { project, layers, together }
  })
  const { live } = services
  await live.forget(roomName({ kind: "source", source: request.source }), closeCodes.staleCopy)
  // Their coders carry over what is not sent yet, and keep no copy that holds the words (S34).
  for (const room of layers) await live.forget(room, closeCodes.staleCopy)
  // Who writes there goes on with what they wrote: it comes into the document that lacks the words.
  for (const room of together)
    await live.forget(room, heavy.has(room) ? closeCodes.staleCopy : closeCodes.restart)
  await eraseWhatCameMeanwhile(services, request.source, layers)
  await live.refresh(roomName({ kind: "review", source: request.source }))
  await refreshComments(services, project)
  await refreshCodebook(services, project)
  await finishErasures(services)
}

/** Corrections, unseen as layers are: all that were made where something is erased now, and every word elsewhere. */
async function eraseCorrections({ tx, source, before, pieces, clean, mark }: Erasing): Promise<void> {
  const rows = await tx.select().from(passages).where(eq(passages.source, source))
  const touched = rows.filter((row) => pieces.some((piece) => piece.from < row.to && row.from < piece.to))
  const isTouched = new Set(touched.map(({ id }) => id))
  const spanOf = edgesOf(before.doc)
  for (const row of await tx.select().from(correction).where(eq(correction.source, source))) {
    const span = spanOf(row.anchor)
    const place = span && rows.find(({ from, to }) => from <= span.from && span.to <= to)
    const isAstray = !place && !rows.some(({ id }) => id === row.passage)
    const all = isTouched.has(row.passage) || (place && isTouched.has(place.id)) || isAstray
    const now = all ? { before: mark, after: mark } : { before: clean(row.before), after: clean(row.after) }
    await tx.update(correction).set(now).where(eq(correction.id, row.id))
  }
}

/** Each member's own, unseen as layers are. */
async function eraseAbbreviations({ tx, project, words, clean }: Erasing): Promise<void> {
  if (words === null) return
  const { account, abbreviations } = membership
  const rows = await tx
    .select({ account, abbreviations })
    .from(membership)
    .where(eq(membership.project, project))
    .for("update")
  for (const row of rows) {
    const now = row.abbreviations?.map(({ short, long }) => ({ short: clean(short), long: clean(long) }))
    if (!now || isDeepStrictEqual(now, row.abbreviations)) continue
    const own = and(eq(membership.project, project), eq(membership.account, row.account))
    await tx.update(membership).set({ abbreviations: now }).where(own)
  }
}

async function eraseTexts({ tx, source, project, words, places, clean }: Erasing): Promise<void> {
  const ticked = new Set(places)
  for (const { key, write } of await writtenTexts(tx, source)) if (ticked.has(key)) await write(clean)
  // A digest gives the words away to whoever guesses them.
  const about = tx.select({ id: disagreement.id }).from(disagreement).where(eq(disagreement.source, source))
  await tx.delete(answered).where(inArray(answered.disagreement, about))
  if (words === null) return
  const key = await tx.select().from(pseudonym).where(eq(pseudonym.project, project))
  for (const { id, name, stands } of key) {
    const is = eq(pseudonym.id, id)
    if (clean(name) !== name) await tx.delete(pseudonym).where(is)
    else if (clean(stands) !== stands)
      await tx
        .update(pseudonym)
        .set({ stands: clean(stands) })
        .where(is)
  }
  const changes = await tx.select().from(codeChange).where(eq(codeChange.project, project))
  for (const { id, before, after } of changes) {
    const now = { before: cleanValue(before, clean), after: cleanValue(after, clean) }
    if (now.before === before && now.after === after) continue
    await tx.update(codeChange).set(now).where(eq(codeChange.id, id))
  }
}

const cleanValue = (value: unknown, clean: Clean) => (typeof value === "string" ? clean(value) : value)

async function eraseTranscript({
  tx,
  store,
  collector,
  source,
  pieces,
  places,
  clean,
}: Erasing): Promise<LoadedTranscript> {
  const ticked = new Set(places)
  const done = await rewrite({ store, collector }, roomName({ kind: "source", source }), (doc) => {
    eraseInTranscript(doc, pieces)
    relabelSpeakers(doc, (label, id) => (ticked.has(`speaker:${id}`) ? clean(label) : label))
  })
  if (done !== "done") throw new Error(`a transcript cannot be rewritten: ${done}`)
  const after = await heldTranscript(tx, { collector }, source)
  await forgetGoneWords(tx, source, after.doc)
  return after
}

/** Layers, unread by anyone: nothing of what is found in them is told, not even whether something was. */
async function eraseLayers(
  { tx, store, collector, source, before, pieces, words, mark }: Erasing,
  after: LoadedTranscript,
  heavy: ReadonlySet<string>,
) {
  const layers = await layersOf(tx, source)
  const states = { before: Y.encodeStateAsUpdate(before.doc), after: Y.encodeStateAsUpdate(after.doc) }
  for (const room of layers) {
    if (heavy.has(room)) await emptyLayer(store, room)
    else await requoteLayer({ store, collector }, room, { ...states, pieces, words, mark, late: [] })
  }
  return layers
}

/** What an open layer was writing while words were erased stands in its log after them. */
async function eraseWhatCameMeanwhile(
  services: Pick<Services, "docs" | "live" | "collector">,
  source: SourceId,
  layers: readonly string[],
): Promise<void> {
  const { docs, live, collector } = services
  const transcript = await loadTranscript(services, source)
  const after = Y.encodeStateAsUpdate(transcript.doc)
  for (const room of layers) {
    const [, ...since] = (await docs.load(room)).updates
    const late = since.flatMap((update) => lateEntries(update, transcript.text))
    if (late.length === 0) continue
    const how = { before: null, after, pieces: [], words: null, mark: "", late }
    const logs = { store: docs, collector }
    if ((await heavyLayers(logs, [room])).has(room)) await emptyLayer(docs, room)
    else await requoteLayer(logs, room, how)
    await live.forget(room, closeCodes.staleCopy)
  }
}
