import { PEAKS_PER_SECOND } from "../../core/peaks"

export interface Sound {
  /** Samples a second, of each channel. */
  readonly rate: number
  readonly channels: number
}

/** Samples of all channels in turn, in whatever numbers they come. */
export type Samples = Int16Array | Int32Array | Uint8Array | Float32Array | Float64Array

export interface PeakMaker {
  /** `middle` is the number that silence has, `full` how far from it a sample can be. */
  readonly add: (samples: Samples, length: number, scale: { middle: number; full: number }) => void
  /** How much sound has passed. */
  readonly seconds: () => number
  /** The pairs so far; of a moment that has only begun, too. */
  readonly pairs: () => Int8Array
}

/** Longer than anybody records; what says that it is longer is broken. */
const MOST_SECONDS = 24 * 3600
const FULL = 127

/**
 * Makes peaks of samples as they pass, whichever channel is louder: of the sound itself nothing is kept. Throws for
 * what is no recording of a voice: a rate that cannot be, or more than a day.
 */
export function createPeakMaker({ rate, channels }: Sound): PeakMaker {
  if (!(rate >= 1_000 && rate <= 768_000) || !(channels >= 1 && channels <= 64))
    throw new RangeError("no recording has this rate, or as many channels")
  const endOf = (moment: number) => Math.ceil(((moment + 1) * rate) / PEAKS_PER_SECOND) * channels
  let pairs = new Int8Array(60 * PEAKS_PER_SECOND * 2)
  let moment = 0
  let passed = 0
  let end = endOf(0)
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

  const close = () => {
    if (moment >= MOST_SECONDS * PEAKS_PER_SECOND) throw new RangeError("longer than a recording can be")
    if ((moment + 1) * 2 > pairs.length) {
      const more = new Int8Array(pairs.length * 2)
      more.set(pairs)
      pairs = more
    }
    pairs.set(asBytes(low, high), moment * 2)
  }
  const add: PeakMaker["add"] = (samples, length, { middle, full }) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const take = () => {
      low = Math.min(low, (least - middle) / full)
      high = Math.max(high, (most - middle) / full)
    }
    for (let at = 0; at < length; ) {
      const until = Math.min(length, at + end - passed)
      passed += until - at
      // Not a number is neither less nor more than another, and so is passed over.
      for (; at < until; at++) {
        const sample = samples[at]!
        if (sample < least) least = sample
        if (sample > most) most = sample
      }
      if (passed < end) continue
      take()
      close()
      moment++
      end = endOf(moment)
      least = low = Number.POSITIVE_INFINITY
      most = high = Number.NEGATIVE_INFINITY
    }
    take()
  }
  return {
    add,
    seconds: () => passed / channels / rate,
    pairs: () => {
      const isBegun = low <= high
      if (isBegun) close()
      return pairs.slice(0, (moment + (isBegun ? 1 : 0)) * 2)
    },
  }
}

/** From −127 to 127; a moment of which nothing is a number is silent. */
function asBytes(low: number, high: number): readonly [number, number] {
  if (low > high) return [0, 0]
  const asByte = (sample: number) => Math.round(Math.min(1, Math.max(-1, sample)) * FULL)
  return [asByte(low), asByte(high)]
}
