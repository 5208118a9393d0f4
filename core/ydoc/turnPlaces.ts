/** What says which turn is meant, to whoever has no copy of the transcript: the id of its first character. */
import * as Y from "yjs"
import type { PlacedTurn } from "../model"
import { edgesOf } from "./anchors"

/** Names the turn by its first character, as `client.clock`; null for one without words. */
export function placeOfTurn(doc: Y.Doc, turn: PlacedTurn): string | null {
  if (turn.to <= turn.from) return null
  const { item } = Y.createRelativePositionFromTypeIndex(doc.getText("text"), turn.from, 0)
  return item && `${item.client}.${item.clock}`
}

/** The turns that places name now, wherever their first characters have gone; null for what names none. */
export function turnsAt(doc: Y.Doc, turns: readonly PlacedTurn[]): (place: string) => PlacedTurn | null {
  const spanOf = edgesOf(doc)
  return (place) => {
    const [, client, clock] = /^(\d{1,16})\.(\d{1,16})$/.exec(place) ?? []
    if (client === undefined || clock === undefined) return null
    const item = { client: Number(client), clock: Number(clock) }
    if (!Number.isSafeInteger(item.client) || !Number.isSafeInteger(item.clock)) return null
    const edge = { item, assoc: 0 }
    const span = spanOf({ start: edge, end: edge })
    return span && turnAround(turns, span.from)
  }
}

/** The turn in which an offset of the text stands. */
export function turnAround(turns: readonly PlacedTurn[], offset: number): PlacedTurn | null {
  return turns.findLast(({ from }) => from <= offset) ?? null
}
