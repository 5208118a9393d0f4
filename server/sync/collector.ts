import { Worker } from "node:worker_threads"
import { type Layer, readLayer } from "../../core/ydoc/layer"
import { applyAll, type Collected, collect } from "./collect"

export interface Job {
  readonly updates: readonly Uint8Array[]
  readonly as: "state" | "layer"
}

/**
 * Makes documents of logs, away from the thread that serves everybody. Two authors' insertions at one place cost
 * Yjs the product of their numbers, so that a few hundred kilobytes can be written on purpose that take it minutes.
 * Rejects what takes longer than `mostMs`.
 */
export interface Collector {
  readonly collect: (updates: readonly Uint8Array[]) => Promise<Collected>
  readonly readLayer: (updates: readonly Uint8Array[]) => Promise<Layer>
  /** Starts its thread now, so that nobody who opens a document waits for that. */
  readonly warm: () => void
  readonly close: () => Promise<void>
}

/** So few bytes cannot take long, whatever they are. */
const AT_ONCE = 8 * 1024
const MOST_MS = 10_000
const MOST_MEMORY_MB = 512

export function createCollector(mostMs = MOST_MS): Collector {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()

  const run = <T>(job: Job) =>
    new Promise<T>((resolve, reject) => {
      worker ??= startWorker()
      const running = worker
      const end = () => {
        clearTimeout(timer)
        running.off("message", done).off("error", fail).off("exit", fail)
        running.unref()
      }
      const done = (answer: T) => {
        end()
        resolve(answer)
      }
      const fail = (error: unknown) => {
        end()
        if (worker === running) worker = null
        void running.terminate()
        reject(error instanceof Error ? error : new Error("the document takes too long to open"))
      }
      const timer = setTimeout(fail, mostMs)
      running.ref()
      running.on("message", done).on("error", fail).on("exit", fail)
      running.postMessage(job)
    })

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
    warm: () => {
      worker ??= startWorker()
      worker.on("error", () => {}) // whoever asks next starts another and hears of it
      worker.unref()
    },
    close: async () => {
      const running = worker
      worker = null
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

function startWorker(): Worker {
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(entrance)}`), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
}
