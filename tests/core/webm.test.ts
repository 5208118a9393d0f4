import { describe, expect, it } from "vitest"
import { type Bytes, childrenOf, readerOf, unsigned } from "../../core/webm/ebml"
import { mendWebm } from "../../core/webm/mend"
import { ids, scanWebm } from "../../core/webm/scan"
import { live } from "../support/liveWebm"

const bytesOf = (file: Uint8Array): Bytes => ({
  size: file.length,
  read: async (from, to) => file.subarray(from, to),
})

async function mended(...parts: readonly Buffer[]) {
  const made = await mendWebm(parts.map(bytesOf))
  if (!made) return null
  const file = Buffer.concat(
    made.slices.map((slice) =>
      "bytes" in slice ? slice.bytes : parts[slice.part]!.subarray(slice.from, slice.to),
    ),
  )
  return { file, durationMs: made.durationMs }
}

/** What is heard, with the time of each block. */
async function heard(file: Uint8Array): Promise<string[]> {
  const scanned = (await scanWebm(bytesOf(file)))!
  const all = await Promise.all(
    scanned.clusters.map(async ({ time, from, to }) => {
      const blocks = await childrenOf(file.subarray(from, to))
      return blocks.map(({ content }) => {
        const at = time + ((((content[1]! << 8) | content[2]!) << 16) >> 16)
        return `${at} ${new TextDecoder().decode(content.subarray(4))}`
      })
    }),
  )
  return all.flat()
}

const one = live({
  clusters: [
    {
      at: 0,
      blocks: [
        [0, "a"],
        [60, "b"],
      ],
    },
    {
      at: 120,
      blocks: [
        [0, "c"],
        [60, "d"],
      ],
    },
  ],
})
const two = live({
  clusters: [
    {
      at: 5,
      blocks: [
        [0, "e"],
        [60, "f"],
      ],
    },
  ],
})

describe("[S93] what was recorded live", () => {
  it("says how long it is, and keeps every block at its time", async () => {
    for (const form of [
      one,
      live({
        isEndless: false,
        clusters: [
          {
            at: 0,
            blocks: [
              [0, "a"],
              [180, "b"],
            ],
          },
        ],
      }),
    ]) {
      const made = (await mended(form))!
      expect(await heard(made.file)).toEqual(await heard(form))
    }
    const { file, durationMs } = (await mended(one))!
    expect(durationMs).toBe(240)
    const reader = readerOf(bytesOf(file))
    const segment = (await reader.elementAt((await reader.elementAt(0))!.to!))!
    expect(segment.to).toBe(file.length)
    const [info] = await childrenOf(file.subarray(segment.from))
    const said = (await childrenOf(info!.content)).find(({ id }) => id === ids.duration)!
    expect(Buffer.from(said.content).readDoubleBE()).toBe(240)
  })

  it("says where each moment stands: every cue is the place of its cluster", async () => {
    const { file } = (await mended(one, two))!
    const reader = readerOf(bytesOf(file))
    const segment = (await reader.elementAt((await reader.elementAt(0))!.to!))!
    const children = await childrenOf(file.subarray(segment.from))
    const cues = await childrenOf(children.find(({ id }) => id === ids.cues)!.content)
    expect(cues).toHaveLength(3)
    for (const cue of cues) {
      const [time, positions] = await childrenOf(cue.content)
      const place = (await childrenOf(positions!.content)).find(({ id }) => id === ids.cueCluster)!
      const cluster = (await reader.elementAt(segment.from + unsigned(place.content)))!
      expect(cluster.id).toBe(ids.cluster)
      const [timecode] = await childrenOf(file.subarray(cluster.from, cluster.to!))
      expect(unsigned(timecode!.content)).toBe(unsigned(time!.content))
    }
  })

  it("goes on behind itself, whatever the second clock began at", async () => {
    const { file, durationMs } = (await mended(one, two))!
    expect(await heard(file)).toEqual(["0 a", "60 b", "120 c", "180 d", "240 e", "300 f"])
    expect(durationMs).toBe(360)
  })

  it("goes on with another microphone, and behind a part that broke off before there was sound", async () => {
    const stereo = live({
      setup: "OpusHead\x01\x02........\0",
      clusters: [{ at: 0, blocks: [[0, "g"]] }],
    })
    const begun = one.subarray(0, 60)
    expect(await mended(begun)).toBeNull()
    expect(await heard((await mended(begun, two, Buffer.alloc(0), stereo))!.file)).toEqual([
      "5 e",
      "65 f",
      "125 g",
    ])
  })

  it("is mended once: doing it again changes nothing that is heard", async () => {
    const { file } = (await mended(one, two))!
    expect(await heard((await mended(file))!.file)).toEqual(await heard(file))
  })

  it("loses the block it was cut off in, and no other, wherever that was", async () => {
    const whole = await heard(one)
    for (let end = one.length; end > 0; end--) {
      const made = await mended(one.subarray(0, end))
      const left = made ? await heard(made.file) : []
      expect(left).toEqual(whole.slice(0, left.length))
      const wholeBlocks = whole.filter((_, at) =>
        one.subarray(0, end).includes(Buffer.from(`\x80${"abcd"[at]}`, "latin1")),
      )
      expect(left).toEqual(wholeBlocks)
    }
  })

  it("is found over the edges of what is read at once", async () => {
    const long = live({
      clusters: Array.from({ length: 40 }, (_, at) => ({
        at: at * 1_000,
        blocks: [
          [0, "x".repeat(20_000)],
          [500, `y${at}`],
        ] as const,
      })),
    })
    const { file, durationMs } = (await mended(long))!
    expect(await heard(file)).toEqual(await heard(long))
    expect(durationMs).toBe(40_000)
  })
})

describe("what is left alone", () => {
  it("is no WebM, has nothing in it, or is several tracks", async () => {
    expect(await mended(Buffer.from("OggS and more"))).toBeNull()
    expect(await mended(Buffer.alloc(0))).toBeNull()
    expect(await mended(live({ clusters: [] }))).toBeNull()
    expect(await mended(live({ clusters: [{ at: 0, blocks: [[0, "a"]] }], tracks: 2 }))).toBeNull()
  })

  it("does not go together", async () => {
    const other = live({ codec: "A_VORBIS", clusters: [{ at: 0, blocks: [[0, "a"]] }] })
    expect(await mended(one, other)).toBeNull()
    expect(await mended(other)).not.toBeNull()
  })
})
