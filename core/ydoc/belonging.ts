/**
 * Which characters belong to a coding once turns have been moved. Between its ends, in the order in which the transcript
 * was written, stand its words, what was written among them since, and perhaps what a move brought there, which is
 * nobody's coding; other words of it may have been carried elsewhere.
 */
import type * as Y from "yjs"
import type { Twin, Twins } from "./aliases"
import { type CharId, type CharRange, holds, itemsOf, keyOf, type Place, pieceOf } from "./items"
import { type Places, stands } from "./places"

/** What between two ends had another id before, when they were chosen; nothing where nothing was brought back or moved. */
export interface KnownMoves {
  /** Characters that had come there from elsewhere, and were chosen like those around them, or deleted there. */
  readonly came: readonly CharRange[]
  /** Traces of characters that stood elsewhere by then. */
  readonly left: readonly CharRange[]
}

/** What is to be known later of the moves before, between two ends that are being chosen. */
export function knownMoves(text: Y.Text, twins: Twins, first: Place, last: Place): KnownMoves {
  const came: CharRange[] = []
  const left: CharRange[] = []
  const mayHaveTwins = ({ id, length }: Y.Item) => twins.touch({ ...id, length })
  const touched = [...idsBetween(text, first, last, mayHaveTwins)]
  const between = new Set(touched.map(keyOf))
  for (const id of touched) {
    const standing = twins.of(id).filter((twin) => stands(text, twin))
    const isCarried = twins.before(id).some(({ moved }) => moved)
    const isGone = standing.length === 0 && !twins.after(id).some(({ moved }) => moved)
    if (!isGone && !standing.some((twin) => between.has(keyOf(twin)))) addTo(left, id)
    else if (isGone ? isCarried : stands(text, id)) {
      const earlier = twins.before(id).slice(1)
      const isFrom = (twin: Twin) => twin.moved || !between.has(keyOf(twin))
      if (earlier.length > 0 && (earlier.every(isFrom) || isCarried)) addTo(came, id)
    }
  }
  return { came, left }
}

/** Whether a move has to do with anything between two characters. */
export function isTouched(text: Y.Text, places: Places, first: Place, last: Place): boolean {
  for (const id of idsBetween(text, first, last, places.mayHaveTwins)) if (places.wasMoved(id)) return true
  return false
}

export interface Belonging {
  /** Where the characters stand today that lie between the ends, in the order in which they were written. */
  readonly written: readonly number[]
  /** Where all that belong stand today: those, and what was written among them where they were carried. */
  readonly all: ReadonlySet<number>
}

export function belonging(
  text: Y.Text,
  places: Places,
  first: Place,
  last: Place,
  known: KnownMoves,
): Belonging {
  const { twins } = places
  const members = new Map<string, CharId>()
  const past = new Set<string>()
  const all = new Set<number>()
  const join = (id: CharId) => {
    const now = places.standing(id)
    if (now) all.add(now.at)
    for (const { client, clock } of twins.of(id)) members.set(keyOf({ client, clock }), { client, clock })
    for (const before of twins.before(id).slice(1)) past.add(keyOf(before))
  }
  const has = (id: CharId) => members.has(keyOf(id))
  // Beside the ids that a character had before those that were chosen, and those that it was given by who lost against
  // others (C22), is nothing of the coding.
  const isOnItsWay = (id: CharId) => {
    if (past.has(keyOf(id))) return false
    const ids = twins.of(id)
    const now = places.standing(id) ?? ids.reduce((one, other) => (twins.precedes(other, one) ? other : one))
    return twins.before(now).some((before) => keyOf(before) === keyOf(id))
  }
  const belongs = (id: CharId) => has(id) && isOnItsWay(id)
  const isIn = (ranges: readonly CharRange[], id: CharId) => ranges.some((range) => holds(range, id))
  const hadLeft = (id: CharId) => known.left.length > 0 && twins.of(id).some((twin) => isIn(known.left, twin))
  // What had another id before is one of those between the ends, and so has joined, or has come from elsewhere since.
  const hadCome = (id: CharId) => known.came.length > 0 && twins.of(id).some((twin) => isIn(known.came, twin))
  const isStrange = (id: CharId) => twins.before(id).length > 1 && !hadCome(id)
  const joinUnlessStrange = (id: CharId) => {
    if (!has(id) && !isStrange(id) && !hadLeft(id)) join(id)
  }
  join(idOf(first))
  const written = new Set<number>()
  for (const id of idsBetween(text, first, last)) {
    const isNew = written.size === 0 || !has(id)
    joinUnlessStrange(id)
    if (has(id)) for (const before of twins.before(id).slice(1)) past.add(keyOf(before))
    // What had come counts where it had come to.
    if (!has(id) || !(isIn(known.came, id) || (isNew && !hadCome(id)))) continue
    const now = places.standing(id)
    if (now) written.add(now.at)
  }
  join(idOf(last))
  // What was written among them where they are now belongs as well; and then, maybe, what was written among
  // that. Not what was written where they were before.
  for (let known = 0; known < members.size; ) {
    known = members.size
    for (const id of [...members.values()]) {
      for (const strange of besides(text, places, id, belongs)) {
        if (isOnItsWay(id)) joinUnlessStrange(strange)
      }
    }
  }
  return { written: [...written], all }
}

/**
 * What was written beside a character that belongs, between it and another that does: of what two wrote at an edge at
 * once, not knowing of each other, this tells apart what was meant to lie inside.
 */
function* besides(text: Y.Text, places: Places, id: CharId, belongs: (id: CharId) => boolean) {
  for (const item of places.writtenBehind(id)) {
    if (!item.rightOrigin || !belongs(item.rightOrigin)) continue
    for (let inside = 0; inside < item.length; inside++) yield idOf({ item, inside })
  }
  // Two that were carried at once, side by side: nobody can have written between them before.
  const place = pieceOf(text, id)
  const origin = place?.inside === 0 ? place.item.origin : null
  if (!place || !origin || !belongs(origin) || !places.isCarried(id)) return
  if (origin.client === id.client && id.clock - origin.clock <= LONGEST_OPENING) {
    yield* idsBack(place.item.left, origin)
  }
}

/** How many ids the beginning of a turn takes, with what it says. */
const LONGEST_OPENING = 4

/** The characters from one to another, both included; none where the last comes before the first: not ours. */
function* idsBetween(
  text: Y.Text,
  first: Place,
  last: Place,
  mayMatter: (item: Y.Item) => boolean = () => true,
): Generator<CharId> {
  if (!isInOrder(text, first, last)) return
  for (const item of itemsOf(text, first.item)) {
    const from = item === first.item ? first.inside : 0
    const to = item === last.item ? last.inside + 1 : item.length
    if (mayMatter(item)) {
      for (let inside = from; inside < to; inside++) {
        yield idOf({ item, inside })
      }
    }
    if (item === last.item) return
  }
}

function isInOrder(text: Y.Text, first: Place, last: Place): boolean {
  if (first.item === last.item) return first.inside <= last.inside
  for (const item of itemsOf(text, first.item)) if (item === last.item) return true
  return false
}

/** The characters from the end of a piece back to, and without, another. */
function* idsBack(from: Y.Item | null, to: CharId): Generator<CharId> {
  for (let item = from; item !== null; item = item.left) {
    for (let inside = item.length - 1; inside >= 0; inside--) {
      const id = idOf({ item, inside })
      if (keyOf(id) === keyOf(to)) return
      yield id
    }
  }
}

function idOf({ item, inside }: Place): CharId {
  return { client: item.id.client, clock: item.id.clock + inside }
}

function addTo(ranges: CharRange[], { client, clock }: CharId): void {
  const last = ranges.at(-1)
  if (last && last.client === client && last.clock + last.length === clock) {
    ranges[ranges.length - 1] = { ...last, length: last.length + 1 }
  } else ranges.push({ client, clock, length: 1 })
}
