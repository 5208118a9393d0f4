import { and, eq, isNull, notInArray } from "drizzle-orm"
import * as Y from "yjs"
import { roomName } from "../../core/access"
import { type Correction, correctionOf } from "../../core/correcting"
import { type CorrectedPassage, correctCoding } from "../../core/correctingKept"
import type { PassageId, PlacedTurn, SourceId } from "../../core/model"
import { placeTurns, textOf } from "../../core/text"
import { edgesOf } from "../../core/ydoc/anchors"
import { edit } from "../../core/ydoc/editing"
import { replaceWord } from "../../core/ydoc/replacing"
import { readTranscript } from "../../core/ydoc/source"
import type { Db } from "../../db/client"
import { correction, handIn, laterReading, passage as passages, reveal, source } from "../../db/schema"
import { heldTranscript } from "../documents"
import type { Services } from "../services"
import { databaseStore } from "../sync/databaseStore"
import type { Held } from "./handIn"
import { placePassages } from "./movePassages"

type Row = typeof correction.$inferSelect
type PassageRow = typeof passages.$inferSelect

interface Standing {
  readonly text: string
  readonly turns: readonly PlacedTurn[]
  readonly passages: readonly PassageRow[]
}

/**
 * Puts corrections into a transcript, in the transaction that holds its source, one after the other: its log, its
 * passages, and what is handed in and not revealed. One whose words were changed meanwhile is dropped, and stays to be
 * read by its author. Answers the update for those who have the transcript open; null where all were dropped.
 */
export async function applyCorrections(
  tx: Db,
  services: Pick<Services, "clock" | "collector">,
  id: SourceId,
  { transcriptVersion }: Pick<Held, "transcriptVersion">,
  rows: readonly Row[],
): Promise<Uint8Array | null> {
  const at = services.clock()
  const { doc } = await heldTranscript(tx, services, id)
  const before = Y.encodeStateVector(doc)
  let version = transcriptVersion
  for (const row of rows) {
    const was = await standingIn(tx, id, doc)
    const made = correctionIn(doc, was, row)
    const is = eq(correction.id, row.id)
    if (made === "dropped") {
      await tx.update(correction).set({ droppedAt: at }).where(is)
      continue
    }
    if (made) {
      version++
      edit(doc, () => {
        for (const { from, to, words } of made.replacements.toReversed())
          replaceWord(doc, { from: made.place.from + from, to: made.place.from + to }, words)
      })
      await carryAlong(tx, id, { was, doc, made, version })
    }
    await tx
      .update(correction)
      .set({
        version,
        changes: [...(made?.changes ?? [])],
        appliedAt: at,
        passage: made?.place.id ?? row.passage,
      })
      .where(is)
  }
  const isChanged = version > transcriptVersion
  const update = isChanged ? Y.encodeStateAsUpdate(doc, before) : null
  doc.destroy()
  if (!update) return null
  // Unsigned, in the log too.
  await databaseStore(tx).append(roomName({ kind: "source", source: id }), [
    { data: update, member: null, session: null },
  ])
  await tx.update(source).set({ transcriptVersion: version }).where(eq(source.id, id))
  return update
}

async function standingIn(tx: Db, id: SourceId, doc: Y.Doc): Promise<Standing> {
  const turns = placeTurns(readTranscript(doc).turns)
  const rows = await tx.select().from(passages).where(eq(passages.source, id)).orderBy(passages.index)
  return { text: textOf(turns), turns, passages: rows }
}

type Made = Correction & { readonly place: PassageRow }

/** Null where its words stand there already; another wrote the same. */
function correctionIn(doc: Y.Doc, was: Standing, { anchor, before, after }: Row): Made | null | "dropped" {
  const span = edgesOf(doc)(anchor)
  const words = span && was.text.slice(span.from, span.to)
  if (words === after) return null
  const place = span && was.passages.find(({ from, to }) => from <= span.from && span.to <= to)
  if (!place || words !== before) return "dropped"
  const inside = { from: span.from - place.from, to: span.to - place.from }
  const made = correctionOf(was.text.slice(place.from, place.to), inside, after)
  return made ? { ...made, place } : "dropped"
}

/** Everything that counts on the words: passages, hand-ins that stand and are not revealed, later readings. */
async function carryAlong(
  tx: Db,
  id: SourceId,
  { was, doc, made, version }: { was: Standing; doc: Y.Doc; made: Made; version: number },
): Promise<void> {
  const turns = placeTurns(readTranscript(doc).turns)
  const turnAt = (offset: number) => was.turns.findIndex((turn) => turn.from <= offset && offset <= turn.to)
  // Turns are as many as before: a passage has the same ones.
  const ranges = was.passages.map(({ from, to }) => ({ fromTurn: turnAt(from), toTurn: turnAt(to) + 1 }))
  const placed = placePassages(doc, turns, ranges)
  const carried = new Map<PassageId, CorrectedPassage>()
  for (const [at, row] of was.passages.entries()) {
    const { from, to, anchor } = placed[at]!
    await tx.update(passages).set({ from, to, anchor, version }).where(eq(passages.id, row.id))
    carried.set(row.id, {
      was: { from: row.from, text: was.text.slice(row.from, row.to) },
      is: { from },
      correction: row.id === made.place.id ? made : null,
    })
  }
  const shown = tx.select({ id: reveal.passage }).from(reveal).where(eq(reveal.source, id))
  const unrevealed = await tx
    .select()
    .from(handIn)
    .where(and(eq(handIn.source, id), isNull(handIn.withdrawnAt), notInArray(handIn.passage, shown)))
  for (const row of unrevealed) {
    const codings = row.codings.map((coding) => correctCoding(coding, carried.get(row.passage)!))
    await tx.update(handIn).set({ codings, transcriptVersion: version }).where(eq(handIn.id, row.id))
  }
  for (const row of await tx.select().from(laterReading).where(eq(laterReading.source, id))) {
    const { words, text, quote } = correctCoding(row, carried.get(row.passage)!)
    await tx.update(laterReading).set({ words, text, quote }).where(eq(laterReading.id, row.id))
  }
}
