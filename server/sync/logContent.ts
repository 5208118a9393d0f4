import { mergeAll } from "./collect"
import type { Collector } from "./collector"
import type { Connection } from "./connection"
import type { DocStore } from "./docStore"
import { openFrontier } from "./frontier"
import type { History } from "./history"
import { lateEntries, type TranscriptNow } from "./lateQuotes"
import type { Limits } from "./limits"
import type { Content } from "./room"
import { isEmpty, type Outline, readUpdate } from "./update"

interface Written {
  readonly update: Uint8Array
  readonly outline: Outline
  readonly author: Connection
}

interface Log {
  readonly room: string
  readonly history: History
  readonly store: DocStore
  readonly limits: Limits
  /** By which quotes that come in are checked. */
  readonly transcript: TranscriptNow | null
  readonly collector: Collector
  /** An update is durable: now it may be seen. */
  readonly onDurable: (update: Uint8Array, author?: Connection) => void
  /** An append failed: what is durable is no longer known, so the room has to be opened again. */
  readonly onLost: (error: unknown) => void
}

/**
 * The content of a room that its members write: append, durable, and only then held and shown. What arrives while
 * an append is on its way goes with the next one, in order.
 */
export function logContent(log: Log): Content {
  const { room, history, store, limits, transcript, collector, ...hearers } = log
  const frontier = openFrontier(history.opening, limits.waiting)
  let waiting: Written[] = []
  /** Bytes that are not durable yet. */
  let underway = 0
  let appending: Promise<void> | null = null
  /** Since when nothing more is taken: what comes is not acknowledged. */
  let isSettled = false
  let isClosed = false

  const appendAll = async () => {
    try {
      while (waiting.length > 0 && !isClosed) {
        const batch = waiting
        waiting = []
        await appendBatch(batch)
      }
    } catch (error) {
      waiting = []
      hearers.onLost(error)
    } finally {
      appending = null
    }
  }

  const appendBatch = async (batch: readonly Written[]) => {
    // Compared with what is durable, and not before: a repeated update may repeat one that is still on its way.
    const fresh = batch.filter(({ outline }) => !isEmpty(outline) && !history.holds(outline))
    const kept = (await withoutLateQuotes(fresh)) ?? fresh
    if (isClosed) return
    const entries = kept.map(({ update, author }) => ({
      data: update,
      member: author.caller.member,
      session: author.caller.session,
    }))
    if (entries.length > 0) await store.append(room, entries)
    for (const { update, outline, author } of kept) {
      history.add(update, outline)
      // What was mended is shown to its author too.
      hearers.onDurable(update, kept === fresh ? author : undefined)
    }
    for (const { update, author } of batch) {
      underway -= update.length
      author.acknowledge()
    }
  }

  /** One update instead of some that quote what was erased since; null where none does. */
  const withoutLateQuotes = async (fresh: readonly Written[]): Promise<readonly Written[] | null> => {
    if (!transcript) return null
    const late = fresh.flatMap(({ update }) => lateEntries(update, transcript.text))
    if (late.length === 0) return null
    const written = mergeAll(fresh.map(({ update }) => update))
    const known = { held: history.updates(), vector: history.vector(), transcript: transcript.state }
    const update = await collector.withQuotesOfToday(room, { ...known, update: written, late })
    const outline = update && readUpdate(update)
    if (!outline) throw new Error("what quotes erased words waits for something that is not here")
    frontier.take(outline)
    return [{ update, outline, author: fresh[0]!.author }]
  }

  return {
    vector: history.vector,
    answer: history.answer,
    write: (update, outline, author) => {
      if (isSettled) return null
      const { kept, unfolded, pieces } = history.size()
      if (kept + update.length > limits.room || pieces > limits.roomPieces) return "full"
      if (underway + unfolded + update.length > limits.underway) return "busy"
      if (!frontier.take(outline)) return "gaps"
      waiting.push({ update, outline, author })
      underway += update.length
      appending ??= appendAll()
      return null
    },
    size: () => history.size().kept + history.size().unfolded,
    isBusy: () => appending !== null,
    settle: async () => {
      isSettled = true
      await appending
    },
    receive: (update) => {
      const outline = readUpdate(update)
      // A room that opened meanwhile has read it already.
      if (!outline || isEmpty(outline) || history.holds(outline)) return
      frontier.take(outline)
      history.add(update, outline)
      hearers.onDurable(update)
    },
    // What is not on its way yet was not acknowledged: it is sent again, to what the room is then.
    close: () => {
      isClosed = true
    },
  }
}
