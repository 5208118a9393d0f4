/**
 * Makes the recording of the demo's interview, and the times of its turns. Run by hand after a change of words:
 *
 *     node --import tsx scripts/make-demo-recording.ts
 *
 * Needs espeak-ng and an ffmpeg with libopus. The same versions of both give the same bytes.
 */
import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { words } from "../db/seed/demo/words"
import { speak, type Voice } from "./speak"

const RATE = 22_050
const voices: Record<string, Voice> = {
  "Int.": { name: "fr-fr+f2", pitch: 58, wordsPerMinute: 150 },
  M7: { name: "fr-fr+m3", pitch: 34, wordsPerMinute: 132 },
}
const folder = new URL("../db/seed/demo/", import.meta.url)

const sound: Buffer[] = [silence(800)]
const times = words
  .split("\n")
  .filter(Boolean)
  .map((line, index) => {
    const [speaker, ...text] = line.split(/\s:\s/u)
    const startMs = lengthMs()
    sound.push(...say(voices[speaker!]!, text.join(" : ")))
    const endMs = lengthMs()
    sound.push(silence(gapAfter(index)))
    return { startMs, endMs }
  })

writeFileSync(new URL("times.json", folder), `[\n${times.map(row).join(",\n")}\n]\n`)
encode(Buffer.concat(sound), new URL("entretien-m7.ogg", folder).pathname)
for (const [index, { startMs, endMs }] of times.entries()) console.log(index, startMs, endMs)

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

function lengthMs(): number {
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
