import type { Worker } from "node:worker_threads"
import { startThread } from "../threads"
import type { Job } from "./collector"
import { TooHeavy } from "./tooHeavy"

/** A thread that does one job after the other. */
export interface Lane {
  /** Rejects with `TooHeavy` what takes longer than so many milliseconds, not counted what it waits for others. */
  readonly run: <T>(job: Job, mostMs: number) => Promise<T>
  /** Starts its thread now, so that nobody who opens a document waits for that. */
  readonly warm: () => void
  readonly close: () => Promise<void>
}

const MOST_MEMORY_MB = 512

/** A lane without a thread; whatever ends its thread, the next job has another. */
export function createLane(): Lane {
  let thread: Thread | null = null
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const started = () => {
    thread ??= startCollecting()
    return thread
  }

  const runNow = async <T>(job: Job, mostMs: number): Promise<T> => {
    if (isClosed) throw new Error("the collecting thread was closed")
    const own = started()
    try {
      await own.isReady
      return await answerOf<T>(own.worker, job, mostMs)
    } catch (error) {
      if (thread === own) thread = null
      void own.worker.terminate()
      throw error
    }
  }

  return {
    // One after the other, so that the time of each is its own.
    run: <T>(job: Job, mostMs: number) => {
      const answer = last.then(() => runNow<T>(job, mostMs))
      last = answer.catch(() => {})
      return answer
    },
    warm: () => {
      started()
    },
    close: async () => {
      isClosed = true
      const running = thread?.worker
      thread = null
      await running?.terminate()
    },
  }
}

interface Thread {
  readonly worker: Worker
  readonly isReady: Promise<unknown>
}

function startCollecting(): Thread {
  const worker = startThread("sync/collectWorker", {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  // Its start is nobody's document's fault, and is not counted.
  const isReady = new Promise((resolve, reject) => {
    worker.once("message", resolve)
    worker.once("exit", () => reject(new Error("the collecting thread ended")))
    worker.on("error", reject)
  })
  isReady.catch(() => {}) // whoever asks next hears of it
  worker.unref()
  return { worker, isReady }
}

function answerOf<T>(worker: Worker, job: Job, mostMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      worker.off("message", done).off("error", fail).off("exit", fail)
      worker.unref()
    }
    const done = (answer: T) => {
      end()
      resolve(answer)
    }
    const fail = (error?: unknown) => {
      end()
      reject(error instanceof Error && !isOutOfMemory(error) ? error : new TooHeavy())
    }
    const timer = setTimeout(fail, mostMs)
    worker.ref()
    worker.on("message", done).on("error", fail).on("exit", fail)
    worker.postMessage(job)
  })
}

const isOutOfMemory = (error: Error) => "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
