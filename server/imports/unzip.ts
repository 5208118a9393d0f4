import { Unzip, UnzipInflate } from "fflate"

export interface UnzipLimits {
  /** Bytes all wanted entries may unpack to, together. */
  readonly unpackedBytes: number
  /** How many times larger than the whole archive they may become. */
  readonly ratio: number
  readonly entries: number
}

export type Unzipped =
  | { readonly ok: true; readonly names: readonly string[]; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly because: "damaged" | "encrypted" | "unpacked" | "entries" }

/** Small enough that one piece of the most compressed data possible stays far below any limit. */
const PIECE = 4096

class Refused extends Error {
  constructor(readonly because: "damaged" | "encrypted" | "unpacked" | "entries") {
    super(because)
  }
}

/**
 * Unpacks the entries that are wanted and names the others. Counts what really comes out: an archive that lies
 * about its sizes is stopped at the same byte as an honest one.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, limits: UnzipLimits): Unzipped {
  // The general purpose flag of the first entry; its lowest bit says that a password is needed.
  if ((bytes[6] ?? 0) & 1) return { ok: false, because: "encrypted" }
  const names: string[] = []
  const files = new Map<string, Uint8Array>()
  const room = Math.min(limits.unpackedBytes, bytes.length * limits.ratio)
  let used = 0
  const archive = new Unzip((entry) => {
    names.push(entry.name)
    if (names.length > limits.entries) throw new Refused("entries")
    if (!wanted(entry.name)) return
    const pieces: Uint8Array[] = []
    entry.ondata = (error, piece, final) => {
      // What is thrown below comes back here as an error of the inflater.
      if (error) throw error instanceof Refused ? error : new Refused("damaged")
      used += piece.length
      if (used > room) throw new Refused("unpacked")
      pieces.push(piece)
      if (final) files.set(entry.name, concat(pieces))
    }
    entry.start()
  })
  archive.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      archive.push(bytes.slice(at, at + PIECE), at + PIECE >= bytes.length)
    return names.some((name) => wanted(name) && !files.has(name))
      ? { ok: false, because: "damaged" }
      : { ok: true, names, files }
  } catch (error) {
    return { ok: false, because: error instanceof Refused ? error.because : "damaged" }
  }
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
