import type { WebSocket } from "ws"
import { closeCodes } from "./closeCodes"
import type { Connection } from "./connection"
import { emptyFrame } from "./frames"

/** A slow line may miss a beat; one that missed so many is dead. */
const MOST_MISSED = 3

/**
 * Every `every` ms: a socket that was sent nothing since the last beat hears an empty frame (the stock client drops
 * a line that is silent for 30 s, so two beats must fit), one that stopped answering is cut, and one whose sign-in ran
 * out is closed.
 */
export function startBeat(sockets: ReadonlyMap<WebSocket, Connection>, every: number): () => void {
  const missed = new WeakMap<WebSocket, number>()
  const beat = (socket: WebSocket, connection: Connection) => {
    if (connection.isOver) return connection.close(closeCodes.notSignedIn, "signed out")
    const count = missed.get(socket)
    if (count === undefined) socket.on("pong", () => missed.set(socket, 0))
    if ((count ?? 0) >= MOST_MISSED) return socket.terminate()
    missed.set(socket, (count ?? 0) + 1)
    socket.ping()
    if (connection.isSilent) connection.send(emptyFrame)
    connection.isSilent = true
  }
  const timer = setInterval(() => {
    for (const [socket, connection] of sockets) beat(socket, connection)
  }, every)
  timer.unref()
  return () => clearInterval(timer)
}
