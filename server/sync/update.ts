import * as decoding from "lib0/decoding"
import { skipContent } from "./content"

/** What an update speaks of: stretches of clocks written and deleted, per Yjs client. */
export interface Sketch {
  readonly written: readonly Stretch[]
  readonly deleted: readonly Stretch[]
}

export interface Stretch {
  readonly client: number
  readonly from: number
  readonly to: number
}

export const isEmpty = (sketch: Sketch) => sketch.written.length === 0 && sketch.deleted.length === 0

const GC = 0
const SKIP = 10
const CONTENT_BITS = 0b0001_1111
const HAS_KEY = 0b0010_0000
const HAS_RIGHT_ORIGIN = 0b0100_0000
const HAS_ORIGIN = 0b1000_0000
const HIGHEST_CLOCK = 2 ** 40

/**
 * Reads an update without building anything from it; null when it is not one that every replica can read. Yjs
 * itself makes an array as long as an update claims to be, so nothing may reach it that was not read here.
 */
export function readUpdate(update: Uint8Array, mostPieces = Number.POSITIVE_INFINITY): Sketch | null {
  try {
    const decoder = decoding.createDecoder(update)
    const budget = { left: mostPieces }
    const written = readStructs(decoder, budget)
    const deleted = readDeletions(decoder, budget)
    return decoding.hasContent(decoder) ? null : { written, deleted }
  } catch {
    return null
  }
}

interface Budget {
  left: number
}

function spend(budget: Budget, pieces: number): void {
  budget.left -= pieces
  if (budget.left < 0) throw new RangeError("too many pieces")
}

/** A count of things that each take at least one byte. */
function readCount(decoder: decoding.Decoder): number {
  const count = decoding.readVarUint(decoder)
  if (count > decoder.arr.length - decoder.pos) throw new RangeError("more announced than sent")
  return count
}

function readStructs(decoder: decoding.Decoder, budget: Budget): Stretch[] {
  const written: Stretch[] = []
  const clients = new Set<number>()
  for (let left = readCount(decoder); left > 0; left--) {
    const structs = readCount(decoder)
    spend(budget, structs + 1)
    const client = decoding.readVarUint(decoder)
    let clock = decoding.readVarUint(decoder)
    // Yjs keeps one block a client and lets a second one replace the first.
    if (structs === 0 || clients.has(client)) throw new RangeError("not one block a client")
    clients.add(client)
    let from = clock
    for (let struct = 0; struct < structs; struct++) {
      const info = decoding.readUint8(decoder)
      const length = skipStruct(decoder, info, { client, clock })
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
function skipStruct(decoder: decoding.Decoder, info: number, own: Id): number {
  const content = info & CONTENT_BITS
  if (content === GC || content === SKIP) {
    if (info !== content) throw new RangeError("no such struct")
    return decoding.readVarUint(decoder)
  }
  if (info & HAS_ORIGIN) skipReference(decoder, own)
  if (info & HAS_RIGHT_ORIGIN) skipReference(decoder, own)
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (decoding.readVarUint(decoder) === 1) decoding.readVarString(decoder)
    else skipReference(decoder, own)
    if (info & HAS_KEY) decoding.readVarString(decoder)
  }
  return skipContent(decoder, content)
}

/** Yjs waits for what it lacks of other clients, but takes for granted what a client says of its own past. */
function skipReference(decoder: decoding.Decoder, own: Id): void {
  const client = decoding.readVarUint(decoder)
  const clock = decoding.readVarUint(decoder)
  if (client === own.client && clock >= own.clock)
    throw new RangeError("what is to come cannot be referred to")
}

function readDeletions(decoder: decoding.Decoder, budget: Budget): Stretch[] {
  const deleted: Stretch[] = []
  for (let clients = readCount(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    const count = readCount(decoder)
    spend(budget, count + 1)
    for (let stretch = 0; stretch < count; stretch++) {
      const from = decoding.readVarUint(decoder)
      const to = from + decoding.readVarUint(decoder)
      if (to <= from || to > HIGHEST_CLOCK) throw new RangeError("a deletion must have a length")
      deleted.push({ client, from, to })
    }
  }
  return deleted
}

/** True for a state vector that can be read to its end. */
export function isVector(vector: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(vector)
    for (let left = readCount(decoder); left > 0; left--) {
      decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
    }
    return !decoding.hasContent(decoder)
  } catch {
    return false
  }
}
