import * as decoding from "lib0/decoding"

/** A decoder of bytes from a stranger: it reads no more pieces than it was given leave for. */
export interface BoundedReader extends decoding.Decoder {
  left: number
}

export const boundedReader = (bytes: Uint8Array, mostPieces: number): BoundedReader =>
  Object.assign(decoding.createDecoder(bytes), { left: mostPieces })

/**
 * How many pieces follow. Throws when that is more than there are bytes for or leave for: what is announced costs
 * before anything is made for it.
 */
export function readCount(reader: BoundedReader): number {
  const count = decoding.readVarUint(reader)
  reader.left -= count + 1
  if (count > reader.arr.length - reader.pos) throw new RangeError("more announced than sent")
  if (reader.left < 0) throw new RangeError("too many pieces")
  return count
}
