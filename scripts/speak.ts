import { execFileSync } from "node:child_process"

/** A voice of espeak-ng. */
export interface Voice {
  readonly name: string
  readonly pitch: number
  readonly wordsPerMinute: number
}

const WAV_HEADER = 44
const QUIET = 60

/** The sound of some French words: 16-bit mono samples at 22,050 Hz, without the quiet around them. */
export function speak(voice: Voice, text: string): Buffer {
  const options = ["-v", voice.name, "-p", String(voice.pitch), "-s", String(voice.wordsPerMinute)]
  const wav = execFileSync("espeak-ng", [...options, "--stdout", readable(text)], { maxBuffer: 1 << 26 })
  return trim(wav.subarray(WAV_HEADER))
}

/** Spells out what a reader would say in full. */
function readable(text: string): string {
  return text
    .replaceAll(/\bMme\b/gu, "madame")
    .replaceAll(/\bM\. (?=\p{Lu}\.)/gu, "monsieur ")
    .replaceAll(/\b(\p{Lu})\.(?=\s\p{Ll})/gu, "$1")
    .replaceAll(/[«»]/gu, "")
    .replaceAll("…", "...")
    .replaceAll(/\s+/gu, " ")
    .trim()
}

function trim(pcm: Buffer): Buffer {
  const loud = (sample: number) => Math.abs(pcm.readInt16LE(sample * 2)) > QUIET
  let from = 0
  let to = pcm.length >> 1
  while (from < to && !loud(from)) from++
  while (to > from && !loud(to - 1)) to--
  return pcm.subarray(from * 2, to * 2)
}
