/** Where the characters of a transcript stand, found with one walk through it. Good until the document changes. */
import * as Y from "yjs"
import { readAliases, type Twin, type Twins, twinsIn } from "./aliases"
import { type CharId, itemsOf, keyOf, pieceOf } from "./items"

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
  /** Whether this is a character that a move carried to where it is: it was written elsewhere. */
  readonly isCarried: (id: CharId) => boolean
  /** Whether a move ever carried a character, to or from the place it has under this id. */
  readonly wasMoved: (id: CharId) => boolean
  /** False for pieces none of whose characters ever had another id. */
  readonly mayHaveTwins: (item: Y.Item) => boolean
  /** The pieces that were written right behind a character, by who saw them side by side or knew of what lay between. */
  readonly writtenBehind: (id: CharId) => readonly Y.Item[]
  readonly hasMoves: boolean
}

export function placesOf(doc: Y.Doc): Places {
  const text = doc.getText("text")
  const starts = new Map<Y.Item, number>()
  let length = 0
  for (const item of itemsOf(text)) {
    starts.set(item, length)
    if (item.deleted || !item.countable) continue
    length += item.length
  }
  let behind: Map<string, Y.Item[]> | null = null
  const aliases = readAliases(doc)
  const twins = twinsIn(aliases)
  return {
    length,
    startOf: (item) => starts.get(item) ?? null,
    twins,
    isCarried: (id) => twins.before(id).some(({ moved }) => moved),
    wasMoved: (id) => twins.of(id).some(({ moved }) => moved),
    writtenBehind(id) {
      behind ??= byOrigin(text)
      return behind.get(keyOf(id)) ?? []
    },
    mayHaveTwins: (item) => twins.touch({ ...item.id, length: item.length }),
    hasMoves: aliases.some(([, , , , , moved]) => moved === 1),
    standing(id) {
      let chosen: Twin | null = null
      for (const twin of twins.of(id)) {
        if (stands(text, twin) && (!chosen || twins.precedes(twin, chosen))) chosen = twin
      }
      const place = chosen && pieceOf(text, chosen)
      return chosen && place ? { ...chosen, at: starts.get(place.item)! + place.inside } : null
    },
  }
}

function byOrigin(text: Y.Text): Map<string, Y.Item[]> {
  const behind = new Map<string, Y.Item[]>()
  for (const item of itemsOf(text)) {
    if (!item.origin) continue
    const key = keyOf(item.origin)
    const others = behind.get(key)
    if (others) others.push(item)
    else behind.set(key, [item])
  }
  return behind
}

export function stands(text: Y.Text, id: CharId): boolean {
  const piece = pieceOf(text, id)
  return piece !== null && !piece.item.deleted && piece.item.countable
}

/** Whether a piece is characters; else it begins a turn. */
export function isWords(item: Y.Item): boolean {
  return item.content instanceof Y.ContentString
}
