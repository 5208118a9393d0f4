import type * as Y from "yjs"
import { itemsOf } from "./items"
import { isWords } from "./places"
import { mapOf } from "./source"

/** A turn of the transcript as its document holds it. */
export interface HeldTurn {
  /** Where its words begin and end in the text. */
  readonly from: number
  readonly to: number
  /** What begins it; null for the first turn, which nothing begins. */
  readonly opening: Y.Item | null
  /** Its attributes; null where somebody else's software wrote something else there. */
  readonly attributes: Y.Map<unknown> | null
}

/** The turns of a transcript, as they are until the document changes. */
export function turnsOf(doc: Y.Doc): HeldTurn[] {
  const turns: HeldTurn[] = []
  let open = {
    from: 0,
    opening: null as Y.Item | null,
    attributes: doc.getMap("head") as HeldTurn["attributes"],
  }
  let at = 0
  for (const item of itemsOf(doc.getText("text"))) {
    if (item.deleted || !item.countable) continue
    if (isWords(item)) at += item.length
    else {
      for (let length = item.length; length > 0; length--) {
        turns.push({ ...open, to: at })
        at += 1
        open = { from: at, opening: item, attributes: mapOf(item) }
      }
    }
  }
  turns.push({ ...open, to: at })
  return turns
}

/** The turn that an offset lies in; the edges of a turn belong to it. */
export function turnAt(turns: readonly HeldTurn[], offset: number): number {
  const after = turns.findIndex(({ from }) => from > offset)
  return (after < 0 ? turns.length : after) - 1
}
