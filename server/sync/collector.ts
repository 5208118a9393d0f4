import { Worker } from "node:worker_threads"
import { type Layer, readLayer } from "../../core/ydoc/layer"
import { applyAll, type Collected, collect } from "./collect"
import { type LateUpdate, withQuotesOfToday } from "./lateQuotes"

export type Job =
  | { readonly updates: readonly Uint8Array[]; readonly as: "state" | "layer" }
  | { readonly as: "of today"; readonly late: LateUpdate }

/**
 * Makes documents of logs, away from the thread that serves everybody. Two authors' insertions at one place cost
 * Yjs the product of their numbers, so that a few hundred kilobytes can be written on purpose that take it minutes.
 * Rejects what takes longer than `mostMs`.
 */
export interface Collector {
  readonly collect: (updates: readonly Uint8Array[]) => Promise<Collected>
  readonly readLayer: (updates: readonly Uint8Array[]) => Promise<Layer>
  /** See `withQuotesOfToday`. */
  readonly withQuotesOfToday: (late: LateUpdate) => Promise<Uint8Array | null>
  /** Starts its thread now, so that nobody who opens a document waits for that. */
  readonly warm: () => void
  readonly close: () => Promise<void>
}

/** So few bytes cannot take long, whatever they are. */
const AT_ONCE = 8 * 1024
const MOST_MS = 10_000
const MOST_MEMORY_MB = 512

export function createCollector(mostMs = MOST_MS): Collector {
  let thread: Thread | null = null
  let last: Promise<unknown> = Promise.resolve()

  const started = () => {
    thread ??= startThread()
    return thread
  }

  const run = async <T>(job: Job): Promise<T> => {
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

  // One after the other, so that the time of each is its own.
  const queue = <T>(job: Job): Promise<T> => {
    const answer = last.then(() => run<T>(job))
    last = answer.catch(() => {})
    return answer
  }

  return {
    collect: async (updates) =>
      isShort(updates) ? collect(updates) : queue<Collected>({ updates, as: "state" }),
    readLayer: async (updates) =>
      isShort(updates) ? readLayer(applyAll(updates)) : queue<Layer>({ updates, as: "layer" }),
    withQuotesOfToday: async (late) =>
      isShort([...late.held, late.update, late.transcript])
        ? withQuotesOfToday(late)
        : queue<Uint8Array | null>({ late, as: "of today" }),
    warm: () => {
      started()
    },
    close: async () => {
      const running = thread?.worker
      thread = null
      await running?.terminate()
    },
  }
}

const isShort = (updates: readonly Uint8Array[]) =>
  updates.reduce((size, update) => size + update.length, 0) <= AT_ONCE

/** A thread does not inherit what lets this process read TypeScript: it is told to do the same. */
const entrance = `
  const { register } = await import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))})
  register()
  await import(${JSON.stringify(new URL("./collectWorker.ts", import.meta.url).href)})
`

interface Thread {
  readonly worker: Worker
  readonly isReady: Promise<unknown>
}

function startThread(): Thread {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(entrance)}`), {
    execArgv: [],
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
      reject(error instanceof Error ? error : new Error("the document takes too long to open"))
    }
    const timer = setTimeout(fail, mostMs)
    worker.ref()
    worker.on("message", done).on("error", fail).on("exit", fail)
    worker.postMessage(job)
  })
}
