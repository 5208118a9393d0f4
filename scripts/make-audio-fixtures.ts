/**
 * Makes the recordings of tests/fixtures/audio. Run by hand; needs an ffmpeg with libmp3lame and libvorbis:
 *
 *     node --import tsx scripts/make-audio-fixtures.ts
 */
import { execFileSync } from "node:child_process"

const RATE = 44_100
const SECONDS = 60
const TONE = 9_000
const NOISE = 6_000
const NOISY = 20
const FADE_MS = 5

const folder = new URL("../tests/fixtures/audio/", import.meta.url)
const seconds = samples(SECONDS * RATE, secondAt)

encode(seconds, RATE, ["-c:a", "libmp3lame", "-q:a", "6"], "seconds-vbr.mp3")
// With pages of a second, as is the default, Chromium now and then plays Vorbis up to a second off after a seek.
encode(seconds, RATE, ["-c:a", "libvorbis", "-q:a", "0", "-page_duration", "200000"], "seconds.ogg")
encode(
  samples(8_000, (at) => 9_000 * Math.sin((2 * Math.PI * 440 * at) / 8_000)),
  8_000,
  ["-c:a", "pcm_s16le"],
  "tiny.wav",
)

/**
 * Second n is a tone of 300 + 40 n Hz. The first twenty have noise under them and cost about twice the bits of the
 * others: who guesses a place in the file from its share of the bytes is seconds away.
 */
function secondAt(at: number): number {
  const second = Math.floor(at / RATE)
  const tone = TONE * Math.sin((2 * Math.PI * (300 + 40 * second) * at) / RATE)
  const noise = second < NOISY ? NOISE * noiseAt(at) : 0
  return fade(at % RATE) * (tone + noise)
}

function fade(at: number): number {
  return Math.min(1, Math.min(at, RATE - at) / ((FADE_MS * RATE) / 1_000))
}

/** Between −1 and 1, without any order one could hear, the same each time. */
function noiseAt(at: number): number {
  let hash = Math.imul(at ^ (at >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 31 - 1
}

function samples(count: number, sampleAt: (at: number) => number): Buffer {
  return Buffer.from(Int16Array.from({ length: count }, (_, at) => Math.round(sampleAt(at))).buffer)
}

function encode(pcm: Buffer, rate: number, codec: readonly string[], name: string): void {
  const input = ["-f", "s16le", "-ar", String(rate), "-ac", "1", "-i", "pipe:0"]
  const path = new URL(name, folder).pathname
  execFileSync("ffmpeg", ["-y", "-v", "error", ...input, ...codec, "-bitexact", path], { input: pcm })
}
