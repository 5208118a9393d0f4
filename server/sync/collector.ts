import type { FieldNotes } from "../../core/fieldNotes"
import { readFieldNotes } from "../../core/ydoc/fieldNotes"
import { type Layer, readLayer } from "../../core/ydoc/layer"
import { textOfRich } from "../../core/ydoc/richText"
import type { KeptWordTimes } from "../../core/ydoc/wordTimes"
import { type Cleaning, cleanTogether } from "./cleaning"
import { applyAll, type Collected, collect } from "./collect"
import { type StoredRoom, versionOf } from "./docStore"
import { createLane, Elsewhere } from "./lane"
import { type LateUpdate, withQuotesOfToday } from "./lateQuotes"
import { type HeardTranscript, readHeard } from "./readHeard"
import { type Requoting, requote } from "./requoting"
import { isTooHeavy } from "./tooHeavy"
import { createVerdicts } from "./verdicts"

export type Job =
  | { readonly updates: readonly Uint8Array[]; readonly as: "state" | "layer" | "notes" }
  | {
      readonly updates: readonly Uint8Array[]
      readonly as: "transcript"
      readonly times: KeptWordTimes | null
    }
  | { readonly as: "of today"; readonly late: LateUpdate }
  | { readonly updates: readonly Uint8Array[]; readonly as: "requoted"; readonly how: Requoting }
  | { readonly updates: readonly Uint8Array[]; readonly as: "rich text"; readonly field: string }
  | { readonly updates: readonly Uint8Array[]; readonly as: "cleaned"; readonly how: Cleaning }

/**
 * Makes documents of logs, away from the thread that serves everybody. Two authors' insertions at one place cost
 * Yjs the product of their numbers, so that a few hundred kilobytes can be written on purpose that take it minutes.
 * Rejects with `TooHeavy` what takes too long. A room is named so that one that took long once has a thread apart from
 * then on, and no other waits for it; what is asked several times at once is done once.
 */
export interface Collector {
  readonly collect: (room: string, updates: readonly Uint8Array[], version?: string) => Promise<Collected>
  readonly readLayer: (room: string, loaded: StoredRoom) => Promise<Layer>
  /** With where the words stand now that have times, where those are given. */
  readonly readTranscript: (
    room: string,
    loaded: StoredRoom,
    times: KeptWordTimes | null,
  ) => Promise<HeardTranscript>
  /** What is written in a field of a rich text. */
  readonly readRichText: (room: string, loaded: StoredRoom, field: string) => Promise<string>
  readonly readFieldNotes: (room: string, loaded: StoredRoom) => Promise<FieldNotes>
  /** See `cleanTogether`; as patient as `requote`. */
  readonly cleanTogether: (updates: readonly Uint8Array[], how: Cleaning) => Promise<Uint8Array>
  /**
   * Updates of the same document that are light enough to be applied on the thread that serves everybody. For commands,
   * which need the document itself; whoever only reads asks for what is to be read.
   */
  readonly lighten: (room: string, loaded: StoredRoom) => Promise<readonly Uint8Array[]>
  /** See `withQuotesOfToday`. */
  readonly withQuotesOfToday: (room: string, late: LateUpdate) => Promise<Uint8Array | null>
  /** See `requote`. Has so much more patience than `isTooHeavy` that nobody's layer can lie between the two. */
  readonly requote: (updates: readonly Uint8Array[], how: Requoting) => Promise<Uint8Array>
  /** Whether a document cannot be put together, tried twice: for what ends it. */
  readonly isTooHeavy: (room: string, loaded: StoredRoom) => Promise<boolean>
  /** Starts its thread now, so that nobody who opens a document waits for that. */
  readonly warm: () => void
  readonly close: () => Promise<void>
}

export interface Patience {
  /** How long a document may take of the thread that all share. A long transcript that three wrote takes a quarter. */
  readonly lightMs: number
  /** How long it may take at all, in a thread of those that take long. */
  readonly mostMs: number
  /** How long it may take with all that an erasure does in it. */
  readonly mustMs: number
}

/** A busy machine may be the reason for once. */
const twice = <T>(make: () => Promise<T>): Promise<T> =>
  make().catch((error) => (isTooHeavy(error) ? make() : Promise.reject(error)))

/** So few bytes cannot take long, whatever they are. */
const AT_ONCE = 8 * 1024
const patient: Patience = { lightMs: 1_500, mostMs: 10_000, mustMs: 30_000 }

export function createCollector({ lightMs, mostMs, mustMs }: Patience = patient): Collector {
  const swift = createLane()
  const slow = createLane()
  const verdicts = createVerdicts()
  const underway = new Map<string, Promise<unknown>>()

  /** Of what is asked again while it is done, or was just found too heavy, nothing is done. */
  const once = <T>(
    room: string,
    version: string | null,
    what: string,
    make: () => Promise<T>,
  ): Promise<T> => {
    if (version === null) return make()
    const key = `${what} ${room} ${version}`
    const same = underway.get(key)
    if (same) return same as Promise<T>
    const making = make().finally(() => underway.delete(key))
    underway.set(key, making)
    return making
  }

  /** In the lane that is its room's when its turn comes. */
  const runWithin = async <T>(room: string, version: string | null, job: Job, ms: number): Promise<T> => {
    verdicts.demand(room, version, ms)
    try {
      if (verdicts.isApart(room)) return await slow.run<T>(job, ms)
      try {
        return await swift.run<T>(job, Math.min(ms, lightMs), () => !verdicts.isApart(room))
      } catch (error) {
        const isSlow = error instanceof Elsewhere || (isTooHeavy(error) && ms > lightMs)
        if (isTooHeavy(error)) verdicts.setApart(room)
        if (!isSlow) throw error
      }
      return await slow.run<T>(job, ms, () => !verdicts.isHeavy(room, version, ms))
    } catch (error) {
      if (error instanceof Elsewhere) verdicts.demand(room, version, ms)
      if (isTooHeavy(error)) verdicts.setHeavy(room, version, ms)
      throw error
    }
  }

  return {
    collect: async (room, updates, version) => {
      if (isShort(updates)) return collect(updates)
      const job = { updates, as: "state" } as const
      return once(room, version ?? null, "state", () =>
        runWithin<Collected>(room, version ?? null, job, mostMs),
      )
    },
    readLayer: async (room, loaded) => {
      const { updates } = loaded
      if (isShort(updates)) return readLayer(applyAll(updates))
      const version = versionOf(loaded)
      const job = { updates, as: "layer" } as const
      return once(room, version, "layer", () => runWithin<Layer>(room, version, job, mostMs))
    },
    readTranscript: async (room, loaded, times) => {
      const { updates } = loaded
      if (isShort(updates)) return readHeard(updates, times)
      const version = versionOf(loaded)
      const job = { updates, as: "transcript", times } as const
      return once(room, version, times ? "heard" : "transcript", () =>
        runWithin<HeardTranscript>(room, version, job, mostMs),
      )
    },
    readRichText: async (room, loaded, field) => {
      const { updates } = loaded
      if (isShort(updates)) return textOfRich(applyAll(updates), field)
      const version = versionOf(loaded)
      const job = { updates, as: "rich text", field } as const
      return once(room, version, `rich text ${field}`, () => runWithin<string>(room, version, job, mostMs))
    },
    readFieldNotes: async (room, loaded) => {
      const { updates } = loaded
      if (isShort(updates)) return readFieldNotes(applyAll(updates))
      const version = versionOf(loaded)
      const job = { updates, as: "notes" } as const
      return once(room, version, "notes", () => runWithin<FieldNotes>(room, version, job, mostMs))
    },
    cleanTogether: async (updates, how) =>
      isShort(updates)
        ? cleanTogether(updates, how)
        : slow.run<Uint8Array>({ updates, as: "cleaned", how }, mustMs),
    lighten: async (room, loaded) => {
      const { updates } = loaded
      const version = versionOf(loaded)
      if (isShort(updates) || verdicts.isLight(room, version)) return updates
      const job = { updates, as: "state" } as const
      const { state } = await once(room, version, "light", () =>
        runWithin<Collected>(room, version, job, lightMs),
      )
      verdicts.setLight(room, version)
      return [state]
    },
    withQuotesOfToday: async (room, late) =>
      isShort([...late.held, late.update, late.transcript])
        ? withQuotesOfToday(late)
        : runWithin<Uint8Array | null>(room, null, { late, as: "of today" }, mostMs),
    requote: async (updates, how) =>
      isShort([...updates, how.before ?? EMPTY, how.after])
        ? requote(updates, how)
        : slow.run<Uint8Array>({ updates, as: "requoted", how }, mustMs),
    isTooHeavy: async (room, loaded) => {
      const { updates } = loaded
      const job = { updates, as: "layer" } as const
      try {
        if (isShort(updates)) readLayer(applyAll(updates))
        else await once(room, versionOf(loaded), "judged", () => twice(() => slow.run<Layer>(job, mostMs)))
        return false
      } catch (error) {
        if (isTooHeavy(error)) return true
        throw error
      }
    },
    warm: swift.warm,
    close: async () => {
      await Promise.all([swift.close(), slow.close()])
    },
  }
}

const EMPTY = new Uint8Array()

const isShort = (updates: readonly Uint8Array[]) =>
  updates.reduce((size, update) => size + update.length, 0) <= AT_ONCE
