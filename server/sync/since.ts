import * as encoding from "lib0/encoding"
import type { Block, Outline } from "./update"

/**
 * What of an update a holder of these clocks lacks, as an update; null when that is nothing. Bytes are copied, nothing
 * is read: `Y.diffUpdate` builds every struct, and a document of some megabytes would stall all rooms for each who
 * asks. So up to fifteen structs per client come along that are known, which every replica takes and ignores, and all
 * deletions do, as with Yjs: a state vector does not tell them.
 */
export function since(
  update: Uint8Array,
  { blocks, deleted, deletionsAt }: Outline,
  known: ReadonlyMap<number, number>,
): Uint8Array | null {
  const lacking = blocks.filter(({ client, end }) => (known.get(client) ?? 0) < end)
  if (lacking.length === 0 && deleted.length === 0) return null
  if (lacking.length === blocks.length && lacking.every(({ client }) => !known.has(client))) return update
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, lacking.length)
    for (const block of lacking) {
      const from = startOf(block, known.get(block.client) ?? 0)
      encoding.writeVarUint(encoder, block.structs - from.struct)
      encoding.writeVarUint(encoder, block.client)
      encoding.writeVarUint(encoder, from.clock)
      encoding.writeUint8Array(encoder, update.subarray(from.at, block.until))
    }
    encoding.writeUint8Array(encoder, update.subarray(deletionsAt))
  })
}

/** The last marked struct of a block at which nothing is lost to who knows its clocks up to `clock`. */
function startOf({ clock: first, at, marks }: Block, clock: number) {
  let low = 0
  let high = marks.length / 3
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle * 3]! <= clock) low = middle + 1
    else high = middle
  }
  if (low === 0) return { clock: first, at, struct: 0 }
  const [markedClock, markedAt, struct] = marks.subarray(low * 3 - 3, low * 3)
  return { clock: markedClock!, at: markedAt!, struct: struct! }
}
