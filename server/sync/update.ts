import * as decoding from "lib0/decoding"
import { type BoundedReader, boundedReader, readCount } from "./boundedReader"
import { skipContent } from "./content"

/** What an update speaks of: stretches of clocks written and deleted, per Yjs client. */
export interface Sketch {
  readonly written: readonly Stretch[]
  readonly deleted: readonly Stretch[]
  /** What others must have written before this can stand beside it. */
  readonly needs: readonly Stretch[]
}

export interface Stretch {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** A sketch with the places of what it speaks of, for `since`. */
export interface Outline extends Sketch {
  /** One of each client, the highest first, as they stand. */
  readonly blocks: readonly Block[]
  /** Where the deletions begin. */
  readonly deletionsAt: number
}

/** What one client wrote: so many structs, of clocks from `clock` up to `end`, in the bytes from `at` up to `until`. */
export interface Block {
  readonly client: number
  readonly clock: number
  readonly end: number
  readonly structs: number
  readonly at: number
  readonly until: number
  /** Clock, place and number (from 0) of every sixteenth struct but the first, one after the other. */
  readonly marks: Float64Array
}

/** The update that says nothing. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0)

export const nothingWritten: Outline = { written: [], deleted: [], needs: [], blocks: [], deletionsAt: 1 }

export const isEmpty = (sketch: Sketch) => sketch.written.length === 0 && sketch.deleted.length === 0

const GC = 0
const SKIP = 10
const CONTENT_BITS = 0b0001_1111
const HAS_KEY = 0b0010_0000
const HAS_RIGHT_ORIGIN = 0b0100_0000
const HAS_ORIGIN = 0b1000_0000
const HIGHEST_CLOCK = 2 ** 40
const MOST_CLIENTS = 100_000

/**
 * Reads an update without building anything from it; null when it is not one that every replica can read. Yjs
 * itself makes an array as long as an update claims to be, so nothing may reach it that was not read here.
 */
export function readUpdate(update: Uint8Array, mostPieces = Number.MAX_SAFE_INTEGER): Outline | null {
  try {
    const reader = boundedReader(update, mostPieces)
    const needs = new Map<number, number>()
    const { written, blocks } = readStructs(reader, needs)
    const deletionsAt = reader.pos
    const deleted = readDeletions(reader)
    if (decoding.hasContent(reader)) return null
    const needed = Array.from(needs, ([client, to]) => ({ client, from: 0, to }))
    return { written, deleted, needs: needed, blocks, deletionsAt }
  } catch {
    return null
  }
}

const MARKED = 16
const noMarks = new Float64Array()

function readStructs(reader: BoundedReader, needs: Map<number, number>) {
  const written: Stretch[] = []
  const blocks: Block[] = []
  let before = Number.MAX_SAFE_INTEGER
  for (let left = readCount(reader); left > 0; left--) {
    const structs = readCount(reader)
    const client = decoding.readVarUint(reader)
    let clock = decoding.readVarUint(reader)
    // Yjs writes one block a client, the highest first, and merges and answers by that order: in another one it would
    // lose what others wrote.
    if (structs === 0 || client >= before) throw new RangeError("not one block a client, highest first")
    before = client
    let from = clock
    const first = { clock, at: reader.pos }
    const marks: number[] = []
    for (let struct = 0; struct < structs; struct++) {
      if (struct > 0 && struct % MARKED === 0) marks.push(clock, reader.pos, struct)
      const info = decoding.readUint8(reader)
      const length = skipStruct(reader, info, { client, clock }, needs)
      if (!(length > 0) || clock + length > HIGHEST_CLOCK) throw new RangeError("a struct must have a length")
      if ((info & CONTENT_BITS) === SKIP) {
        if (clock > from) written.push({ client, from, to: clock })
        from = clock + length
      }
      clock += length
    }
    if (clock > from) written.push({ client, from, to: clock })
    const marked = marks.length > 0 ? Float64Array.from(marks) : noMarks
    blocks.push({ client, ...first, end: clock, structs, until: reader.pos, marks: marked })
  }
  return { written, blocks }
}

interface Id {
  readonly client: number
  readonly clock: number
}

/** Moves past one struct; how many clocks it takes. */
function skipStruct(reader: BoundedReader, info: number, own: Id, needs: Map<number, number>): number {
  const content = info & CONTENT_BITS
  if (content === GC || content === SKIP) {
    if (info !== content) throw new RangeError("no such struct")
    return decoding.readVarUint(reader)
  }
  if (info & HAS_ORIGIN) readReference(reader, own, needs)
  if (info & HAS_RIGHT_ORIGIN) readReference(reader, own, needs)
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (decoding.readVarUint(reader) === 1) decoding.readVarString(reader)
    else readReference(reader, own, needs)
    if (info & HAS_KEY) decoding.readVarString(reader)
  }
  return skipContent(reader, content)
}

/** Yjs waits for what it lacks of other clients, but takes for granted what a client says of its own past. */
function readReference(reader: BoundedReader, own: Id, needs: Map<number, number>): void {
  const client = decoding.readVarUint(reader)
  const clock = decoding.readVarUint(reader)
  if (client !== own.client) needs.set(client, Math.max(needs.get(client) ?? 0, clock + 1))
  else if (clock >= own.clock) throw new RangeError("what is to come cannot be referred to")
}

function readDeletions(reader: BoundedReader): Stretch[] {
  const deleted: Stretch[] = []
  for (let clients = readCount(reader); clients > 0; clients--) {
    const client = decoding.readVarUint(reader)
    const count = readCount(reader)
    for (let stretch = 0; stretch < count; stretch++) {
      const from = decoding.readVarUint(reader)
      const to = from + decoding.readVarUint(reader)
      if (to <= from || to > HIGHEST_CLOCK) throw new RangeError("a deletion must have a length")
      deleted.push({ client, from, to })
    }
  }
  return deleted
}

/** Of each client, the clocks that a state vector says are known; null when it cannot be read to its end. */
export function readVector(vector: Uint8Array): ReadonlyMap<number, number> | null {
  try {
    const reader = boundedReader(vector, MOST_CLIENTS)
    const clocks = new Map<number, number>()
    for (let left = readCount(reader); left > 0; left--)
      clocks.set(decoding.readVarUint(reader), decoding.readVarUint(reader))
    return decoding.hasContent(reader) ? null : clocks
  } catch {
    return null
  }
}
