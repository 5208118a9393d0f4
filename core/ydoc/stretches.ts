/** What a coding has become whose ends were deleted, brought back or moved: stretches of the text of today. */
import type * as Y from "yjs"
import type { Span } from "../model"
import { type CharId, itemsOf, type Place, pieceOf } from "./items"
import type { Places } from "./places"

export interface Stretch extends Span {
  /** `here`: where it was written or brought back. `away`: moved there. `came`: moved here, from elsewhere. */
  readonly where: "here" | "away" | "came"
}

/** Where everything between two characters stands today, in the order in which it was written. */
export function stretchesBetween(text: Y.Text, places: Places, start: Place, end: Place): Stretch[] {
  const items = itemsBetween(text, start.item, end.item)
  const ends = [idOf(start), idOf(end)]
  const isBetween = (id: CharId) => {
    const place = pieceOf(text, id)
    if (!place || !items.has(place.item)) return false
    if (place.item === start.item && place.inside < start.inside) return false
    return place.item !== end.item || place.inside <= end.inside
  }
  // What came by a move belongs to the coding if it was there when the ends were chosen, as what came with them was.
  const cameLater = (id: CharId) => {
    const elsewhere = places.twins.before(id).filter((twin) => twin.moved)
    return (
      elsewhere.length > 0 && !elsewhere.some(isBetween) && !ends.some((end) => places.cameTogether(id, end))
    )
  }
  const isAgain = (id: CharId) => places.twins.before(id).slice(1).some(isBetween)
  const stretches: Stretch[] = []
  for (const item of items) {
    const stands = !item.deleted && item.countable
    for (let inside = 0; inside < item.length; inside++) {
      const id = idOf({ item, inside })
      if (!isBetween(id)) continue
      const now = places.standing(id)
      if (stands) add(stretches, places.startOf(item)! + inside, cameLater(id) ? "came" : "here")
      // What was brought back between the ends counts where it is; what was deleted again, where it first was.
      else if (now && !isBetween(now) && !cameLater(id) && !isAgain(id))
        add(stretches, now.at, now.moved ? "away" : "here")
    }
  }
  return stretches
}

/** The pieces from one to another; none where the end comes before the start: no client of ours wrote that. */
function itemsBetween(text: Y.Text, first: Y.Item, last: Y.Item): ReadonlySet<Y.Item> {
  const items = new Set<Y.Item>()
  for (const item of itemsOf(text, first)) {
    items.add(item)
    if (item === last) return items
  }
  return new Set()
}

/** Adds a character; it makes the last stretch longer where it follows it. */
function add(stretches: Stretch[], at: number, where: Stretch["where"]): void {
  const last = stretches.at(-1)
  if (last?.to === at && last.where === where) stretches[stretches.length - 1] = { ...last, to: at + 1 }
  else stretches.push({ from: at, to: at + 1, where })
}

function idOf({ item, inside }: Place): CharId {
  return { client: item.id.client, clock: item.id.clock + inside }
}

interface Part extends Span {
  /** How many of its characters were coded, and not written since. */
  readonly weight: number
}

/** A quote that has so much of what came in later was made when it was there. */
const TELLING = 4

/**
 * The stretch that a coding stands on. What was moved away is a part of its own; of several parts the one with most of
 * the coded words (C21), null where there is none. `quoted` counts the characters of a stretch that the coding's
 * quote has.
 */
export function mainPart(
  places: Places,
  stretches: readonly Stretch[],
  quoted: (stretch: Stretch) => number,
): Span | null {
  // What was moved in at an edge is not the coding's; what was written there takes the place of what is gone.
  const here = stretches.filter(
    (each) => each.where === "here" || (each.where === "came" && quoted(each) >= TELLING),
  )
  const parts: Part[] = []
  for (const stretch of stretches.filter((each) => each.where === "away")) {
    const before = lastBefore(places, parts, stretch.from)
    const { from } = before ?? stretch
    const part = { from, to: stretch.to, weight: (before?.weight ?? 0) + quoted(stretch) }
    if (before) parts[parts.indexOf(before)] = part
    else parts.push(part)
  }
  if (here.length > 0) {
    const weight = here.reduce((sum, each) => sum + quoted(each), 0)
    parts.push({ from: here[0]!.from, to: here.at(-1)!.to, weight })
  }
  return parts.reduce<Part | null>((most, part) => (most && most.weight >= part.weight ? most : part), null)
}

/** The part that an offset goes on: the nearest that ends before it, in the same turn or the one before. */
function lastBefore(places: Places, parts: readonly Part[], from: number): Part | null {
  let nearest: Part | null = null
  for (const part of parts) if (part.to <= from && (!nearest || part.to > nearest.to)) nearest = part
  const isNear = nearest && places.turnAt(from) - places.turnAt(nearest.to - 1) <= 1
  return nearest && (nearest.to === from || isNear) ? nearest : null
}
