import * as Y from "yjs"
import { type Alias, aliasOf, readAliases, type Twin, twinsIn, writeAliases } from "./aliases"
import { type CharId, deleteRange, holds, insertBehind, itemsOf, keyOf, pieceOf } from "./items"
import { stands } from "./places"
import { mapOf, openingWith } from "./source"
import { charsOf, type Deleted, type Step } from "./step"

/**
 * Undoes what a step did, in the transaction: deletes what it wrote, wherever that was moved since; brings back
 * what it deleted, under aliases; says of turns what was said before. What others did since stays: what they
 * deleted too stays deleted, what they said since stays said, and nothing comes to stand twice.
 */
export function takeBack(transaction: Y.Transaction, text: Y.Text, step: Step): void {
  const { doc } = transaction
  const twins = twinsIn(readAliases(doc))
  const standing = (id: CharId) =>
    twins
      .of(id)
      .filter((twin) => stands(text, twin))
      .sort((one, other) => (twins.precedes(one, other) ? -1 : 1))[0] ?? null
  const isInserted = (id: CharId) => step.inserted.some((range) => holds(range, id))
  // What the step carried elsewhere, and somebody deleted there, stays deleted.
  const wanted = step.deleted
    .flatMap(charsOf)
    .filter((char) => standing(char) !== null || !twins.of(char).some(isInserted))
  const taken = new Map<string, Twin>()
  for (const range of step.inserted) {
    for (let clock = range.clock; clock < range.clock + range.length; clock++) {
      const twin = standing({ client: range.client, clock })
      if (!twin) continue
      for (const other of twins.of(twin)) taken.set(keyOf(other), { ...twin, moved: other.moved })
      deleteRange(transaction, text, { ...twin, length: 1 })
    }
  }
  const gone = wanted.filter((char) => standing(char) === null)
  const insteadOf = (id: CharId): Twin | null => taken.get(keyOf(id)) ?? null
  writeAliases(doc, bringBack(transaction, text, gone, standing, insteadOf))
  sayAgain(text, step)
}

/** Where a character stands now, and whether a move carried it there from the place that is asked for. */
type Standing = (id: CharId) => Twin | null

/**
 * Writes deleted characters anew, each right behind what is left of it: so what lies between two characters is the
 * same as ever, wherever the ends of a coding are.
 */
function bringBack(
  transaction: Y.Transaction,
  text: Y.Text,
  gone: readonly Deleted[],
  standing: Standing,
  insteadOf: Standing,
): Alias[] {
  const aliases: Alias[] = []
  const instead: Alias[] = []
  const back = new Map<string, Twin>()
  const nowAt: Standing = (id) => back.get(keyOf(id)) ?? standing(id)
  for (const char of inOrder(text, gone)) {
    const { content } = char
    const written = typeof content === "string" ? new Y.ContentString(content) : openingWith(content)
    const neighbour = movedNeighbour(text, char, nowAt)
    const fresh = insertBehind(transaction, text, neighbour ?? char, written)
    back.set(keyOf(char), { ...fresh, moved: neighbour !== null })
    const old = { client: char.client, clock: char.clock, length: 1 }
    aliases.push(aliasOf(old, fresh, neighbour ? "moved" : undefined))
    // It takes the place of what stood elsewhere until now, also for who had to choose between that and a third (C22).
    const before = insteadOf(char)
    if (before && keyOf(before) !== keyOf(char))
      instead.push(aliasOf({ ...before, length: 1 }, fresh, before.moved || neighbour ? "moved" : undefined))
  }
  return [...aliases, ...instead]
}

/** Deleted characters in the order of the text. */
function inOrder(text: Y.Text, gone: readonly Deleted[]): Deleted[] {
  const byId = new Map(gone.map((char) => [keyOf(char), char]))
  const ordered: Deleted[] = []
  if (byId.size === 0) return ordered
  for (const { id, length, deleted } of itemsOf(text)) {
    for (let inside = 0; deleted && inside < length; inside++) {
      const char = byId.get(keyOf({ client: id.client, clock: id.clock + inside }))
      if (char) ordered.push(char)
    }
  }
  return ordered
}

/**
 * Where the characters before a deleted one were moved away since, the last of them: it belongs behind that. Null where
 * what stands before it is in its place, be it under another id.
 */
function movedNeighbour(text: Y.Text, id: CharId, nowAt: Standing): CharId | null {
  const place = pieceOf(text, id)!
  let inside = place.inside
  for (let item: Y.Item | null = place.item; item !== null; item = item.left) {
    if (!item.deleted && item.countable && item !== place.item) return null
    if (item !== place.item) inside = item.length
    while (--inside >= 0) {
      const twin = nowAt({ client: item.id.client, clock: item.id.clock + inside })
      if (twin) return twin.moved ? twin : null
    }
  }
  return null
}

/** Says of turns what was said before the step, unless somebody has said something else since. */
function sayAgain(text: Y.Text, { changed }: Step): void {
  const doc = text.doc!
  const twins = twinsIn(readAliases(doc))
  for (const { turn, key, before, after } of changed) {
    const opening = turn && twins.of(turn).find((twin) => stands(text, twin))
    const map = turn ? opening && mapOf(pieceOf(text, opening)!.item) : doc.getMap("head")
    if (!map || map.get(key) !== after) continue
    if (before === undefined) map.delete(key)
    else map.set(key, before)
  }
}
