import type { Worker } from "node:worker_threads"
import { startThread } from "../threads"
import { type AgreementJob, type MakingTold, NotMade } from "./job"
import { AgreementTooLong } from "./tooLong"

/**
 * Agreement worked out away from the thread that serves everybody, one project's after the other. What was asked for
 * last is kept, by what it was made of; what nobody waits for any more is broken off.
 */
export interface Agreements {
  /** `key` tells all that the job is made of. Rejects with `AgreementTooLong`, or as the signal says. */
  readonly make: (key: string, job: () => Promise<AgreementJob>, signal?: AbortSignal) => Promise<Uint8Array>
  /** Lets go of all that is kept or about to be: something was erased. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

export interface Patience {
  readonly mostMs: number
  readonly mostKeptBytes: number
  /** How long a thread that has nothing to do is kept for the next. */
  readonly idleMs: number
}

const MOST_MEMORY_MB = 1_024
const patient: Patience = { mostMs: 60_000, mostKeptBytes: 24 * 1024 * 1024, idleMs: 30_000 }

interface Underway {
  readonly made: Promise<Uint8Array>
  readonly abort: AbortController
  waiting: number
}

export function createAgreements({ mostMs, mostKeptBytes, idleMs }: Patience = patient): Agreements {
  const kept = new Map<string, Uint8Array>()
  const underway = new Map<string, Underway>()
  const threads = createThreads(idleMs)
  let last: Promise<unknown> = Promise.resolve()
  let erasures = 0

  const keep = (key: string, bytes: Uint8Array) => {
    kept.set(key, bytes)
    let sum = [...kept.values()].reduce((sum, each) => sum + each.length, 0)
    for (const [oldest, each] of kept) {
      if (sum <= mostKeptBytes) break
      kept.delete(oldest)
      sum -= each.length
    }
  }
  const begin = (key: string, job: () => Promise<AgreementJob>): Underway => {
    const abort = new AbortController()
    const made = last.then(async () => {
      abort.signal.throwIfAborted()
      const before = erasures
      const bytes = await threads.run(await job(), mostMs, abort.signal)
      if (erasures === before) keep(key, bytes)
      return bytes
    })
    last = made.catch(() => {})
    made.catch(() => {}) // whoever waits hears of it
    const begun = { made, abort, waiting: 0 }
    underway.set(key, begun)
    const over = () => underway.get(key) === begun && underway.delete(key)
    made.then(over, over)
    return begun
  }

  return {
    make: async (key, job, signal) => {
      signal?.throwIfAborted()
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      const own = underway.get(key) ?? begin(key, job)
      own.waiting++
      return awaited(own, signal).finally(() => {
        own.waiting--
        if (own.waiting > 0) return
        if (underway.get(key) === own) underway.delete(key)
        own.abort.abort(new Error("nobody waits for it any more"))
      })
    },
    forget: () => {
      erasures++
      kept.clear()
    },
    close: async () => {
      for (const { abort } of underway.values()) abort.abort(new Error("the server ends"))
      await last
      await threads.close()
    },
  }
}

function awaited({ made }: Underway, signal: AbortSignal | undefined): Promise<Uint8Array> {
  if (!signal) return made
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener("abort", leave, { once: true })
    made.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave))
  })
}

/** One thread, kept for the next job for a while. */
function createThreads(idleMs: number) {
  let idle: Worker | null = null
  let timer: NodeJS.Timeout | undefined
  const end = async (worker: Worker | null) => {
    await worker?.terminate()
  }
  const rest = (worker: Worker) => {
    idle = worker
    worker.unref()
    timer = setTimeout(() => {
      const resting = idle
      idle = null
      void end(resting)
    }, idleMs)
    timer.unref()
  }
  return {
    run: async (job: AgreementJob, mostMs: number, signal: AbortSignal): Promise<Uint8Array> => {
      signal.throwIfAborted()
      clearTimeout(timer)
      const worker = idle ?? (await started())
      idle = null
      try {
        signal.throwIfAborted()
        const told = await answerOf(worker, job, mostMs, signal)
        rest(worker)
        if (told.is === "made") return told.bytes
        if (told.is === "not made") throw new NotMade(told.problems)
        throw new Error(told.is === "failed" ? told.why : "it answered nothing")
      } finally {
        if (idle !== worker) await end(worker)
      }
    },
    close: async () => {
      clearTimeout(timer)
      await end(idle)
      idle = null
    },
  }
}

function started(): Promise<Worker> {
  const worker = startThread("agreement/agreementWorker", {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve(worker))
    worker.once("error", reject)
    worker.once("exit", () => reject(new Error("the thread that works agreement out ended")))
    worker.on("error", () => {}) // that which waits for it hears of it
  })
}

function answerOf(
  worker: Worker,
  job: AgreementJob,
  mostMs: number,
  signal: AbortSignal,
): Promise<MakingTold> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      worker.off("message", done).off("error", fail).off("exit", fail)
      signal.removeEventListener("abort", leave)
    }
    const done = (told: MakingTold) => {
      end()
      resolve(told)
    }
    const fail = (error?: unknown) => {
      end()
      reject(error instanceof Error && !isOutOfMemory(error) ? error : new AgreementTooLong())
    }
    const leave = () => {
      end()
      reject(signal.reason)
    }
    const timer = setTimeout(fail, mostMs)
    worker.ref()
    worker.on("message", done).on("error", fail).on("exit", fail)
    signal.addEventListener("abort", leave)
    worker.postMessage(job)
  })
}

const isOutOfMemory = (error: Error) => "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
