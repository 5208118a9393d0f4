import * as encoding from "lib0/encoding"
import { addRange, coversRange, type Ranges } from "./ranges"
import type { Sketch, Stretch } from "./update"

/** Which clocks of which Yjs clients a document holds, and which of them are deleted. */
export interface Knowledge {
  readonly written: Map<number, Ranges>
  readonly deleted: Map<number, Ranges>
}

export const nothingKnown = (): Knowledge => ({ written: new Map(), deleted: new Map() })

export function learn(known: Knowledge, sketch: Sketch): void {
  for (const stretch of sketch.written) note(known.written, stretch)
  for (const stretch of sketch.deleted) note(known.deleted, stretch)
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

function note(of: Map<number, Ranges>, { client, from, to }: Stretch): void {
  const ranges = of.get(client)
  if (ranges) addRange(ranges, from, to)
  else of.set(client, [{ from, to }])
}
