import type { RawData, WebSocket } from "ws"

/** So many messages wait for their turn before the line is held up. */
const MOST_WAITING = 64

/** After so long the others have their turn. */
const TURN_MS = 2

/**
 * Hands over a socket's messages, the first at once, a few each turn of the event loop: of whoever sends thousands
 * together, most wait, and nobody else. What came before a goodbye is handed over before it.
 */
export function takeTurns(socket: WebSocket, hear: (data: RawData) => void): void {
  let waiting: RawData[] = []
  let isTaking = false

  const takeSome = () => {
    isTaking = false
    const until = performance.now() + TURN_MS
    do {
      const next = waiting.shift()
      if (next === undefined) break
      hear(next)
    } while (performance.now() < until)
    if (socket.isPaused && waiting.length < MOST_WAITING) socket.resume()
    if (waiting.length === 0) return
    isTaking = true
    setImmediate(takeSome)
  }

  socket.on("message", (data) => {
    waiting.push(data)
    if (waiting.length > MOST_WAITING) socket.pause()
    if (!isTaking) takeSome()
  })
  socket.on("close", () => {
    const left = waiting
    waiting = []
    for (const data of left) hear(data)
  })
}
