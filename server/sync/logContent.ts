import type { Connection } from "./connection"
import type { DocStore } from "./docStore"
import { openFrontier } from "./frontier"
import type { History } from "./history"
import type { Limits } from "./limits"
import type { Content } from "./room"
import { isEmpty, type Sketch } from "./update"

interface Written {
  readonly update: Uint8Array
  readonly sketch: Sketch
  readonly author: Connection
}

interface Log {
  readonly room: string
  readonly history: History
  readonly store: DocStore
  readonly limits: Limits
  /** An update is durable: now it may be seen. */
  readonly onDurable: (update: Uint8Array, author: Connection) => void
  /** An append failed: what is durable is no longer known, so the room has to be opened again. */
  readonly onLost: (error: unknown) => void
}

/**
 * The content of a room that its members write: append, durable, and only then held and shown. What arrives while
 * an append is on its way goes with the next one, in order.
 */
export function logContent({ room, history, store, limits, ...hearers }: Log): Content {
  const frontier = openFrontier(history.opening, limits.waiting)
  let waiting: Written[] = []
  /** Bytes that are not durable yet. */
  let underway = 0
  let isAppending = false

  const appendAll = async () => {
    isAppending = true
    try {
      while (waiting.length > 0) {
        const batch = waiting
        waiting = []
        await appendBatch(batch)
      }
    } catch (error) {
      waiting = []
      hearers.onLost(error)
    } finally {
      isAppending = false
    }
  }

  const appendBatch = async (batch: readonly Written[]) => {
    // Compared with what is durable, and not before: a repeated update may repeat one that is still on its way.
    const isNew = batch.map(({ sketch }) => !isEmpty(sketch) && !history.holds(sketch))
    const entries = batch
      .filter((_, index) => isNew[index])
      .map(({ update, author }) => ({
        data: update,
        member: author.caller.member,
        session: author.caller.session,
      }))
    if (entries.length > 0) await store.append(room, entries)
    for (const [index, { update, sketch, author }] of batch.entries()) {
      if (isNew[index]) {
        history.add(update, sketch)
        hearers.onDurable(update, author)
      }
      underway -= update.length
      author.acknowledge()
    }
  }

  return {
    vector: history.vector,
    answer: history.answer,
    write: (update, sketch, author) => {
      const { kept, unfolded, pieces } = history.size()
      if (kept + update.length > limits.room || pieces > limits.roomPieces) return "full"
      if (underway + unfolded + update.length > limits.underway) return "busy"
      if (!frontier.take(sketch)) return "gaps"
      waiting.push({ update, sketch, author })
      underway += update.length
      if (!isAppending) void appendAll()
      return null
    },
    size: () => history.size().kept + history.size().unfolded,
    isBusy: () => isAppending,
    close: () => {},
  }
}
