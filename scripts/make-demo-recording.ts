/**
 * Makes the recordings of the demo's interview and of its group, and the times of their turns. Run by hand after a change
 * of words:
 *
 *     node --import tsx scripts/make-demo-recording.ts
 *
 * Needs espeak-ng and an ffmpeg with libopus. The same versions of both give the same bytes.
 */
import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { CLAP_MS } from "../db/seed/demo/field/clap"
import { groupWords } from "../db/seed/demo/field/groupWords"
import { words } from "../db/seed/demo/words"
import { speak, type Voice } from "./speak"

const RATE = 22_050
const folder = new URL("../db/seed/demo/", import.meta.url)

record({
  words,
  beforeFirst: [silence(800)],
  times: "times.json",
  recording: "entretien-m7.ogg",
  voices: {
    "Int.": { name: "fr-fr+f2", pitch: 58, wordsPerMinute: 150 },
    M7: { name: "fr-fr+m3", pitch: 34, wordsPerMinute: 132 },
  },
})
record({
  words: groupWords,
  beforeFirst: [silence(CLAP_MS), clap(), silence(1_400)],
  times: "field/groupTimes.json",
  recording: "field/groupe-1.ogg",
  voices: {
    I: { name: "fr-fr+f2", pitch: 56, wordsPerMinute: 152 },
    A: { name: "fr-fr+f3", pitch: 46, wordsPerMinute: 146 },
    B: { name: "fr-fr+f4", pitch: 66, wordsPerMinute: 158 },
    C: { name: "fr-fr+m3", pitch: 30, wordsPerMinute: 140 },
    D: { name: "fr-fr+f1", pitch: 50, wordsPerMinute: 164 },
    E: { name: "fr-fr+m1", pitch: 44, wordsPerMinute: 150 },
  },
})

interface Take {
  readonly words: string
  readonly beforeFirst: readonly Buffer[]
  readonly voices: Readonly<Record<string, Voice>>
  /** Files of the demo's folder. */
  readonly times: string
  readonly recording: string
}

function record(take: Take): void {
  const sound: Buffer[] = [...take.beforeFirst]
  const times = take.words
    .split("\n")
    .filter(Boolean)
    .map((line, index) => {
      const [speaker, ...text] = line.split(/\s:\s/u)
      const startMs = lengthMs(sound)
      sound.push(...say(take.voices[speaker!]!, text.join(" : ")))
      const endMs = lengthMs(sound)
      sound.push(silence(gapAfter(index)))
      return { startMs, endMs }
    })
  writeFileSync(new URL(take.times, folder), `[\n${times.map(row).join(",\n")}\n]\n`)
  encode(Buffer.concat(sound), new URL(take.recording, folder).pathname)
  for (const [index, { startMs, endMs }] of times.entries()) console.log(index, startMs, endMs)
}

/** Remarks in parentheses are not said: they are a pause, longer where the remark is a silence. */
function say(voice: Voice, text: string): Buffer[] {
  return text
    .split(/(\([^)]*\))/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) =>
      part.startsWith("(") ? silence(/silence|réfléchit/u.test(part) ? 1_500 : 600) : speak(voice, part),
    )
}

/** Between 300 and 600 ms, uneven as talk is, the same each time. */
function gapAfter(index: number): number {
  return 300 + ((index * 137) % 301)
}

function silence(ms: number): Buffer {
  return Buffer.alloc(Math.round((ms * RATE) / 1_000) * 2)
}

/** Two hands, or what a recorder makes of them: a burst that is gone in a tenth of a second. */
function clap(): Buffer {
  const samples = Math.round(RATE * 0.12)
  const pcm = Buffer.alloc(samples * 2)
  let seed = 1
  for (let at = 0; at < samples; at++) {
    seed = (seed * 48_271) % 2_147_483_647
    const noise = (seed / 2_147_483_647) * 2 - 1
    pcm.writeInt16LE(Math.round(noise * 28_000 * Math.exp(-at / (RATE * 0.018))), at * 2)
  }
  return pcm
}

function lengthMs(sound: readonly Buffer[]): number {
  const bytes = sound.reduce((sum, part) => sum + part.length, 0)
  return Math.round((bytes / 2 / RATE) * 1_000)
}

function encode(pcm: Buffer, path: string): void {
  const input = ["-f", "s16le", "-ar", String(RATE), "-ac", "1", "-i", "pipe:0"]
  const opus = [
    "-c:a",
    "libopus",
    "-application",
    "voip",
    "-b:a",
    "14k",
    "-vbr",
    "on",
    "-frame_duration",
    "40",
  ]
  execFileSync("ffmpeg", ["-y", "-v", "error", ...input, ...opus, "-bitexact", path], {
    input: pcm,
    maxBuffer: 1 << 28,
  })
}

function row({ startMs, endMs }: { startMs: number; endMs: number }): string {
  return `  { "startMs": ${startMs}, "endMs": ${endMs} }`
}
