/** WebSockets broken below the messages: what no library sends. Each is done over a wire of its own. */
import type { Random } from "./random"
import { frameHead, type Wire } from "./wire"

export interface Breach {
  readonly name: string
  readonly commit: (wire: Wire, random: Random) => void | Promise<void>
}

const MB = 1024 * 1024

export const breaches: readonly Breach[] = [
  { name: "eleven bytes of ones", commit: (wire) => wire.write(new Uint8Array(11).fill(0xff)) },
  {
    name: "random bytes on the line",
    commit: (wire, random) => wire.write(random.bytes(2 + random.below(200))),
  },
  {
    name: "an opcode there is not",
    commit: (wire, random) => wire.send(random.bytes(4), random.pick([3, 4, 5, 6, 7, 11, 12, 13, 14, 15])),
  },
  { name: "no mask", commit: (wire) => wire.write(Uint8Array.of(0x82, 0x01, 0x00)) },
  { name: "reserved bits", commit: (wire) => wire.write(Uint8Array.of(0xf2, 0x80, 0, 0, 0, 0)) },
  { name: "101 MB announced", commit: (wire) => wire.write(frameHead(101 * MB)) },
  { name: "2^53 bytes announced", commit: (wire) => wire.write(frameHead(2 ** 53)) },
  { name: "text that is no UTF-8", commit: (wire) => wire.send(Uint8Array.of(0xff, 0xfe), 1) },
  { name: "text", commit: (wire) => wire.send(Buffer.from("hello"), 1) },
  { name: "a continuation of nothing", commit: (wire) => wire.send(Uint8Array.of(1), 0) },
  { name: "a ping too long", commit: (wire, random) => wire.send(random.bytes(126), 9) },
  { name: "a close code there is not", commit: (wire) => wire.send(Uint8Array.of(0, 1), 8) },
  {
    name: "half a frame, then nothing",
    commit: (wire) => {
      wire.write(frameHead(MB))
      wire.cut()
    },
  },
  {
    name: "pings without reading",
    commit: (wire, random) => {
      wire.stopReading()
      const ping = random.bytes(125)
      for (let count = 0; count < 2_000; count++) wire.send(ping, 9)
    },
  },
  {
    name: "pieces of one byte",
    commit: (wire) => {
      wire.write(Uint8Array.of(0x02, 0x81, 0, 0, 0, 0, 1))
      const piece = Uint8Array.of(0x00, 0x81, 0, 0, 0, 0, 1)
      wire.write(Buffer.concat(Array.from({ length: 20_000 }, () => piece)))
    },
  },
]

/** A whole message of 101 MB, as fast as the line takes it. */
export async function sendWhole(wire: Wire, bytes: number): Promise<void> {
  wire.write(frameHead(bytes))
  const chunk = new Uint8Array(MB)
  for (let sent = 0; sent < bytes && wire.isOpen(); sent += MB) {
    wire.write(chunk)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
