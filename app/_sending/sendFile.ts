import { isNoAnswer, Problem } from "../_sync/api"
import type { Upload } from "../_sync/upload"
import { LEAST_PIECE, nextPiece, patienceMs } from "./pieces"

/** How far a file is, as the server says. */
export interface Sent {
  readonly id: string
  readonly received: number
}

/** The way to the server. */
export interface Line {
  /** Begins, or goes on with the same file: answers how much of it is there. */
  readonly begin: () => Promise<Sent>
  readonly put: (id: string, offset: number, piece: Blob) => Upload<Sent>
  readonly drop: (id: string) => Promise<void>
  /** Resolves after so long, or sooner where there is reason to hope. */
  readonly wait: (ms: number) => Promise<void>
  readonly now: () => number
}

export interface Course {
  /** `waiting`: there was no answer; it goes on by itself. */
  readonly is: "sending" | "waiting" | "paused"
  /** Bytes that are on the server's disk. */
  readonly received: number
  readonly of: number
}

export interface SendingFile {
  /** The upload's id, once all of it is there. Rejects with a Problem, whose code is "cancelled" after `leave` or `drop`. */
  readonly answer: Promise<string>
  readonly pause: () => void
  readonly goOn: () => void
  /** What has come stays on the server, to be gone on with. */
  readonly leave: () => void
  readonly drop: () => Promise<void>
}

const MOST_BEGINNINGS = 3

/** Sends a file piece by piece, as long as it takes, over a line that may break anywhere. */
export function sendFile(file: Blob, line: Line, told: (course: Course) => void): SendingFile {
  let at: Sent | null = null
  let beginnings = 0
  let failures = 0
  let size = LEAST_PIECE
  let running: Upload<Sent> | null = null
  let isOver = false
  let paused: { readonly end: Promise<void>; readonly goOn: () => void } | null = null

  const tell = (is: Course["is"]) => told({ is, received: at?.received ?? 0, of: file.size })
  const demandGoing = () => {
    if (isOver) throw new Problem("cancelled", 0, {})
  }
  const begin = async () => {
    if (++beginnings > MOST_BEGINNINGS) throw new Problem("not-found", 404, {})
    at = await line.begin()
  }
  const putNext = async (from: Sent) => {
    const began = line.now()
    const to = Math.min(file.size, from.received + size)
    running = line.put(from.id, from.received, file.slice(from.received, to))
    const answered = await running.answer.finally(() => {
      running = null
    })
    size = nextPiece(to - from.received, line.now() - began)
    at = answered
    failures = 0
  }
  /** The server's disk has no room for a file of this size: to wait for it would be for nothing. */
  const isNoRoom = (problem: Problem) => problem.code === "not-saved" && at === null
  /** What to do about what went wrong; throws what cannot be helped. */
  const mend = async (error: unknown) => {
    const problem = error instanceof Problem ? error : new Problem("internal", 0, {})
    if (isOver || paused || problem.code === "cancelled") return
    if (problem.code === "other-offset" && at) at = { ...at, received: Number(problem.detail.offset) }
    else if (problem.code === "not-found" && at) at = null
    else if (problem.status === 413 && problem.code === "internal" && size > LEAST_PIECE) size = LEAST_PIECE
    else if (!isNoAnswer(problem) || problem.status === 401 || isNoRoom(problem)) throw problem
    else {
      size = LEAST_PIECE
      tell("waiting")
      await line.wait(Math.max(patienceMs(++failures), 1_000 * Number(problem.detail.retryAfter ?? 0)))
    }
  }
  const run = async (): Promise<string> => {
    for (;;) {
      if (paused) {
        tell("paused")
        await paused.end
      }
      demandGoing()
      try {
        if (!at) await begin()
        demandGoing()
        if (at!.received >= file.size) return at!.id
        if (paused) continue
        tell("sending")
        await putNext(at!)
      } catch (error) {
        await mend(error)
      }
    }
  }
  const goOn = () => {
    paused?.goOn()
    paused = null
  }
  const leave = () => {
    isOver = true
    running?.cancel()
    goOn()
  }
  return {
    answer: run(),
    pause() {
      if (paused || isOver) return
      let open = () => {}
      const end = new Promise<void>((resolve) => {
        open = resolve
      })
      paused = { end, goOn: open }
      running?.cancel()
      tell("paused")
    },
    goOn,
    leave,
    async drop() {
      const { id } = at ?? {}
      leave()
      if (id !== undefined) await line.drop(id)
    },
  }
}
