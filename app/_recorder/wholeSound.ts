import { type Mended, mendWebm } from "../../core/webm/mend"
import { scanWebm } from "../../core/webm/scan"
import type { KeptSound, Part, Piece } from "./shelf"

/** `takes`: those that it is of. */
export interface WholeSound extends Part {
  readonly sound: Blob
  /** There are other takes, with sound that does not go with this. */
  readonly isPart: boolean
}

/**
 * The sound of pieces as one file that can be listened to from any moment: of all takes, or of the first that go together.
 * Where the browser records something else than WebM, it is as the browser wrote it, and only its first take.
 */
export async function wholeSound(kept: KeptSound, pieces: readonly Piece[]): Promise<WholeSound> {
  const type = bareMime(kept.mime)
  const takes = [...new Set(pieces.map(({ take }) => take))]
  const files = takes.map(
    (take) => new Blob(pieces.filter((piece) => piece.take === take).map(({ sound }) => sound)),
  )
  const mended = type === "audio/webm" ? await mendFirst(files) : null
  if (!mended) {
    const isPart = takes.length > 1
    const durationMs = isPart ? null : kept.durationMs
    return { sound: new Blob(files.slice(0, 1), { type }), durationMs, takes: takes.slice(0, 1), isPart }
  }
  const heard = new Set(mended.slices.map((slice) => ("part" in slice ? slice.part : null)))
  const isIn = await Promise.all(files.map(async (file, place) => heard.has(place) || hasNoSound(file)))
  const { durationMs } = mended
  return {
    sound: joinedBlob(files, mended, type),
    durationMs,
    takes: takes.filter((_, place) => isIn[place]),
    isPart: isIn.includes(false),
  }
}

/** What came of files, without their bytes being read. */
export function joinedBlob(files: readonly Blob[], { slices }: Mended, type: string): Blob {
  const parts = slices.map((slice) =>
    "bytes" in slice
      ? (slice.bytes as Uint8Array<ArrayBuffer>)
      : files[slice.part]!.slice(slice.from, slice.to),
  )
  return new Blob(parts, { type })
}

/** Of as many as go together, from the first. */
async function mendFirst(files: readonly Blob[]): Promise<Mended | null> {
  for (let many = files.length; many > 0; many--) {
    const mended = await mendWebm(files.slice(0, many).map(bytesOf))
    if (mended) return mended
  }
  return null
}

/** That it broke off before there was any; of what cannot be read nobody knows. */
async function hasNoSound(file: Blob): Promise<boolean> {
  return (await scanWebm(bytesOf(file)))?.clusters.length === 0
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

export function bytesOf(blob: Blob) {
  return {
    size: blob.size,
    read: async (from: number, to: number) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  }
}
