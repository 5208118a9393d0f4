/** Every byte that one person receives: answers of the API with their headers, and each frame of their rooms. */
import { WebSocket } from "ws"
import { type Asking, askApi, nameOf } from "./api"

export interface Recorder {
  /** Sits down in a room with a bare socket, and stays. */
  sit(room: string): Promise<void>
  /** Comes in anew, hears all there is, and leaves. */
  visit(room: string): Promise<void>
  ask(asking: Asking): Promise<void>
  /** Says what happens next, so that a difference is found at once. */
  mark(what: string): void
  /** Waits until everything sent up to now has arrived. */
  settle(): Promise<void>
  /** One line for each thing received, in order; frames of one room stay in the order they came. */
  lines(): readonly string[]
  leave(): void
}

export interface RecorderNeeds {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
}

interface Seat {
  readonly socket: WebSocket
  readonly received: string[]
  closed: boolean
  /** How often it was told all there is. */
  answers: number
}

/** Asks for all there is: the answer comes after everything sent before it. */
const EVERYTHING = Uint8Array.of(0, 0, 1, 0)
const ANSWER = [0, 1]
/** The beat of a silent line goes by the wall clock; it says nothing (PROTOCOL.md). */
const isBeat = (frame: Buffer) => frame.equals(Uint8Array.of(1, 1, 0))

export function recorder({ origin, headers }: RecorderNeeds): Recorder {
  const lines: string[] = []
  const seats = new Map<string, Seat>()

  const take = async (room: string) => {
    const socket = new WebSocket(`${origin.replace(/^http/, "ws")}/collab/${room}`, {
      headers,
      perMessageDeflate: false,
    })
    const seat: Seat = { socket, received: [], closed: false, answers: 0 }
    socket.on("message", (data: Buffer) => {
      if (isBeat(data)) return
      if (data[0] === ANSWER[0] && data[1] === ANSWER[1]) seat.answers++
      seat.received.push(`${data.length} bytes ${readable(data)}`)
    })
    socket.on("error", () => {})
    await new Promise<void>((resolve) => {
      socket.on("close", (code, reason) => {
        seat.closed = true
        seat.received.push(`closed with ${code} ${reason}`)
        resolve()
      })
      socket.on("open", () => resolve())
    })
    return seat
  }

  const hear = async (room: string, seat: Seat) => {
    const before = seat.answers
    if (!seat.closed) seat.socket.send(EVERYTHING)
    while (seat.answers === before && !seat.closed) await new Promise((resolve) => setTimeout(resolve, 1))
    lines.push(...seat.received.splice(0).map((line) => `${room}: ${line}`))
  }

  return {
    async sit(room) {
      const seat = await take(room)
      seats.set(room, seat)
      await hear(room, seat)
    },
    async visit(room) {
      const seat = await take(room)
      await hear(room, seat)
      seat.socket.terminate()
    },
    async ask(asking) {
      const answer = await askApi(origin, { ...asking, headers: { ...headers, ...asking.headers } })
      const body = Buffer.from(await answer.arrayBuffer())
      const kept = [...answer.headers].filter(([name]) => !changing.has(name)).sort()
      lines.push(
        `${nameOf(asking)}${asking.query ?? ""} → ${answer.status} ${JSON.stringify(kept)} ${readable(body)}`,
      )
    },
    mark(what) {
      lines.push(`— ${what}`)
    },
    async settle() {
      for (const [room, seat] of seats) await hear(room, seat)
    },
    lines: () => lines,
    leave() {
      for (const { socket } of seats.values()) socket.terminate()
    },
  }
}

/** Headers that the wall clock writes. */
const changing = new Set(["date"])

/** Text as it stands, everything else byte by byte, without loss: two lines are equal when the bytes are. */
function readable(bytes: Buffer): string {
  return JSON.stringify(bytes.toString("latin1"))
}
