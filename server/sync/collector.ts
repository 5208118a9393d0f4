import { type Layer, readLayer } from "../../core/ydoc/layer"
import type { KeptWordTimes } from "../../core/ydoc/wordTimes"
import { applyAll, type Collected, collect } from "./collect"
import type { StoredRoom } from "./docStore"
import { createLane } from "./lane"
import { type LateUpdate, withQuotesOfToday } from "./lateQuotes"
import { type HeardTranscript, readHeard } from "./readHeard"
import { isTooHeavy } from "./tooHeavy"

export type Job =
  | { readonly updates: readonly Uint8Array[]; readonly as: "state" | "layer" }
  | {
      readonly updates: readonly Uint8Array[]
      readonly as: "transcript"
      readonly times: KeptWordTimes | null
    }
  | { readonly as: "of today"; readonly late: LateUpdate }

/**
 * Makes documents of logs, away from the thread that serves everybody. Two authors' insertions at one place cost
 * Yjs the product of their numbers, so that a few hundred kilobytes can be written on purpose that take it minutes.
 * Rejects with `TooHeavy` what takes too long. A room is named so that one that took long once has a thread apart from
 * then on, and no other waits for it.
 */
export interface Collector {
  readonly collect: (room: string, updates: readonly Uint8Array[]) => Promise<Collected>
  readonly readLayer: (room: string, updates: readonly Uint8Array[]) => Promise<Layer>
  /** With where the words stand now that have times, where those are given. */
  readonly readTranscript: (
    room: string,
    updates: readonly Uint8Array[],
    times: KeptWordTimes | null,
  ) => Promise<HeardTranscript>
  /**
   * Updates of the same document that are light enough to be applied on the thread that serves everybody. For commands,
   * which need the document itself; whoever only reads asks for what is to be read. `must`: as heavy as any may be, for
   * what has to be done whatever it costs.
   */
  readonly lighten: (room: string, loaded: StoredRoom, must?: "must") => Promise<readonly Uint8Array[]>
  /** See `withQuotesOfToday`. */
  readonly withQuotesOfToday: (room: string, late: LateUpdate) => Promise<Uint8Array | null>
  /** Starts its thread now, so that nobody who opens a document waits for that. */
  readonly warm: () => void
  readonly close: () => Promise<void>
}

export interface Patience {
  /** How long a document may take of the thread that all share. A long transcript that three wrote takes a quarter. */
  readonly lightMs: number
  /** How long it may take at all, in a thread of those that take long. */
  readonly mostMs: number
}

/** So few bytes cannot take long, whatever they are. */
const AT_ONCE = 8 * 1024
const patient: Patience = { lightMs: 2_000, mostMs: 10_000 }
/** A room that took long is not tried beside the others for so long. */
const APART_MS = 600_000
const MOST_REMEMBERED = 1_000

export function createCollector({ lightMs, mostMs }: Patience = patient): Collector {
  const swift = createLane()
  const slow = createLane()
  const heavy = remembering<number>()
  const light = remembering<string>()

  const isApart = (room: string) => (heavy.get(room) ?? 0) > Date.now()

  const runSwiftly = async <T>(room: string, job: Job): Promise<T> => {
    try {
      return await (isApart(room) ? slow : swift).run<T>(job, lightMs)
    } catch (error) {
      if (isTooHeavy(error)) heavy.set(room, Date.now() + APART_MS)
      throw error
    }
  }

  const run = async <T>(room: string, job: Job): Promise<T> => {
    if (!isApart(room)) {
      try {
        return await runSwiftly<T>(room, job)
      } catch (error) {
        if (!isTooHeavy(error)) throw error
      }
    }
    return slow.run<T>(job, mostMs)
  }

  return {
    collect: async (room, updates) =>
      isShort(updates) ? collect(updates) : run<Collected>(room, { updates, as: "state" }),
    readLayer: async (room, updates) =>
      isShort(updates) ? readLayer(applyAll(updates)) : run<Layer>(room, { updates, as: "layer" }),
    readTranscript: async (room, updates, times) =>
      isShort(updates)
        ? readHeard(updates, times)
        : run<HeardTranscript>(room, { updates, as: "transcript", times }),
    lighten: async (room, { updates, head, rewrites }, must) => {
      const version = `${rewrites}.${head}.${updates.length}`
      if (isShort(updates) || light.get(room) === version) return updates
      const job = { updates, as: "state" } as const
      if (must) return [(await run<Collected>(room, job)).state]
      const { state } = await runSwiftly<Collected>(room, job)
      light.set(room, version)
      return [state]
    },
    withQuotesOfToday: async (room, late) =>
      isShort([...late.held, late.update, late.transcript])
        ? withQuotesOfToday(late)
        : run<Uint8Array | null>(room, { late, as: "of today" }),
    warm: swift.warm,
    close: async () => {
      await Promise.all([swift.close(), slow.close()])
    },
  }
}

const isShort = (updates: readonly Uint8Array[]) =>
  updates.reduce((size, update) => size + update.length, 0) <= AT_ONCE

/** What is known of the rooms that were asked for last. */
function remembering<T>() {
  const known = new Map<string, T>()
  return {
    get: (room: string) => known.get(room),
    set: (room: string, value: T) => {
      known.delete(room)
      known.set(room, value)
      const [oldest] = known.keys()
      if (known.size > MOST_REMEMBERED) known.delete(oldest!)
    },
  }
}
