/** What is drawn of a recording is what is in it, by whatever way it was read, and reading it holds next to nothing. */
import { spawnSync } from "node:child_process"
import { mkdtemp, open, readFile, rm, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makePeaks } from "../../server/sound/makePeaks"
import { openMp3Reader } from "../../server/sound/mp3Reader"
import { createWavReader, type PeakReader, UnknownSound } from "../../server/sound/wavReader"
import { asWritten, peaksPlainly, voice, type WavForm, wavHead, wavOf } from "../support/sounds"

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0
const titled = (title: string) => (hasFfmpeg ? title : `${title} (skipped: ffmpeg is not installed)`)
const fixture = (name: string) => join(import.meta.dirname, "../fixtures/audio", name)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "binome-peaks-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Reads bytes in pieces of this many. */
function inPieces(reader: PeakReader, bytes: Uint8Array, size: number): number[] {
  for (let at = 0; at < bytes.length; at += size) reader.take(bytes.subarray(at, at + size))
  return [...reader.end()]
}

const make = (file: string, mime: string, ffmpeg: boolean) =>
  makePeaks({ file, mime, ffmpeg, told: () => {} })

/** The most by which two readings differ at any place. */
function apart(one: ArrayLike<number>, other: ArrayLike<number>): number {
  expect(one.length).toBe(other.length)
  return Math.max(...Array.from(one, (value, at) => Math.abs(value - other[at]!)))
}

const forms: readonly WavForm[] = [
  { rate: 8_000, channels: 1, bits: 8 },
  { rate: 44_100, channels: 2, bits: 16 },
  // A rate of which no moment is a whole number of samples.
  { rate: 11_025, channels: 1, bits: 16 },
  { rate: 48_000, channels: 1, bits: 24 },
  { rate: 48_000, channels: 6, bits: 24, extensible: true },
  { rate: 16_000, channels: 2, bits: 32 },
  { rate: 16_000, channels: 1, bits: 32, float: true },
  { rate: 16_000, channels: 1, bits: 64, float: true },
]
const named = (form: WavForm) =>
  `${form.bits} bits${form.float ? " float" : ""}, ${form.channels} × ${form.rate} Hz`

describe("[S80] a WAVE file", () => {
  it.each(forms.map((form) => [named(form), form] as const))("of %s is drawn as it is", (_, form) => {
    const samples = voice(2.51, form)
    const expected = peaksPlainly(asWritten(form, samples), form)
    expect(new Set(expected).size).toBeGreaterThan(20) // worth comparing
    for (const size of [1, 7, 4_096, 1e9])
      expect(inPieces(createWavReader(), wavOf(form, samples), size)).toEqual(expected)
  })

  it("is drawn to its end where its writer could not know its length", () => {
    const form = { rate: 8_000, channels: 1, bits: 16 } as const
    const samples = voice(1, form)
    const sound = wavOf(form, samples).subarray(wavHead(form, 0).length)
    expect(inPieces(createWavReader(), Buffer.concat([wavHead(form, null), sound]), 999)).toEqual(
      peaksPlainly(asWritten(form, samples), form),
    )
  })

  it("is drawn without what follows its sound, and as far as it goes where it was cut short", () => {
    const form = { rate: 8_000, channels: 1, bits: 16 } as const
    const whole = wavOf(form, voice(1, form))
    const expected = peaksPlainly(asWritten(form, voice(1, form)), form)
    const followed = Buffer.concat([whole, Buffer.alloc(5_000, 0x7f)])
    expect(inPieces(createWavReader(), followed, 700)).toEqual(expected)
    const half = inPieces(createWavReader(), whole.subarray(0, whole.length - 8_000), 700)
    expect(half).toEqual(expected.slice(0, 50))
  })

  it("is refused where it is none, says nonsense of itself, or is in a form not read here", () => {
    const read = (bytes: Uint8Array) => () => inPieces(createWavReader(), bytes, 64)
    const form = { rate: 8_000, channels: 1, bits: 16 } as const
    const plain = wavOf(form, voice(0.1, form))
    const changed = (at: number, to: number) => {
      const bytes = Buffer.from(plain)
      bytes.writeUInt32LE(to, at)
      return bytes
    }
    expect(read(Buffer.from("no sound at all, but long enough to be looked at"))).toThrow(UnknownSound)
    expect(read(plain.subarray(0, 30))).toThrow(UnknownSound)
    expect(read(changed(20, 0x0001_0007))).toThrow(UnknownSound) // µ-law
    expect(read(changed(24, 3))).toThrow(RangeError) // three samples a second
    expect(read(changed(16, 0xfffffff0))).toThrow(UnknownSound) // a head of four gigabytes
    expect(read(plain)).not.toThrow()
  })

  it("of three hours is read without being held", async () => {
    // Silence is a hole in the file; where it is loud is known.
    const form = { rate: 16_000, channels: 1, bits: 16 } as const
    const second = 16_000 * 2
    const bytes = 3 * 3600 * second
    const file = join(folder, "hours.wav")
    const loudAt = 2 * 3600 + 1
    await writeFile(file, wavHead(form, bytes))
    await truncate(file, wavHead(form, bytes).length + bytes)
    await writeAt(file, wavHead(form, bytes).length + loudAt * second, Buffer.alloc(second / 4, 0x40))
    let most = 0
    const before = process.memoryUsage().arrayBuffers
    const pairs = await makePeaks({
      file,
      mime: "audio/wav",
      ffmpeg: false,
      told: () => {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      },
    })
    expect(pairs.length).toBe(3 * 3600 * 50 * 2)
    const loud = [...pairs.keys()].filter((at) => pairs[at] !== 0)
    // A quarter of a second, the last of its moments begun.
    expect([loud[0], loud.at(-1)]).toEqual([loudAt * 100, loudAt * 100 + 25])
    // Of 345 megabytes; the peaks themselves are one megabyte, and grow by doubling.
    expect(most).toBeGreaterThan(1_000_000)
    expect(most).toBeLessThan(64_000_000)
  }, 120_000)

  it("holds no more than a piece while it is read", () => {
    const form = { rate: 44_100, channels: 2, bits: 24 } as const
    const reader = createWavReader()
    const piece = Buffer.alloc(65_536, 0x11)
    reader.take(wavHead(form, 100 * piece.length))
    for (let at = 0; at < 100; at++) {
      reader.take(piece)
      expect(reader.held()).toBeLessThan(6)
    }
    expect(reader.seconds()).toBeCloseTo((100 * 65_536) / 6 / 44_100, 1)
  })
})

describe("[S80] an MP3", () => {
  const file = fixture("seconds-vbr.mp3")

  it("is drawn in pieces of any size alike, without any other program", async () => {
    const bytes = await readFile(file)
    const read = async (size: number) => {
      const reader = await openMp3Reader()
      const pairs = inPieces(reader, bytes, size)
      reader.close()
      return pairs
    }
    const pairs = await read(bytes.length)
    expect(pairs.length).toBe(60 * 50 * 2)
    for (const size of [500, 65_536]) expect(apart(await read(size), pairs)).toBeLessThanOrEqual(1)
  })

  it("shows where its seconds begin: each fades in and out", async () => {
    const pairs = await make(file, "audio/mpeg", false)
    const loudness = (moment: number) => pairs[moment * 2 + 1]! - pairs[moment * 2]!
    for (let second = 21; second < 60; second++)
      // The middle of a second is a tone of 9,000 of 32,768, up and down.
      expect(Math.abs(loudness(second * 50 + 25) - 70)).toBeLessThan(12)
  })

  it("is refused where there is no sound in it", async () => {
    const none = join(folder, "none.mp3")
    await writeFile(none, Buffer.from("no sound ".repeat(500)))
    await expect(make(none, "audio/mpeg", false)).rejects.toThrow(UnknownSound)
  })
})

describe.skipIf(!hasFfmpeg)(titled("with ffmpeg"), () => {
  it("[S80] an MP3 is drawn as it is without, by a unit at most", async () => {
    const file = fixture("seconds-vbr.mp3")
    expect(
      apart(await make(file, "audio/mpeg", true), await make(file, "audio/mpeg", false)),
    ).toBeLessThanOrEqual(1)
  })

  it("[S80] a WAVE file is drawn as it is without, by a unit at most", async () => {
    const form = { rate: 44_100, channels: 2, bits: 24 } as const
    const file = join(folder, "stereo.wav")
    await writeFile(file, wavOf(form, voice(3, form)))
    // Under a kind that is never read here.
    expect(
      apart(await make(file, "audio/x", true), await make(file, "audio/wav", false)),
    ).toBeLessThanOrEqual(1)
  })

  it("[S80] other kinds are drawn, and it is told how far it is; without, they are refused", async () => {
    const told: (number | null)[] = []
    const file = fixture("seconds.ogg")
    const pairs = await makePeaks({ file, mime: "audio/ogg", ffmpeg: true, told: (part) => told.push(part) })
    expect(pairs.length).toBe(60 * 50 * 2)
    expect(told.at(-1)).toBeGreaterThan(0.98)
    expect(told.filter((part, at) => at > 0 && part! < told[at - 1]!)).toEqual([])
    await expect(make(file, "audio/ogg", false)).rejects.toThrow(UnknownSound)
  })

  it("[S80] a WAVE file in a form not read here is drawn by it; what is no sound is refused", async () => {
    const file = join(folder, "a-law.wav")
    const from = fixture("tiny.wav")
    expect(spawnSync("ffmpeg", ["-v", "error", "-y", "-i", from, "-c:a", "pcm_alaw", file]).status).toBe(0)
    const plain = await make(from, "audio/wav", false)
    expect(apart(await make(file, "audio/wav", true), plain)).toBeLessThanOrEqual(3)
    await expect(make(file, "audio/wav", false)).rejects.toThrow(UnknownSound)
    const none = join(folder, "none.ogg")
    await writeFile(none, Buffer.from(`OggS${"no sound".repeat(50)}`))
    await expect(make(none, "audio/ogg", true)).rejects.toThrow(UnknownSound)
  })
})

async function writeAt(file: string, at: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "r+")
  await handle.write(bytes, 0, bytes.length, at)
  await handle.close()
}
