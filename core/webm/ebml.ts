/** Bytes that are asked for as they are needed: a recording of hours is never held whole. */
export interface Bytes {
  readonly size: number
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

/** An element of EBML (RFC 8794), by where it stands. */
export interface Element {
  readonly id: number
  readonly start: number
  /** Of what is in it. */
  readonly from: number
  /** Null: it goes on until something that cannot be in it, as live writers leave it. */
  readonly to: number | null
}

export interface Reader {
  readonly size: number
  /** Null at the end, and where what begins is cut off before its content does. */
  readonly elementAt: (at: number) => Promise<Element | null>
  readonly bytes: (from: number, to: number) => Promise<Uint8Array>
}

const WINDOW = 256 * 1024
const LONGEST_HEAD = 12

/** Reads elements one after another, a window at a time. */
export function readerOf({ size, read }: Bytes): Reader {
  let window: Uint8Array = new Uint8Array()
  let begins = 0
  const bytes = async (from: number, to: number) => {
    const end = Math.min(to, size)
    if (from < begins || end > begins + window.length) {
      window = await read(from, Math.min(size, Math.max(end, from + WINDOW)))
      begins = from
    }
    return window.subarray(from - begins, end - begins)
  }
  return {
    size,
    bytes,
    elementAt: async (at) => {
      if (at >= size) return null
      const head = await bytes(at, at + LONGEST_HEAD)
      const idLength = Math.clz32(head[0]!) - 23
      const sizeLength = Math.clz32(head[idLength] ?? 0) - 23
      if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return null
      const content = head.subarray(idLength, idLength + sizeLength)
      const from = at + idLength + sizeLength
      const id = unsigned(head.subarray(0, idLength))
      const first = content[0]! & (0xff >> sizeLength)
      const isUnknown = first === 0xff >> sizeLength && content.subarray(1).every((byte) => byte === 0xff)
      const length = unsigned(Uint8Array.of(first, ...content.subarray(1)))
      return { id, start: at, from, to: isUnknown ? null : from + length }
    },
  }
}

/** The children of an element that is whole in memory. */
export async function childrenOf(
  content: Uint8Array,
): Promise<{ id: number; raw: Uint8Array; content: Uint8Array }[]> {
  const reader = readerOf({ size: content.length, read: async (from, to) => content.subarray(from, to) })
  const found: { id: number; raw: Uint8Array; content: Uint8Array }[] = []
  for (let at = 0; ; ) {
    const one = await reader.elementAt(at)
    if (!one || one.to === null || one.to > content.length) return found
    found.push({
      id: one.id,
      raw: content.subarray(one.start, one.to),
      content: content.subarray(one.from, one.to),
    })
    at = one.to
  }
}

export function unsigned(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0)
}

/** An element with its size in eight bytes, so that its length does not depend on its numbers. */
export function element(id: number, ...content: readonly Uint8Array[]): Uint8Array {
  return joined(
    head(
      id,
      content.reduce((sum, { length }) => sum + length, 0),
    ),
    ...content,
  )
}

/** The beginning of an element whose content follows. */
export function head(id: number, length: number): Uint8Array {
  const size = eightBytes(length)
  size[0] = 1
  return joined(idBytes(id), size)
}

export function eightBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

export function float64(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value)
  return bytes
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function idBytes(id: number): Uint8Array {
  const bytes: number[] = []
  for (let left = id; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256)
  return Uint8Array.from(bytes)
}
