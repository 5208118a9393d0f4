import type { Logger } from "pino"
import { readPeaks } from "../core/peaks"
import type { Recordings } from "./recordings"
import { hasFfmpeg } from "./sound/ffmpeg"
import { peaksInThread } from "./sound/peaksThread"

export type Waveform =
  | { readonly is: "made"; readonly bytes: Uint8Array }
  /** Null where nobody can say how far it is. */
  | { readonly is: "making"; readonly fraction: number | null }
  | { readonly is: "none" }

/**
 * The peaks of recordings, each made once and kept beside its recording, one at a time. What is made, and when, goes
 * by the recordings that come, never by who looks at them: nobody learns from a waveform whether another has been
 * there.
 */
export interface Waveforms {
  /** Sees to it that there are some; returns at once. */
  readonly make: (key: string, mime: string) => void
  /** At once, whatever there is; begins where nothing has begun. */
  readonly of: (key: string, mime: string) => Promise<Waveform>
  /** Breaks off what is being made of a recording, for good. Resolved: nothing will be written of it. */
  readonly forget: (key: string) => Promise<void>
  /** Resolves when nothing is being made and nothing waits. */
  readonly idle: () => Promise<void>
  readonly close: () => Promise<void>
}

interface Job {
  readonly key: string
  readonly abort: AbortController
  fraction: number | null
}

type Needs = {
  readonly recordings: Pick<Recordings, "peaks" | "writePeaks">
  readonly log: Pick<Logger, "warn" | "error">
  readonly inThread?: typeof peaksInThread
  readonly ffmpeg?: () => Promise<boolean>
  /** Told how long each is, before anything else knows that it was read. */
  readonly measured?: (key: string, ms: number) => Promise<void>
}

export function createWaveforms({
  recordings,
  log,
  inThread = peaksInThread,
  ffmpeg = hasFfmpeg,
  measured = async () => {},
}: Needs): Waveforms {
  const jobs = new Map<string, Job>()
  const made = new Set<string>()
  /** Whose sound cannot be read here. */
  const unreadable = new Set<string>()
  /** What went wrong for another reason: a full disk, say. It is not tried again for everybody who looks. */
  const failed = new Set<string>()
  // Keys are never given twice. Whoever asked for a recording just before it went must not begin it again.
  const gone = new Set<string>()
  let running: Job | null = null
  let last: Promise<void> = Promise.resolve()

  const kept = async (key: string) => {
    const bytes = await recordings.peaks(key)
    return bytes && readPeaks(bytes) ? bytes : null
  }
  const write = async (job: Job, mime: string) => {
    if (await kept(job.key)) return
    const of = { mime, ffmpeg: await ffmpeg() }
    const told = (fraction: number | null) => {
      job.fraction = fraction
    }
    await recordings.writePeaks(job.key, async (from, to) => {
      const answer = await inThread({ ...of, from, to }, { told, signal: job.abort.signal })
      if (answer.is === "made") {
        // Before the peaks have their name: where this ends in between, they are made again, and it is told again.
        return measured(job.key, answer.ms).catch((error) =>
          log.warn({ err: error }, "how long a recording is could not be kept"),
        )
      }
      if (answer.isPlain) unreadable.add(job.key)
      throw new Error(answer.why)
    })
  }
  const run = async (job: Job, mime: string) => {
    if (job.abort.signal.aborted) return
    running = job
    try {
      await write(job, mime)
      made.add(job.key)
    } catch (error) {
      if (job.abort.signal.aborted) return
      failed.add(job.key)
      log.warn({ err: error }, "a recording has no waveform")
    } finally {
      running = null
      jobs.delete(job.key)
    }
  }
  const begin = (key: string, mime: string): Job => {
    const job = { key, abort: new AbortController(), fraction: 0 }
    jobs.set(key, job)
    last = last.then(() => run(job, mime))
    return job
  }
  const isOver = (key: string) => gone.has(key) || unreadable.has(key)
  /** One that runs is waited for; one that waits is not, nor those before it. */
  const breakOff = async (job: Job | undefined) => {
    if (!job) return
    job.abort.abort(new Error("the recording is gone"))
    jobs.delete(job.key)
    if (running === job) await last.catch(() => {})
  }
  return {
    make: (key, mime) => {
      failed.delete(key)
      if (!isOver(key) && !made.has(key) && !jobs.has(key)) begin(key, mime)
    },
    of: async (key, mime) => {
      const bytes = jobs.has(key) ? null : await kept(key)
      if (bytes) return { is: "made", bytes }
      if (isOver(key) || failed.has(key)) return { is: "none" }
      return { is: "making", fraction: (jobs.get(key) ?? begin(key, mime)).fraction }
    },
    forget: async (key) => {
      gone.add(key)
      await breakOff(jobs.get(key))
    },
    idle: async () => {
      while (jobs.size > 0) await last
    },
    close: async () => {
      await Promise.all([...jobs.values()].map(breakOff))
    },
  }
}
