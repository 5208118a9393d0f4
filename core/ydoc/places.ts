/** Where the characters of a transcript stand, found with one walk through it. Good until the document changes. */
import * as Y from "yjs"
import { readAliases, type Twin, type Twins, twinsIn } from "./aliases"
import { type CharId, holds, isBefore, itemsOf, pieceOf } from "./items"

export interface Standing extends Twin {
  readonly at: number
}

export interface Places {
  readonly length: number
  /** Where a piece begins, or would if it were not deleted; null for what is no piece of the text. */
  readonly startOf: (item: Y.Item) => number | null
  /** Where a character stands today, be it under its old id or a new one; null if it is deleted. */
  readonly standing: (id: CharId) => Standing | null
  readonly twins: Twins
  /** The turn an offset belongs to: how many turns begin up to there. */
  readonly turnAt: (offset: number) => number
  /** Whether two characters were brought back or moved by one act, side by side. */
  readonly cameTogether: (one: CharId, other: CharId) => boolean
  readonly hasMoves: boolean
}

export function placesOf(doc: Y.Doc): Places {
  const text = doc.getText("text")
  const starts = new Map<Y.Item, number>()
  const breaks: number[] = []
  let length = 0
  for (const item of itemsOf(text)) {
    starts.set(item, length)
    if (item.deleted || !item.countable) continue
    if (!isWords(item)) for (let at = 0; at < item.length; at++) breaks.push(length + at)
    length += item.length
  }
  const aliases = readAliases(doc)
  const twins = twinsIn(aliases)
  return {
    length,
    startOf: (item) => starts.get(item) ?? null,
    twins,
    cameTogether: (one, other) =>
      aliases.some(([, , length, client, clock]) => {
        const fresh = { client, clock, length }
        return holds(fresh, one) && holds(fresh, other)
      }),
    hasMoves: aliases.some(([, , , , , moved]) => moved === 1),
    standing(id) {
      let chosen: Twin | null = null
      for (const twin of twins.of(id)) {
        if (stands(text, twin) && (!chosen || isBefore(twin, chosen))) chosen = twin
      }
      const place = chosen && pieceOf(text, chosen)
      return chosen && place ? { ...chosen, at: starts.get(place.item)! + place.inside } : null
    },
    turnAt: (offset) => breaks.filter((at) => at <= offset).length,
  }
}

export function stands(text: Y.Text, id: CharId): boolean {
  const piece = pieceOf(text, id)
  return piece !== null && !piece.item.deleted && piece.item.countable
}

/** Whether a piece is characters; else it begins a turn. */
export function isWords(item: Y.Item): boolean {
  return item.content instanceof Y.ContentString
}
