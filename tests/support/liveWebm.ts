import { element } from "../../core/webm/ebml"
import { ids } from "../../core/webm/scan"

const text = (words: string) => new TextEncoder().encode(words)
const number = (value: number) => Uint8Array.of(Math.floor(value / 256), value % 256)
const bare = (id: number) => Buffer.from(id.toString(16), "hex")
/** As a recorder begins what it cannot know the end of. */
const endless = (id: number) => Buffer.concat([bare(id), Buffer.from("01ffffffffffffff", "hex")])
const block = (at: number, sound: string) =>
  element(ids.simpleBlock, Uint8Array.of(0x81, (at >> 8) & 255, at & 255, 0x80), text(sound))

export interface Form {
  readonly codec?: string
  readonly setup?: string
  readonly clusters: readonly {
    readonly at: number
    readonly blocks: readonly (readonly [number, string])[]
  }[]
  readonly isEndless?: boolean
  readonly tracks?: number
}

/** A WebM file as a recorder writes it while it hears. */
export function live({
  codec = "A_OPUS",
  setup = "OpusHead\x01\x01........\0",
  clusters,
  isEndless = true,
  tracks = 1,
}: Form): Buffer {
  const track = element(
    ids.track,
    element(ids.trackNumber, Uint8Array.of(1)),
    element(ids.codec, text(codec)),
    element(ids.codecPrivate, text(setup)),
  )
  const info = element(
    ids.info,
    element(ids.scale, Uint8Array.of(0x0f, 0x42, 0x40)),
    element(0x4d80, text("a recorder")),
  )
  const body = clusters.flatMap(({ at, blocks }) => {
    const inside = [element(ids.timecode, number(at)), ...blocks.map(([time, sound]) => block(time, sound))]
    return isEndless ? [endless(ids.cluster), ...inside] : [element(ids.cluster, ...inside)]
  })
  const all = [
    element(ids.ebml, element(0x4282, text("webm"))),
    endless(ids.segment),
    info,
    element(ids.tracks, ...Array.from({ length: tracks }, () => track)),
    ...body,
  ]
  return Buffer.concat(all)
}
