import { type Bytes, childrenOf, type Element, type Reader, readerOf, unsigned } from "./ebml"

export const ids = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  cues: 0x1c53bb6b,
  tags: 0x1254c367,
  seekHead: 0x114d9b74,
  chapters: 0x1043a770,
  attachments: 0x1941a469,
  scale: 0x2ad7b1,
  duration: 0x4489,
  track: 0xae,
  trackNumber: 0xd7,
  codec: 0x86,
  codecPrivate: 0x63a2,
  timecode: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cuePositions: 0xb7,
  cueTrack: 0xf7,
  cueCluster: 0xf1,
} as const

/** What stands beside clusters: where one of them begins, a cluster without an end has ended. */
const besideClusters: ReadonlySet<number> = new Set([
  ids.cluster,
  ids.cues,
  ids.tags,
  ids.info,
  ids.tracks,
  ids.seekHead,
  ids.chapters,
  ids.attachments,
])

/** A stretch of sound: blocks that stand one after another. */
export interface Cluster {
  /** In units of the file, as all times here. */
  readonly time: number
  readonly from: number
  readonly to: number
  /** When its last block begins. */
  readonly last: number
}

export interface Scanned {
  readonly ebml: Uint8Array
  /** What it says of itself, but for how long it is. */
  readonly info: readonly Uint8Array[]
  /** Nanoseconds of a unit. */
  readonly scale: number
  readonly tracks: Uint8Array
  readonly trackNumber: number
  /** What has to be the same for sound to be put behind it. */
  readonly codec: string
  readonly clusters: readonly Cluster[]
  /** How long a block lasts. */
  readonly step: number
}

const MOST_HEAD = 1024 * 1024
const USUAL_STEP = 20

/** What is in a WebM file of one track, as far as it is whole; null for anything else. */
export async function scanWebm(bytes: Bytes): Promise<Scanned | null> {
  const reader = readerOf(bytes)
  const ebml = await reader.elementAt(0)
  if (ebml?.id !== ids.ebml || ebml.to === null || ebml.to > MOST_HEAD) return null
  const segment = await reader.elementAt(ebml.to)
  if (segment?.id !== ids.segment) return null
  let info: { id: number; raw: Uint8Array; content: Uint8Array }[] = []
  let tracks: Uint8Array | null = null
  let step = USUAL_STEP
  const clusters: Cluster[] = []
  const end = Math.min(reader.size, segment.to ?? reader.size)
  for (let at = segment.from; at < end; ) {
    const one = await reader.elementAt(at)
    if (!one) break
    if (one.id === ids.cluster) {
      const read = await readCluster(reader, one)
      if (read.cluster) clusters.push(read.cluster)
      step = read.step ?? step
      at = read.end
      continue
    }
    if (one.to === null || one.to > reader.size) break
    if (one.to - one.from <= MOST_HEAD) {
      if (one.id === ids.info) info = await childrenOf((await reader.bytes(one.from, one.to)).slice())
      if (one.id === ids.tracks) tracks = (await reader.bytes(one.start, one.to)).slice()
    }
    at = one.to
  }
  const track = tracks && (await onlyTrack(tracks))
  if (!tracks || !track) return null
  const scale = info.find(({ id }) => id === ids.scale)
  return {
    ebml: (await reader.bytes(0, ebml.to)).slice(),
    info: info.filter(({ id }) => id !== ids.duration).map(({ raw }) => raw),
    scale: scale ? unsigned(scale.content) : 1_000_000,
    tracks,
    ...track,
    clusters,
    step,
  }
}

/** Up to where its blocks are whole, and where the next element begins. */
async function readCluster(reader: Reader, cluster: Element) {
  const end = Math.min(reader.size, cluster.to ?? reader.size)
  let time = 0
  let from: number | null = null
  let to = cluster.from
  let at = cluster.from
  let last: number | null = null
  let step: number | null = null
  while (at < end) {
    const one = await reader.elementAt(at)
    if (!one || (cluster.to === null && besideClusters.has(one.id))) break
    if (one.to === null || one.to > end) {
      at = reader.size
      break
    }
    if (one.id === ids.timecode) time = unsigned(await reader.bytes(one.from, one.to))
    const block = await blockTime(reader, one)
    if (block !== null) {
      from ??= one.start
      if (last !== null && time + block > last) step = time + block - last
      last = time + block
      to = one.to
    }
    at = one.to
  }
  return { cluster: from === null ? null : { time, from, to, last: last! }, step, end: at }
}

/** When a block begins, after its cluster; null for what is none. */
async function blockTime(reader: Reader, one: Element): Promise<number | null> {
  if (one.id === ids.blockGroup) {
    const inside = await reader.elementAt(one.from)
    return inside?.id === ids.block ? relativeTime(reader, inside.from) : null
  }
  return one.id === ids.simpleBlock ? relativeTime(reader, one.from) : null
}

/** After the number of its track, which is one byte where there is one track. */
async function relativeTime(reader: Reader, from: number): Promise<number> {
  const head = await reader.bytes(from, from + 3)
  return (((head[1]! << 8) | head[2]!) << 16) >> 16
}

async function onlyTrack(tracks: Uint8Array): Promise<{ trackNumber: number; codec: string } | null> {
  const [whole] = await childrenOf(tracks)
  const entries = (await childrenOf(whole!.content)).filter(({ id }) => id === ids.track)
  if (entries.length !== 1) return null
  const entry = await childrenOf(entries[0]!.content)
  const of = (id: number) => entry.find((each) => each.id === id)?.content ?? new Uint8Array()
  const trackNumber = unsigned(of(ids.trackNumber))
  if (trackNumber < 1 || trackNumber > 126) return null
  return { trackNumber, codec: codecOf(of(ids.codec), of(ids.codecPrivate)) }
}

const OPUS = "A_OPUS"
const FAMILY_AT = 18

/**
 * An Opus packet says itself how it is to be decoded (RFC 6716), and all of one stream or two channels go together
 * (RFC 7845, family 0): another microphone changes nothing that matters.
 */
function codecOf(name: Uint8Array, setup: Uint8Array): string {
  const codec = String.fromCharCode(...name)
  return codec === OPUS && (setup[FAMILY_AT] ?? 0) === 0 ? OPUS : [codec, ...setup].join(" ")
}
