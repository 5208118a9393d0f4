import { createPeakMaker, type PeakMaker, type Samples } from "./peakMaker"

/** The sound is in a form that is not read here, or in none. */
export class UnknownSound extends Error {}

/** Takes a recording piece by piece, of any size, and makes its peaks on the way. */
export interface PeakReader {
  readonly take: (piece: Uint8Array) => void
  readonly end: () => Int8Array
  /** How much sound has passed. */
  readonly seconds: () => number
  /** Bytes waiting for those that come after them: never more than a head or a piece. */
  readonly held: () => number
}

interface Form {
  readonly maker: PeakMaker
  /** Bytes of one sample of every channel. */
  readonly frame: number
  readonly samplesIn: (bytes: Uint8Array) => Samples
  readonly scale: { readonly middle: number; readonly full: number }
}

const MOST_HEAD = 64 * 1024
const [PCM, FLOAT, EXTENSIBLE] = [1, 3, 0xfffe]
/** The length that a writer leaves who could not know it. */
const UNKNOWN = 0xffffffff

/** Reads WAVE files: whole numbers of 8 to 32 bits and floating point, also one whose end nobody knew when it began. */
export function createWavReader(): PeakReader {
  let waiting: Uint8Array = new Uint8Array(0)
  let form: Form | null = null
  let state: "riff" | "chunk" | "skip" | "data" | "over" = "riff"
  let left = 0

  const steps = {
    riff: () => {
      if (waiting.length < 12) return false
      if (textAt(waiting, 0) !== "RIFF" || textAt(waiting, 8) !== "WAVE") throw new UnknownSound("no WAVE")
      waiting = waiting.subarray(12)
      state = "chunk"
      return true
    },
    chunk: () => {
      if (waiting.length < 8) return false
      const [name, length] = [textAt(waiting, 0), viewOf(waiting).getUint32(4, true)]
      if (name === "fmt ") {
        if (length > MOST_HEAD) throw new UnknownSound("too long a head")
        if (waiting.length < 8 + length) return false
        form = readForm(waiting.subarray(8, 8 + length))
      }
      if (name === "data" && !form) throw new UnknownSound("sound of unknown form")
      const isData = name === "data"
      const isEndless = isData && (length === 0 || length === UNKNOWN)
      // Chunks begin at even places; after the sound none is read.
      left = isEndless ? Number.POSITIVE_INFINITY : isData ? length : length + (length & 1)
      waiting = waiting.subarray(8)
      state = isData ? "data" : "skip"
      return true
    },
    skip: () => {
      const skipped = Math.min(left, waiting.length)
      waiting = waiting.subarray(skipped)
      left -= skipped
      if (left > 0) return false
      state = "chunk"
      return true
    },
    data: () => {
      const { maker, frame, samplesIn, scale } = form!
      const whole = Math.floor(Math.min(left, waiting.length) / frame) * frame
      if (whole > 0) {
        const samples = samplesIn(waiting.subarray(0, whole))
        maker.add(samples, samples.length, scale)
        waiting = waiting.subarray(whole)
        left -= whole
      }
      // What follows the sound is no sound.
      if (left < frame) state = "over"
      return state === "over"
    },
    over: () => {
      waiting = new Uint8Array(0)
      return false
    },
  }
  return {
    take: (piece) => {
      waiting = waiting.length === 0 ? piece : joined(waiting, piece)
      while (steps[state]());
    },
    end: () => {
      if (!form || (state !== "data" && state !== "over")) throw new UnknownSound("no sound")
      return form.maker.pairs()
    },
    seconds: () => form?.maker.seconds() ?? 0,
    held: () => waiting.length,
  }
}

function readForm(head: Uint8Array): Form {
  if (head.length < 16) throw new UnknownSound("too short a head")
  const view = viewOf(head)
  const named = view.getUint16(0, true)
  const kind = named === EXTENSIBLE && head.length >= 26 ? view.getUint16(24, true) : named
  const [channels, rate, bits] = [view.getUint16(2, true), view.getUint32(4, true), view.getUint16(14, true)]
  const reading = readings[`${kind} ${bits}`]
  if (!reading) throw new UnknownSound(`sound of form ${kind} with ${bits} bits`)
  return { maker: createPeakMaker({ rate, channels }), frame: (channels * bits) / 8, ...reading }
}

const whole = (bits: number) => ({ middle: 0, full: 2 ** (bits - 1) })
const unit = { middle: 0, full: 1 }

/** By form and bits. Machines that Binôme runs on keep the lesser byte first, as these files do. */
const readings: Readonly<Record<string, Pick<Form, "samplesIn" | "scale">>> = {
  [`${PCM} 8`]: { samplesIn: (bytes) => bytes, scale: { middle: 128, full: 128 } },
  [`${PCM} 16`]: { samplesIn: (bytes) => new Int16Array(aligned(bytes)), scale: whole(16) },
  [`${PCM} 24`]: { samplesIn: of24, scale: whole(24) },
  [`${PCM} 32`]: { samplesIn: (bytes) => new Int32Array(aligned(bytes)), scale: whole(32) },
  [`${FLOAT} 32`]: { samplesIn: (bytes) => new Float32Array(aligned(bytes)), scale: unit },
  [`${FLOAT} 64`]: { samplesIn: (bytes) => new Float64Array(aligned(bytes)), scale: unit },
}

function of24(bytes: Uint8Array): Int32Array {
  const samples = new Int32Array(bytes.length / 3)
  for (let at = 0, from = 0; at < samples.length; at++, from += 3)
    samples[at] = ((bytes[from]! | (bytes[from + 1]! << 8) | (bytes[from + 2]! << 16)) << 8) >> 8
  return samples
}

/** The same bytes where numbers may begin. */
const aligned = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
const textAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
