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

export const nothingWritten: Sketch = { written: [], deleted: [], needs: [] }

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
export function readUpdate(update: Uint8Array, mostPieces = Number.MAX_SAFE_INTEGER): Sketch | null {
  try {
    const reader = boundedReader(update, mostPieces)
    const needs = new Map<number, number>()
    const written = readStructs(reader, needs)
    const deleted = readDeletions(reader)
    if (decoding.hasContent(reader)) return null
    return { written, deleted, needs: Array.from(needs, ([client, to]) => ({ client, from: 0, to })) }
  } catch {
    return null
  }
}

function readStructs(reader: BoundedReader, needs: Map<number, number>): Stretch[] {
  const written: Stretch[] = []
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
    for (let struct = 0; struct < structs; struct++) {
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
  }
  return written
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

/** True for a state vector that can be read to its end. */
export function isVector(vector: Uint8Array): boolean {
  try {
    const reader = boundedReader(vector, MOST_CLIENTS)
    for (let left = readCount(reader); left > 0; left--) {
      decoding.readVarUint(reader)
      decoding.readVarUint(reader)
    }
    return !decoding.hasContent(reader)
  } catch {
    return false
  }
}
