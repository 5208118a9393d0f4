import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type RawData, type WebSocket, WebSocketServer } from "ws"
import { Allowances } from "./allowance"
import { startBeat } from "./beat"
import { closeCodes } from "./closeCodes"
import { createCollector } from "./collector"
import { Connection, closeSocket } from "./connection"
import { addressGate, Crowd } from "./crowd"
import { ask, type Knock, readKnock } from "./knock"
import { defaultLimits } from "./limits"
import type { SyncPorts } from "./ports"
import { Rooms } from "./rooms"
import { takeTurns } from "./turns"

/** A socket as those see it who decide whether to close it. */
export interface Present {
  readonly room: string
  readonly member: string
  readonly session: string
}

export interface SyncServer {
  /** Takes an upgrade to `/collab/<room>`. Refusals are said after it, by close code: browsers see no other. */
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Closes the sockets of one sign-in, those on their way in included. */
  readonly closeSession: (session: string, code?: number) => void
  /** Closes the sockets for which an answer may have changed; they knock again (unless `code` is final). */
  readonly closeWhere: (applies: (present: Present) => boolean, code?: number, reason?: string) => void
  /** Closes a room and keeps nothing of it: its log was rewritten or deleted. */
  readonly forget: (room: string, code?: number, reason?: string) => Promise<void>
  /** Closes a room once all that it took is durable, and the sockets on their way into it; they knock again. */
  readonly settle: (room: string) => Promise<void>
  /** Shows those in a room an update that is durable and was written past the room, in its log. */
  readonly receive: (room: string, update: Uint8Array) => Promise<void>
  /** Resolves when an open projection shows what is true now. */
  readonly refresh: (room: string) => Promise<void>
  /** Who has a socket open, once for each. */
  readonly present: () => readonly Present[]
  /** Sums only: nothing that tells one room from another (B11). */
  readonly stats: () => { readonly rooms: number; readonly sockets: number }
  /** Closes all sockets, so that clients come back when there is a server again. */
  readonly stop: () => Promise<void>
}

/** Synced documents over the stock y-websocket protocol (PROTOCOL.md). */
export function createSyncServer(ports: SyncPorts): SyncServer {
  const { log, projections, store } = ports
  const limits = { ...defaultLimits, ...ports.limits }
  const collector = ports.collector ?? createCollector()
  const rooms = new Rooms({
    store,
    projections,
    collector,
    log,
    limits,
    transcriptFor: ports.transcriptFor ?? noTranscript,
  })
  const sockets = new Map<WebSocket, Connection>()
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frame,
    perMessageDeflate: false,
    clientTracking: false,
    autoPong: false,
  })
  const mayEnterFrom = addressGate(limits)
  const signIns = new Crowd(limits.signInSockets)
  const allowances = new Allowances(limits.signInBurst, limits.signInPerSecond)
  const stopBeat = startBeat(sockets, limits.beat)
  let closures = 0
  let isStopped = false

  const admit = async (socket: WebSocket, request: IncomingMessage, knock: Knock | null) => {
    const early = holdEarly(socket, limits.early)
    const answer = knock && (await ask(request, knock, { ...ports, closures: () => closures }))
    if (answer === "stranger") return closeSocket(socket, closeCodes.notSignedIn, "not signed in")
    if (!knock || !answer || answer === "refused")
      return closeSocket(socket, closeCodes.notAllowed, "not allowed")
    if (!isOpen(socket)) return
    const { caller, access, kind, awareness } = answer
    const shared = allowances.of(caller.session)
    if (!shared.spend(COST_OF_A_KNOCK)) return closeSocket(socket, closeCodes.retry, "too much at once")
    if (!signIns.join(caller.session, socket))
      return closeSocket(socket, closeCodes.retry, "too many at once")
    const mayWrite = access === "write" && kind === "log"
    const connection = new Connection(
      socket,
      caller,
      knock.room,
      mayWrite,
      awareness,
      knock.wantsAcks,
      limits,
      shared,
    )
    // Known from here on, so that a closing finds it while the room opens.
    sockets.set(socket, connection)
    socket.on("close", () => sockets.delete(socket))
    const room = await rooms.enter(knock.room, kind)
    if (!isOpen(socket)) return
    room.join(connection)
    socket.on("ping", (data) => connection.pong(data))
    const hear = (data: RawData) => {
      if (connection.isClosed) return
      try {
        room.hear(connection, data as Buffer)
      } catch (error) {
        // Thrown from a listener it would end the process; it is this socket's frame, so this socket pays.
        log.warn({ error }, "a frame could not be taken")
        connection.close(closeCodes.malformed, "not understood")
      }
    }
    for (const frame of early()) hear(frame)
    takeTurns(socket, hear)
    socket.on("close", () => rooms.leave(room, connection))
  }

  const closeWhere: SyncServer["closeWhere"] = (
    applies,
    code = closeCodes.restart,
    reason = "knock again",
  ) => {
    closures++
    for (const connection of sockets.values())
      if (applies(presentOf(connection))) connection.close(code, reason)
  }

  return {
    handleUpgrade: (request, socket, head) => {
      socket.on("error", () => socket.destroy())
      if (isStopped) return refuse(socket, "503 Service Unavailable")
      if (!ports.originAllowed(request)) return refuse(socket, "403 Forbidden")
      if (!mayEnterFrom(ports.addressOf(request), socket)) return refuse(socket, "429 Too Many Requests")
      acceptor.handleUpgrade(request, socket, head, (accepted) => {
        // Unheard, an error of one socket would end the process; ws has closed it by then.
        accepted.on("error", () => {})
        admit(accepted, request, readKnock(request)).catch((error) => {
          log.error({ error }, "a room could not be opened")
          closeSocket(accepted, closeCodes.retry, "try again")
        })
      })
    },
    closeSession: (session, code = closeCodes.notSignedIn) =>
      closeWhere((present) => present.session === session, code, "signed out"),
    closeWhere,
    forget: async (name, code = closeCodes.restart, reason = "knock again") => {
      const room = await rooms.find(name)
      if (room) rooms.drop(room, code, reason)
    },
    settle: async (name) => {
      for (;;) {
        const room = await rooms.find(name)?.catch(() => undefined)
        await room?.settle()
        if (room) rooms.drop(room, closeCodes.restart, "knock again")
        closeWhere((present) => present.room === name)
        if (!rooms.find(name)) return
      }
    },
    receive: async (name, update) => {
      const room = await rooms.find(name)?.catch(() => undefined)
      room?.receive(update)
    },
    refresh: (room) => projections.refresh(room),
    present: () => Array.from(sockets.values(), presentOf),
    stats: () => ({ rooms: Array.from(rooms.all()).length, sockets: sockets.size }),
    stop: async () => {
      isStopped = true
      stopBeat()
      closeWhere(() => true, closeCodes.restart, "restarting")
      for (const room of [...rooms.all()]) rooms.drop(room, closeCodes.restart, "restarting")
      acceptor.close()
      await collector.close()
    },
  }
}

/** In plain messages; asking who knocks and whether they may takes a few queries. */
const COST_OF_A_KNOCK = 10

const noTranscript = async () => null

const isOpen = (socket: WebSocket) => socket.readyState === socket.OPEN

const presentOf = ({ room, caller: { member, session } }: Connection): Present => ({ room, member, session })

/** Keeps what arrives before its room is open; the returned function hands it over, once. */
function holdEarly(socket: WebSocket, most: number): () => readonly RawData[] {
  const held: RawData[] = []
  let size = 0
  const hold = (data: RawData) => {
    size += (data as Buffer).length
    if (size > most) socket.terminate()
    else held.push(data)
  }
  socket.on("message", hold)
  return () => {
    socket.off("message", hold)
    return held
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
