/** Recordings made on the spot, for tests that look at sound. */

export interface WavForm {
  readonly rate: number
  readonly channels: number
  readonly bits: 8 | 16 | 24 | 32 | 64
  readonly float?: boolean
  /** As writers of many channels or bits do it: the form's number stands further back. */
  readonly extensible?: boolean
}

/** The head of a WAVE file up to its sound, of which there are so many bytes; null: as who cannot know it writes. */
export function wavHead(form: WavForm, dataBytes: number | null): Buffer {
  const { rate, channels, bits, float = false, extensible = false } = form
  const kind = float ? 3 : 1
  const head = Buffer.alloc(extensible ? 40 : 16)
  head.writeUInt16LE(extensible ? 0xfffe : kind, 0)
  head.writeUInt16LE(channels, 2)
  head.writeUInt32LE(rate, 4)
  head.writeUInt32LE((rate * channels * bits) / 8, 8)
  head.writeUInt16LE((channels * bits) / 8, 12)
  head.writeUInt16LE(bits, 14)
  if (extensible) head.writeUInt16LE(kind, 24)
  const chunk = (name: string, length: number) => {
    const start = Buffer.alloc(8)
    start.write(name, "latin1")
    start.writeUInt32LE(length, 4)
    return start
  }
  const data = dataBytes ?? 0xffffffff
  // A chunk of odd length that means nothing to us stands between, as many recorders leave one.
  const note = [chunk("LIST", 5), Buffer.from("INFO!\0")]
  const riff = chunk("RIFF", dataBytes === null ? 0xffffffff : dataBytes + 100)
  return Buffer.concat([
    riff,
    Buffer.from("WAVE"),
    chunk("fmt ", head.length),
    head,
    ...note,
    chunk("data", data),
  ])
}

/** A whole WAVE file of these samples, from −1 to 1, all channels in turn. */
export function wavOf(form: WavForm, samples: readonly number[]): Buffer {
  const { bits, float = false } = form
  const size = bits / 8
  const data = Buffer.alloc(samples.length * size)
  for (const [at, sample] of samples.entries()) {
    if (float && bits === 64) data.writeDoubleLE(sample, at * size)
    else if (float) data.writeFloatLE(sample, at * size)
    else if (bits === 8) data.writeUInt8(inSteps(sample, bits) + 128, at)
    else data.writeIntLE(inSteps(sample, bits), at * size, size)
  }
  return Buffer.concat([wavHead(form, data.length), data])
}

/** The samples that such a file can hold. */
export function asWritten({ bits, float = false }: WavForm, samples: readonly number[]): number[] {
  if (float) return samples.map((sample) => (bits === 32 ? Math.fround(sample) : sample))
  return samples.map((sample) => inSteps(sample, bits) / 2 ** (bits - 1))
}

function inSteps(sample: number, bits: number): number {
  const full = 2 ** (bits - 1)
  return Math.min(full - 1, Math.max(-full, Math.round(sample * full)))
}

/** Louder and softer, and not the same up as down. */
export function voice(seconds: number, { rate, channels }: Pick<WavForm, "rate" | "channels">): number[] {
  return Array.from({ length: Math.round(seconds * rate) * channels }, (_, at) => {
    const time = Math.floor(at / channels) / rate
    const loud = 0.5 + 0.45 * Math.sin(7 * time + (at % channels))
    return loud * (0.8 * Math.sin(2 * Math.PI * 180 * time) + 0.19 * Math.sin(2 * Math.PI * 410 * time))
  })
}

/** Lowest and highest of each fiftieth of a second, the slow and plain way. */
export function peaksPlainly(
  samples: readonly number[],
  { rate, channels }: Pick<WavForm, "rate" | "channels">,
) {
  const moments: number[][] = []
  for (const [at, sample] of samples.entries()) {
    const moment = Math.floor((Math.floor(at / channels) * 50) / rate)
    moments[moment] ??= []
    moments[moment].push(sample)
  }
  return moments.flatMap((each) =>
    [Math.min(...each), Math.max(...each)].map((value) => Math.round(value * 127)),
  )
}
