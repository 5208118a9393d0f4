import { startThread } from "../threads"

export interface PeaksJob {
  readonly from: string
  /** A file that is there and empty. */
  readonly to: string
  readonly mime: string
  readonly ffmpeg: boolean
}

export type PeaksTold =
  | { readonly is: "making"; readonly fraction: number | null }
  /** `ms`: how long what was read is, to a moment of the peaks. */
  | { readonly is: "made"; readonly ms: number }
  /** `isPlain`: of the recording; else of this machine, now. */
  | { readonly is: "none"; readonly why: string; readonly isPlain: boolean }

const MOST_MEMORY_MB = 256
const PATIENCE_MS = 5_000

/**
 * Makes the peaks of one recording away from the thread that serves everybody. Broken off by the signal it rejects,
 * once nothing of it runs any more.
 */
export async function peaksInThread(
  job: PeaksJob,
  { told, signal }: { told: (fraction: number | null) => void; signal: AbortSignal },
): Promise<Exclude<PeaksTold, { is: "making" }>> {
  signal.throwIfAborted()
  const worker = startThread("sound/peaksWorker", {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  worker.unref()
  // It is asked first: it ends ffmpeg, and sees it end.
  const breakOff = () => {
    worker.postMessage("end")
    setTimeout(() => void worker.terminate(), PATIENCE_MS).unref()
  }
  signal.addEventListener("abort", breakOff)
  try {
    const answer = await new Promise<Exclude<PeaksTold, { is: "making" }>>((resolve, reject) => {
      worker.on("message", (message: PeaksTold) => {
        if (message.is === "making") told(message.fraction)
        else resolve(message)
      })
      worker.on("error", reject)
      worker.on("exit", () => reject(new Error("the thread that makes peaks ended")))
    })
    signal.throwIfAborted()
    return answer
  } finally {
    signal.removeEventListener("abort", breakOff)
    await worker.terminate()
  }
}
