/** How loud a microphone is now, from 0 to 1. */
export interface Level {
  readonly now: () => number
  readonly close: () => void
}

export function levelOf(stream: MediaStream): Level {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  return {
    now: () => {
      analyser.getFloatTimeDomainData(samples)
      return loudness(samples)
    },
    close: () => void context.close().catch(() => {}),
  }
}

const QUIETEST_DB = -60

/** As the ear takes it: 0 is as good as silence, 1 as loud as can be written. */
export function loudness(samples: Float32Array): number {
  let most = 0
  for (const sample of samples) most = Math.max(most, Math.abs(sample))
  const decibels = 20 * Math.log10(Math.max(most, 1e-6))
  return Math.min(1, Math.max(0, 1 - decibels / QUIETEST_DB))
}
