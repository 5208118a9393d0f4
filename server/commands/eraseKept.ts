import { and, eq } from "drizzle-orm"
import { placeAfter } from "../../core/erasing"
import { type ErasedPassage, eraseCoding, erasedPassage, eraseReveal } from "../../core/erasingKept"
import type { Span } from "../../core/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { handIn, laterReading, passage as passages, reveal } from "../../db/schema"
import type { LoadedTranscript } from "../documents"
import type { Erasing } from "./erasing"

/** Passages, hand-ins, reveals and later readings: what was kept of the transcript as it was then. */
export async function eraseKept(erasing: Erasing, after: LoadedTranscript): Promise<void> {
  const { tx, source, before, pieces, clean, places } = erasing
  const ticked = new Set(places)
  const rows = await tx.select().from(passages).where(eq(passages.source, source))
  const erasedIn = (row: Span, kept = before.text.slice(row.from, row.to)) =>
    erasedPassage(before.text, row, kept, erasing)
  for (const row of rows) {
    const span = placeAfter(pieces, row)
    const { start, end } = anchorTo(after.doc, after.text, span)
    await tx
      .update(passages)
      .set({ ...span, anchor: { start, end } })
      .where(eq(passages.id, row.id))
  }
  const passageOf = new Map(rows.map((row) => [row.id, row]))
  const cleanSuggested = <S extends { readonly name: string; readonly definition: string | null }>(
    codes: readonly S[],
  ) =>
    codes.map((each) => ({
      ...each,
      name: clean(each.name),
      definition: each.definition && clean(each.definition),
    }))
  const cleanMemo = <C extends { readonly id: string; readonly memo: string | null }>(
    coding: C,
    isShown: boolean,
  ): C =>
    coding.memo && (!isShown || ticked.has(`memo:${coding.id}`))
      ? { ...coding, memo: clean(coding.memo) }
      : coding

  const reveals = await tx.select().from(reveal).where(eq(reveal.source, source))
  const isRevealed = new Set(reveals.map((row) => row.passage))
  for (const { passage, round, row } of reveals) {
    const erased = eraseReveal(row, erasedIn(passageOf.get(passage)!, row.text))
    const handIns = erased.handIns.map((each) => ({
      ...each,
      codings: each.codings.map((coding) => cleanMemo(coding, true)),
      suggested: cleanSuggested(each.suggested),
    }))
    await tx
      .update(reveal)
      .set({ row: { ...erased, handIns } })
      .where(and(eq(reveal.passage, passage), eq(reveal.round, round)))
  }
  for (const row of await tx.select().from(handIn).where(eq(handIn.source, source))) {
    const erased = erasedIn(passageOf.get(row.passage)!)
    const shown = isRevealed.has(row.passage) && row.withdrawnAt === null
    const codings = row.codings.map((coding) => cleanMemo(eraseCoding(coding, erased), shown))
    await tx
      .update(handIn)
      .set({ codings, suggested: cleanSuggested(row.suggested) })
      .where(eq(handIn.id, row.id))
  }
  for (const row of await tx.select().from(laterReading).where(eq(laterReading.source, source))) {
    const erased: ErasedPassage = erasedIn(passageOf.get(row.passage)!)
    const { text, quote } = eraseCoding(row, erased)
    await tx.update(laterReading).set({ text, quote }).where(eq(laterReading.id, row.id))
  }
}
