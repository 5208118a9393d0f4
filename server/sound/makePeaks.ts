import { spawn } from "node:child_process"
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { constants, setPriority } from "node:os"
import type { Readable } from "node:stream"
import { openMp3Reader } from "./mp3Reader"
import { createWavReader, type PeakReader, UnknownSound } from "./wavReader"

export interface PeaksOf {
  readonly file: string
  readonly mime: string
  /** Whether this machine has ffmpeg. */
  readonly ffmpeg: boolean
  /** Told again and again how much of it is done, from 0 to 1; null where nobody can say. */
  readonly told: (fraction: number | null) => void
  /** Breaks it off: it rejects once nothing of it runs any more. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The peaks of a recording, read once from beginning to end; at no time is more of it held than a piece. Throws
 * `UnknownSound` for what cannot be read on this machine.
 */
export async function makePeaks(of: PeaksOf): Promise<Int8Array> {
  // What is plainly written needs no other program.
  if (of.mime === "audio/wav") {
    try {
      return await readHere(createWavReader(), of)
    } catch (error) {
      if (!of.ffmpeg || !(error instanceof UnknownSound)) throw error
    }
  }
  if (of.ffmpeg) return readByFfmpeg(of)
  if (of.mime !== "audio/mpeg") throw new UnknownSound(`${of.mime} without ffmpeg`)
  const reader = await openMp3Reader()
  try {
    return await readHere(reader, of)
  } finally {
    reader.close()
  }
}

async function readHere(reader: PeakReader, { file, told, signal }: PeaksOf): Promise<Int8Array> {
  const { size } = await stat(file)
  let read = 0
  await readAll(createReadStream(file, { highWaterMark: PIECE_BYTES, signal }), reader, (bytes) => {
    read += bytes
    told(read / size)
  })
  return reader.end()
}

async function readAll(stream: Readable, reader: PeakReader, passed: (bytes: number) => void) {
  for await (const piece of stream as AsyncIterable<Buffer>) {
    reader.take(piece)
    passed(piece.length)
  }
}

/** What ffmpeg hears, at its own rate and in its own channels: as exact as what is read here. */
async function readByFfmpeg({ file, told, signal }: PeaksOf): Promise<Int8Array> {
  const sound = ["-map", "0:a:0", "-c:a", "pcm_s16le", "-f", "wav", "pipe:1"]
  const args = ["-nostdin", "-hide_banner", "-nostats", "-i", file, ...sound]
  const child = spawn("ffmpeg", args, { stdio: ["ignore", "pipe", "pipe"] })
  const breakOff = () => child.kill("SIGKILL")
  signal?.addEventListener("abort", breakOff)
  let said = ""
  child.stderr.on("data", (part: Buffer) => {
    if (said.length < MOST_SAID) said += part.toString()
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject)
    child.on("close", resolve)
  })
  ended.catch(() => {}) // heard of below
  // Whoever is served goes first.
  if (child.pid !== undefined) yieldTo(child.pid)
  const reader = createWavReader()
  try {
    await readAll(child.stdout, reader, () => told(fractionOf(reader.seconds(), said)))
    const code = await ended
    signal?.throwIfAborted()
    if (code !== 0) throw new UnknownSound("ffmpeg could not read it to its end")
    return reader.end()
  } finally {
    signal?.removeEventListener("abort", breakOff)
    child.kill("SIGKILL")
    await ended.catch(() => {})
  }
}

function yieldTo(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended, or the system has no such thing: then they share.
  }
}

function fractionOf(seconds: number, said: string): number | null {
  const [, hours, minutes, rest] = /Duration: (\d+):(\d\d):(\d\d\.\d+)/.exec(said) ?? []
  const long = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
  return long > 0 ? Math.min(1, seconds / long) : null
}

const PIECE_BYTES = 256 * 1024
const MOST_SAID = 64 * 1024
