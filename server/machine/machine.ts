import type { Program } from "./askMachine"

/** What has begun to be transcribed by this process: one recording after the other. */
export interface Machine {
  /** Null where whoever runs the server has named no program. */
  readonly program: Program | null
  /** Does some work when its turn has come; at once what is asked for twice. */
  readonly begin: (source: string, work: (signal: AbortSignal) => Promise<void>) => void
  readonly has: (source: string) => boolean
  /** Breaks off what is done for a source; it ends soon. */
  readonly breakOff: (source: string) => void
  /** Resolves when nothing is done and nothing waits. */
  readonly idle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** One at a time: such programs take all the processors there are. */
export function createMachine(program: Program | null): Machine {
  const jobs = new Map<string, AbortController>()
  let last: Promise<void> = Promise.resolve()
  return {
    program,
    has: (source) => jobs.has(source),
    begin: (source, work) => {
      if (jobs.has(source)) return
      const abort = new AbortController()
      jobs.set(source, abort)
      last = last.then(async () => {
        if (!abort.signal.aborted) await work(abort.signal).catch(() => {})
        if (jobs.get(source) === abort) jobs.delete(source)
      })
    },
    breakOff: (source) => {
      jobs.get(source)?.abort(new Error("broken off"))
      jobs.delete(source)
    },
    idle: () => last,
    close: async () => {
      for (const abort of jobs.values()) abort.abort(new Error("the server ends"))
      await last
    },
  }
}
