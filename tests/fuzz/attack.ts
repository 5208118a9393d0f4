import * as encoding from "lib0/encoding"
import type { Random } from "./random"

/** One way of being hostile inside a WebSocket: what is sent as one binary message. */
export interface Attack {
  readonly name: string
  readonly frame: (random: Random) => Uint8Array
  /** Messages of it on one socket, before the next. */
  readonly together: number
  /** A room of its own, where what is written makes it too dear to open again. */
  readonly room?: string
}

export const encode = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** The numbers as varUints, one after the other. */
export const varUints = (...numbers: readonly number[]): Uint8Array =>
  encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  })

/** Some bits of one byte turned, or the end cut off. */
export function bend(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.below(4) === 0) return bytes.slice(0, random.below(bytes.length))
  const bent = bytes.slice()
  const at = random.below(bent.length)
  bent[at] = bent[at]! ^ (1 + random.below(255))
  return bent
}
