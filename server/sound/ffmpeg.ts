import { spawn } from "node:child_process"
import type { Clip } from "../../core/model"

/** Whether this machine can rewrite sound at all. */
export async function hasFfmpeg(): Promise<boolean> {
  return run(["-version"]).then(
    () => true,
    () => false,
  )
}

/**
 * Writes a recording without the sound of some clips: as long as it was, nothing to be heard in them. What the file
 * said about itself (title, place, device) is left out too.
 */
export async function silence(from: string, to: string, mime: string, clips: readonly Clip[]): Promise<void> {
  const seconds = (ms: number) => (ms / 1000).toFixed(3)
  const during = clips
    .map(({ startMs, endMs }) => `between(t,${seconds(startMs)},${seconds(endMs)})`)
    .join("+")
  const filter = `volume=volume=0:enable='${during}'`
  const kept = ["-map_metadata", "-1", "-map_chapters", "-1", "-c:v", "copy", "-af", filter]
  await run(["-v", "error", "-i", from, ...kept, ...(written[mime] ?? []), "-y", to])
}

/** How each kind of recording is written again. */
const written: Readonly<Record<string, readonly string[]>> = {
  "audio/mpeg": ["-c:a", "libmp3lame", "-q:a", "2", "-f", "mp3"],
  "audio/wav": ["-c:a", "pcm_s16le", "-f", "wav"],
  "audio/ogg": ["-c:a", "libopus", "-b:a", "64k", "-f", "ogg"],
  "audio/webm": ["-c:a", "libopus", "-b:a", "64k", "-f", "webm"],
  "video/webm": ["-c:a", "libopus", "-b:a", "64k", "-f", "webm"],
  "audio/mp4": ["-c:a", "aac", "-b:a", "128k", "-f", "ipod"],
  "video/mp4": ["-c:a", "aac", "-b:a", "128k", "-f", "mp4"],
}

/** Ends with this process. Where that was killed, what ffmpeg still writes is swept away by the next start. */
async function run(args: readonly string[]): Promise<void> {
  const child = spawn("ffmpeg", ["-nostdin", ...args], { stdio: ["ignore", "ignore", "pipe"] })
  const end = () => child.kill("SIGKILL")
  process.once("exit", end)
  let said = ""
  child.stderr.on("data", (part: Buffer) => {
    said = (said + part.toString()).slice(-500)
  })
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}: ${said}`)),
    )
  }).finally(() => process.off("exit", end))
}
