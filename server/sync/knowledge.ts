import * as encoding from "lib0/encoding"
import { addRange, addRanges, coversRange, type Ranges } from "./ranges"
import type { Sketch, Stretch } from "./update"

/** Which clocks of which Yjs clients a document holds, and which of them are deleted. */
export interface Knowledge {
  readonly written: Map<number, Ranges>
  readonly deleted: Map<number, Ranges>
  /** How many stretches that is: what it costs to know it. */
  pieces: number
}

export const nothingKnown = (): Knowledge => ({ written: new Map(), deleted: new Map(), pieces: 0 })

export function learn(known: Knowledge, sketch: Sketch): void {
  known.pieces += note(known.written, sketch.written) + note(known.deleted, sketch.deleted)
}

/** True when the update says nothing new: a reconnecting client repeats every deletion it knows of. */
export function knows(known: Knowledge, sketch: Sketch): boolean {
  return (
    sketch.written.every(({ client, from, to }) => coversRange(known.written.get(client), from, to)) &&
    sketch.deleted.every(({ client, from, to }) => coversRange(known.deleted.get(client), from, to))
  )
}

/** The state vector: of each client, the clocks held from the first on without a gap. */
export function vectorOf(known: Knowledge): Uint8Array {
  const clocks: [number, number][] = []
  for (const [client, [first]] of known.written) if (first?.from === 0) clocks.push([client, first.to])
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clocks.length)
    for (const [client, clock] of clocks) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
  })
}

/** By how many stretches it grew. */
function note(of: Map<number, Ranges>, stretches: readonly Stretch[]): number {
  return stretches.length > FEW ? noteMany(of, stretches) : noteEach(of, stretches)
}

const FEW = 32

function noteEach(of: Map<number, Ranges>, stretches: readonly Stretch[]): number {
  let grown = 0
  for (const { client, from, to } of stretches) {
    const ranges = of.get(client) ?? []
    grown -= ranges.length
    addRange(ranges, from, to)
    grown += ranges.length
    of.set(client, ranges)
  }
  return grown
}

function noteMany(of: Map<number, Ranges>, stretches: readonly Stretch[]): number {
  const byClient = new Map<number, Stretch[]>()
  for (const stretch of stretches) {
    const others = byClient.get(stretch.client)
    if (others) others.push(stretch)
    else byClient.set(stretch.client, [stretch])
  }
  let grown = 0
  for (const [client, own] of byClient) {
    const before = of.get(client) ?? []
    const after = addRanges(before, own)
    of.set(client, after)
    grown += after.length - before.length
  }
  return grown
}
