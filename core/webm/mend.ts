import { type Bytes, eightBytes, element, float64, head, joined } from "./ebml"
import { type Cluster, ids, type Scanned, scanWebm } from "./scan"

/** Bytes of the new file: as they are here, or from one of the parts. */
export type Slice =
  | { readonly bytes: Uint8Array }
  | { readonly part: number; readonly from: number; readonly to: number }

export interface Mended {
  readonly slices: readonly Slice[]
  readonly durationMs: number
}

/**
 * One WebM file of what was recorded live, in one part or in several one after another. A recorder that writes as it
 * hears cannot say how long the sound will be, nor where each moment stands; in the file that comes of this both are
 * said, so that any program can jump into it. Blocks cut off at the end of a part are left out, and so is a part that
 * broke off before there was any. Null where there is no WebM of one track, or the parts do not go together.
 */
export async function mendWebm(parts: readonly Bytes[]): Promise<Mended | null> {
  const scanned: { readonly part: number; readonly one: Scanned }[] = []
  for (const [part, bytes] of parts.entries()) {
    const one = await scanWebm(bytes)
    if (one && one.clusters.length > 0) scanned.push({ part, one })
  }
  const first = scanned[0]?.one
  if (!first || scanned.some(({ one }) => !goesWith(first, one))) return null
  const clusters: Placed[] = []
  let end = 0
  for (const { part, one } of scanned) {
    // A part begins when the one before has ended; its own clock need not begin at 0.
    const shift = one === first ? 0 : end - one.clusters[0]!.time
    for (const cluster of one.clusters) clusters.push(place(cluster, part, shift))
    end = one.clusters.at(-1)!.last + shift + one.step
  }
  return { slices: write(first, clusters, end), durationMs: Math.round((end * first.scale) / 1e6) }
}

interface Placed {
  readonly time: number
  readonly head: Uint8Array
  readonly slice: { readonly part: number; readonly from: number; readonly to: number }
  readonly length: number
}

function goesWith(first: Scanned, other: Scanned): boolean {
  return other.codec === first.codec && other.scale === first.scale && other.trackNumber === first.trackNumber
}

function place({ time, from, to }: Cluster, part: number, shift: number): Placed {
  const at = element(ids.timecode, eightBytes(time + shift))
  const begins = joined(head(ids.cluster, at.length + to - from), at)
  return { time: time + shift, head: begins, slice: { part, from, to }, length: begins.length + to - from }
}

function write(of: Scanned, clusters: readonly Placed[], duration: number): Slice[] {
  const info = element(ids.info, ...of.info, element(ids.duration, float64(duration)))
  // All numbers in it have eight bytes: how long it is does not depend on what it says.
  const before = info.length + of.tracks.length + cues(of, clusters, 0).length
  const sound = clusters.reduce((sum, { length }) => sum + length, 0)
  const start = joined(
    of.ebml,
    head(ids.segment, before + sound),
    info,
    of.tracks,
    cues(of, clusters, before),
  )
  return [{ bytes: start }, ...clusters.flatMap(({ head, slice }) => [{ bytes: head }, slice])]
}

function cues({ trackNumber }: Scanned, clusters: readonly Placed[], from: number): Uint8Array {
  let at = from
  const points = clusters.map(({ time, length }) => {
    const place = element(
      ids.cuePositions,
      element(ids.cueTrack, Uint8Array.of(trackNumber)),
      element(ids.cueCluster, eightBytes(at)),
    )
    at += length
    return element(ids.cuePoint, element(ids.cueTime, eightBytes(time)), place)
  })
  return element(ids.cues, ...points)
}
