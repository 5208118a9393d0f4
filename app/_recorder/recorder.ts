import { levelOf } from "./level"
import { recorderOf } from "./microphone"
import type { KeptSound, SoundShelf } from "./shelf"
import { createStopwatch } from "./stopwatch"

export interface Recording {
  readonly id: string
  /** What the browser calls the microphone. */
  readonly microphone: string
  readonly pause: () => void
  readonly goOn: () => void
  /** Resolves when all of it is on the shelf. */
  readonly stop: () => Promise<void>
  /** Since the beginning of the recording, over all its takes. */
  readonly ms: () => number
  /** From 0 to 1. */
  readonly level: () => number
}

export interface Told {
  /** A piece has come, and is on the device or in this window alone. */
  readonly kept: (where: "kept" | "held") => void
  /** The microphone has gone, or the browser has ended it. */
  readonly ended: () => void
}

/** What a crash may cost. */
const A_PIECE_MS = 2_000

/** Records from a microphone onto a shelf, behind what is there of the same recording. */
export async function record(
  stream: MediaStream,
  shelf: SoundShelf,
  begun: Omit<KeptSound, "mime" | "takes"> & { readonly takes?: number },
  told: Told,
): Promise<Recording> {
  const writer = recorderOf(stream)
  const level = levelOf(stream)
  const watch = createStopwatch()
  const sound: KeptSound = { ...begun, mime: writer.mimeType, takes: (begun.takes ?? 0) + 1 }
  const ms = () => begun.durationMs + watch.ms()
  await shelf.put(sound)
  let written: Promise<unknown> = Promise.resolve()
  writer.ondataavailable = ({ data }) => {
    if (data.size === 0) return
    const now = { ...sound, durationMs: Math.round(ms()) }
    written = written.then(() => shelf.add(now, data)).then(told.kept)
  }
  // A phone that puts the page away may never come back to it.
  const flush = () => document.hidden && writer.state === "recording" && writer.requestData()
  document.addEventListener("visibilitychange", flush)
  const stopped = new Promise<void>((resolve) => {
    writer.onstop = () => resolve()
  })
  const clean = async () => {
    await stopped
    watch.stop()
    document.removeEventListener("visibilitychange", flush)
    level.close()
    for (const track of stream.getTracks()) track.stop()
    await written
  }
  let isAsked = false
  void stopped.then(async () => {
    if (isAsked) return
    await clean()
    told.ended()
  })
  writer.start(A_PIECE_MS)
  watch.start()
  return {
    id: sound.id,
    microphone: stream.getAudioTracks()[0]?.label ?? "",
    ms,
    level: level.now,
    pause() {
      if (writer.state !== "recording") return
      writer.requestData()
      writer.pause()
      watch.stop()
    },
    goOn() {
      if (writer.state !== "paused") return
      writer.resume()
      watch.start()
    },
    stop() {
      isAsked = true
      if (writer.state !== "inactive") writer.stop()
      return clean()
    },
  }
}
