import { createPeakMaker, type PeakMaker } from "./peakMaker"
import { type PeakReader, UnknownSound } from "./wavReader"

/** Reads MP3 files without any program beside this one; `close` when it is done with. */
export async function openMp3Reader(): Promise<PeakReader & { readonly close: () => void }> {
  // Loaded where it is needed: elsewhere nobody waits for its WebAssembly.
  const { MPEGDecoder } = await import("mpg123-decoder")
  const decoder = new MPEGDecoder()
  await decoder.ready
  let maker: PeakMaker | null = null
  let form = ""
  return {
    take: (piece) => {
      const { channelData, samplesDecoded, sampleRate } = decoder.decode(piece)
      if (samplesDecoded === 0) return
      const found = `${sampleRate} ${channelData.length}`
      if (maker && found !== form) throw new UnknownSound("a rate that changes")
      form = found
      maker ??= createPeakMaker({ rate: sampleRate, channels: channelData.length })
      const samples = inTurn(channelData, samplesDecoded)
      maker.add(samples, samples.length, { middle: 0, full: 1 })
    },
    end: () => {
      if (!maker) throw new UnknownSound("no sound")
      return maker.pairs()
    },
    seconds: () => maker?.seconds() ?? 0,
    held: () => 0,
    close: () => decoder.free(),
  }
}

function inTurn(channels: readonly Float32Array[], length: number): Float32Array {
  if (channels.length === 1) return channels[0]!.subarray(0, length)
  const samples = new Float32Array(length * channels.length)
  for (const [channel, own] of channels.entries())
    for (let at = 0; at < length; at++) samples[at * channels.length + channel] = own[at]!
  return samples
}
