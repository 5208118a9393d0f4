import { and, eq, notInArray, sql } from "drizzle-orm"
import type * as Y from "yjs"
import { roomName } from "../../core/access"
import type { SavedPassageAnchor } from "../../core/anchor"
import type { MemberId, PassageId, PlacedTurn, SourceId } from "../../core/model"
import type { TurnRange } from "../../core/passage"
import { textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { passage } from "../../db/schema"
import { note } from "../audit"
import { heldToRead, lightenTranscript } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { demandFixedWords, holdSource } from "./handIn"
import { placeCorrections } from "./placeCorrections"

/**
 * Cuts a source's transcript anew: each passage begins at one of these turns, the first at turn 0. A passage of the
 * same words keeps its id, and what was taken back of it; no other does, so that a hand-in which a device still holds
 * never completes other words than its coder saw (S4). Refused once coding has opened (B29).
 */
export async function movePassages(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly starts: readonly number[] },
): Promise<{ passages: readonly PassageId[] }> {
  await lightenTranscript(services, request.source)
  const passages = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    if (held.codingOpenedAt) throw new Refusal("coding-opened")
    demandFixedWords(held)
    const { doc, turns } = await heldToRead(tx, services, request.source)
    const placed = placePassages(doc, turns, rangesOf(request.starts, turns.length))
    const ofSource = eq(passage.source, request.source)
    const before = await tx.select().from(passage).where(ofSource)
    const rows = placed.map((each) => ({
      ...each,
      id: before.find(({ from, to }) => from === each.from && to === each.to)?.id ?? services.ids.newId(),
      source: request.source,
      version: held.transcriptVersion,
    }))
    const kept = rows.map(({ id }) => id)
    await tx.delete(passage).where(and(ofSource, notInArray(passage.id, kept)))
    // Out of the way first: no two of a source have one index, not even for a moment.
    await tx
      .update(passage)
      .set({ index: sql`-1 - ${passage.index}` })
      .where(ofSource)
    await tx
      .insert(passage)
      .values(rows)
      .onConflictDoUpdate({ target: passage.id, set: { index: sql`excluded.index` } })
    await placeCorrections(tx, request.source, doc, services.clock())
    await note(tx, services, {
      project: held.project,
      account: request.by,
      action: "passages-moved",
      subject: request.source,
    })
    return kept
  })
  await services.live.refresh(roomName({ kind: "review", source: request.source }))
  return { passages }
}

/** Where passages stand in the text, and the anchors that hold them there. */
export function placePassages(
  doc: Y.Doc,
  turns: readonly PlacedTurn[],
  ranges: readonly TurnRange[],
): { index: number; from: number; to: number; anchor: SavedPassageAnchor }[] {
  const text = textOf(turns)
  return ranges.map(({ fromTurn, toTurn }, index) => {
    const span = { from: turns[fromTurn]!.from, to: turns[toTurn - 1]!.to }
    const { start, end } = anchorTo(doc, text, span)
    return { index, ...span, anchor: { start, end } }
  })
}

function rangesOf(starts: readonly number[], turns: number): TurnRange[] {
  const ascending = starts.every((start, at) => at === 0 || start > starts[at - 1]!)
  if (starts[0] !== 0 || !ascending || starts.at(-1)! >= turns) {
    throw new Refusal("invalid-body", { errors: [{ path: "starts", message: "turns from 0 on, ascending" }] })
  }
  return starts.map((fromTurn, at) => ({ fromTurn, toTurn: starts[at + 1] ?? turns }))
}
