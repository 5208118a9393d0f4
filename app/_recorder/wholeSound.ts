import { mendWebm } from "../../core/webm/mend"
import type { KeptSound, Piece } from "./shelf"

export interface WholeSound {
  readonly sound: Blob
  readonly durationMs: number
}

/**
 * The sound of pieces as one file that can be listened to from any moment. Where the browser records something else than
 * WebM, it is as the browser wrote it, and only its first take.
 */
export async function wholeSound(kept: KeptSound, pieces: readonly Piece[]): Promise<WholeSound> {
  const type = bareMime(kept.mime)
  const takes = [...new Set(pieces.map(({ take }) => take))].map(
    (take) => new Blob(pieces.filter((piece) => piece.take === take).map(({ sound }) => sound)),
  )
  const mended = type === "audio/webm" ? await mendWebm(takes.map(bytesOf)) : null
  if (!mended) return { sound: new Blob(takes.slice(0, 1), { type }), durationMs: kept.durationMs }
  const parts = mended.slices.map((slice) =>
    "bytes" in slice
      ? (slice.bytes as Uint8Array<ArrayBuffer>)
      : takes[slice.part]!.slice(slice.from, slice.to),
  )
  return { sound: new Blob(parts, { type }), durationMs: mended.durationMs }
}

/** Whether more can be recorded behind it. */
export function canGoOn({ mime }: KeptSound): boolean {
  return bareMime(mime) === "audio/webm"
}

/** What such a file is called at its end. */
export function endingOf({ mime }: KeptSound): string {
  return { "audio/webm": ".weba", "audio/mp4": ".m4a", "audio/ogg": ".ogg" }[bareMime(mime)] ?? ".webm"
}

const bareMime = (mime: string) => mime.split(";")[0]!.trim()

function bytesOf(blob: Blob) {
  return {
    size: blob.size,
    read: async (from: number, to: number) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  }
}
