import type { Worker } from "node:worker_threads"
import { startThread } from "../threads"
import type { Job } from "./collector"
import { TooHeavy } from "./tooHeavy"

/** A thread that does one job after the other. */
export interface Lane {
  /**
   * Rejects with `TooHeavy` what takes longer than so many milliseconds, not counted what it waits for others; with
   * `Elsewhere`, and does nothing, where it belongs in this lane no more once its turn comes.
   */
  readonly run: <T>(job: Job, mostMs: number, belongs?: () => boolean) => Promise<T>
  /** Starts its thread now, so that nobody who opens a document waits for that. */
  readonly warm: () => void
  readonly close: () => Promise<void>
}

/** What a thread answers to a job. */
export type Answer =
  | { readonly is: "done"; readonly answer: unknown }
  | { readonly is: "heavy" }
  | { readonly is: "failed"; readonly why: string }

export class Elsewhere extends Error {
  override readonly name = "Elsewhere"
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

  const runNow = async <T>(job: Job, mostMs: number, belongs: () => boolean): Promise<T> => {
    if (isClosed) throw new Closed()
    if (!belongs()) throw new Elsewhere()
    const own = started()
    let answer: Answer
    try {
      await own.isReady
      answer = await answerOf(own.worker, job, mostMs)
    } catch (error) {
      if (thread === own) thread = null
      void own.worker.terminate()
      // It was ended by us: that says nothing of the document.
      throw isClosed ? new Closed() : error
    }
    if (answer.is === "done") return answer.answer as T
    throw answer.is === "heavy" ? new TooHeavy() : new Error(answer.why)
  }

  return {
    // One after the other, so that the time of each is its own.
    run: <T>(job: Job, mostMs: number, belongs = () => true) => {
      const answer = last.then(() => runNow<T>(job, mostMs, belongs))
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

class Closed extends Error {
  constructor() {
    super("the collecting thread was closed")
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

/** How long an answer may lie unread, since this thread was busy itself. */
const UNREAD_MS = 100

function answerOf(worker: Worker, job: Job, mostMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      worker.off("message", done).off("error", fail).off("exit", fail)
      worker.unref()
    }
    const done = (answer: Answer) => {
      end()
      resolve(answer)
    }
    const fail = (error?: unknown) => {
      end()
      reject(error instanceof Error && !isOutOfMemory(error) ? error : new TooHeavy())
    }
    let timer = setTimeout(() => {
      timer = setTimeout(fail, UNREAD_MS)
    }, mostMs)
    worker.ref()
    worker.on("message", done).on("error", fail).on("exit", fail)
    worker.postMessage(job)
  })
}

const isOutOfMemory = (error: Error) => "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
