/**
 * Which characters of a transcript are the same one. Yjs gives what an undo brings back, and what is carried to another
 * place, new ids; whoever does so writes `[client, clock, length, newClient, newClock]` into the Y.Array `aliases` of
 * the transcript, in the same transaction, with a sixth number 1 where it was carried. So a coding anchored to the old ids
 * is found by everyone, for ever.
 */
import * as Y from "yjs"
import { type CharId, type CharRange, isBefore, keyOf } from "./items"

export type Alias = readonly [
  client: number,
  clock: number,
  length: number,
  newClient: number,
  newClock: number,
  moved?: 1,
]

export function aliasOf(old: CharRange, fresh: CharId, moved?: "moved"): Alias {
  const alias = [old.client, old.clock, old.length, fresh.client, fresh.clock] as const
  return moved ? [...alias, 1] : alias
}

/** Adds aliases; those that follow each other become one. */
export function writeAliases(doc: Y.Doc, aliases: readonly Alias[]): void {
  const joined: Alias[] = []
  for (const alias of aliases) {
    const last = joined.at(-1)
    const follows =
      last &&
      last[0] === alias[0] &&
      last[1] + last[2] === alias[1] &&
      last[3] === alias[3] &&
      last[4] + last[2] === alias[4] &&
      last[5] === alias[5]
    if (follows) joined[joined.length - 1] = last.with(2, last[2] + alias[2]) as unknown as Alias
    else joined.push(alias)
  }
  if (joined.length > 0) doc.getArray("aliases").push(joined)
}

/** The aliases a document holds. */
export function readAliases(doc: Y.Doc): Alias[] {
  return aliasesAmong(doc, doc.getArray("aliases").toArray())
}

/** What is an alias among some values, of no more characters than the document holds. */
export function aliasesAmong(doc: Y.Doc, values: readonly unknown[]): Alias[] {
  return values.filter(isAlias).flatMap((alias) => {
    const [client, clock, length, newClient, newClock] = alias
    const known = Math.min(Y.getState(doc.store, client) - clock, Y.getState(doc.store, newClient) - newClock)
    if (known >= length) return [alias]
    return known > 0 ? [alias.with(2, known) as unknown as Alias] : []
  })
}

function isAlias(value: unknown): value is Alias {
  return (
    Array.isArray(value) &&
    (value.length === 5 || (value.length === 6 && value[5] === 1)) &&
    value.every((part) => Number.isSafeInteger(part) && part >= 0) &&
    value[2] >= 1 &&
    // What is new was written after what it stands for.
    (value[0] !== value[3] || value[1] + value[2] <= value[4])
  )
}

/**
 * No character is brought back or carried so often. Aliases that a stranger wrote may lead from anywhere to everywhere:
 * where they do, they are not followed.
 */
const MOST_TWINS = 250

export interface Twin extends CharId {
  /** Whether a move lies between the character asked for and this. */
  readonly moved: boolean
}

export interface Twins {
  /** All ids that a character has had or has: itself first, then the nearer before those further off. */
  readonly of: (id: CharId) => readonly Twin[]
  /** Those it had before this one, itself among them. */
  readonly before: (id: CharId) => readonly Twin[]
  /** Those it has had since, itself among them. */
  readonly after: (id: CharId) => readonly Twin[]
  /**
   * Of two ids of a character, whether one is to stand and the other to go. Whatever has taken an id's place comes where
   * that came: so nobody who knows less lets go the one that all others keep.
   */
  readonly precedes: (one: CharId, other: CharId) => boolean
  /** Whether any of these characters has had another id. */
  readonly touch: (range: CharRange) => boolean
}

export function twinsIn(aliases: readonly Alias[]): Twins {
  const edges = aliases.map(([client, clock, length, newClient, newClock, moved]) => {
    const old = { client, clock }
    const fresh = { client: newClient, clock: newClock }
    return { onward: edge(old, length, fresh, moved === 1), back: edge(fresh, length, old, moved === 1) }
  })
  const onward = indexed(edges.map((each) => each.onward))
  const back = indexed(edges.map((each) => each.back))
  const paths = new Map<string, readonly CharId[]>()
  const pathOf = (id: CharId, depth = 0): readonly CharId[] => {
    const known = paths.get(keyOf(id))
    if (known) return known
    if (depth === MOST_TWINS) return [id]
    // Against aliases that a stranger wrote in a circle.
    paths.set(keyOf(id), [id])
    let longest: readonly CharId[] = []
    for (const parent of reached(back, id)) {
      const path = pathOf(parent, depth + 1)
      if (path.length > longest.length) longest = path
    }
    const path = [...longest, id]
    paths.set(keyOf(id), path)
    return path
  }
  return {
    of: following([onward, back]),
    before: following([back]),
    after: following([onward]),
    precedes(one, other) {
      const [path, otherPath] = [pathOf(one), pathOf(other)]
      const at = path.findIndex((id, index) => !otherPath[index] || keyOf(id) !== keyOf(otherPath[index]))
      return at >= 0 && (!otherPath[at] || isBefore(path[at]!, otherPath[at]))
    },
    touch: ({ client, clock, length }) =>
      reaches(onward, client, clock, length) || reaches(back, client, clock, length),
  }
}

/** Finds the ids that some ways lead to from one, and remembers them. */
function following(ways: readonly Index[]): (id: CharId) => Twin[] {
  const known = new Map<string, Twin[]>()
  return ({ client, clock }) => {
    const self: Twin = { client, clock, moved: false }
    if (!ways.some((way) => reaches(way, client, clock, 1))) return [self]
    const key = keyOf(self)
    const before = known.get(key)
    if (before) return before
    const twins = follow(self, ways)
    known.set(key, twins)
    return twins
  }
}

function follow(self: Twin, ways: readonly Index[]): Twin[] {
  const twins = [self]
  const met = new Set([keyOf(self)])
  for (let at = 0; at < twins.length; at++) {
    if (twins.length > MOST_TWINS) return [self]
    const { moved } = twins[at]!
    for (const way of ways) {
      for (const next of reached(way, twins[at]!)) {
        const key = keyOf(next)
        if (met.has(key)) continue
        met.add(key)
        twins.push({ ...next, moved: moved || next.moved })
      }
    }
  }
  return twins
}

type Index = ReadonlyMap<number, readonly Edge[]>

interface Edge {
  readonly client: number
  readonly from: number
  readonly to: number
  readonly target: CharId
  readonly moved: boolean
  /** The furthest `to` of the edges up to this one. */
  reach: number
}

function edge({ client, clock }: CharId, length: number, target: CharId, moved: boolean): Edge {
  return { client, from: clock, to: clock + length, target, moved, reach: clock + length }
}

function indexed(edges: readonly Edge[]): Index {
  const byClient = new Map<number, Edge[]>()
  for (const each of edges) {
    const group = byClient.get(each.client)
    if (group) group.push(each)
    else byClient.set(each.client, [each])
  }
  for (const group of byClient.values()) {
    group.sort((one, other) => one.from - other.from)
    let reach = 0
    for (const each of group) each.reach = reach = Math.max(reach, each.to)
  }
  return byClient
}

/** Where the edges that begin around a character lead. */
function reached(index: Index, { client, clock }: CharId): Twin[] {
  const edges = index.get(client)
  if (!edges) return []
  const found: Twin[] = []
  for (let at = begunUpTo(edges, clock) - 1; at >= 0 && edges[at]!.reach > clock; at--) {
    const { from, to, target, moved } = edges[at]!
    if (to > clock) found.unshift({ client: target.client, clock: target.clock + clock - from, moved })
  }
  return found
}

/** Whether any edge begins around any of these characters. */
function reaches(index: Index, client: number, clock: number, length: number): boolean {
  const edges = index.get(client)
  const last = edges ? begunUpTo(edges, clock + length - 1) - 1 : -1
  return last >= 0 && edges![last]!.reach > clock
}

/** How many edges begin at or before a character. */
function begunUpTo(edges: readonly Edge[], clock: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]!.from <= clock) low = middle + 1
    else high = middle
  }
  return low
}
