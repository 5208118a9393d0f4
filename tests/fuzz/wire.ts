/** A WebSocket client that obeys no rule: over TCP, bytes as they are given. */
import { randomBytes } from "node:crypto"
import { connect, type Socket } from "node:net"

export interface Wire {
  /** Sends a message as RFC 6455 says. */
  readonly send: (message: Uint8Array, opcode?: number) => void
  /** Sends bytes as they are. */
  readonly write: (bytes: Uint8Array) => void
  /** Says goodbye and resolves when the server has answered everything or hung up; its close code, 0 for none. */
  readonly leave: () => Promise<number>
  /** Stops taking what the server sends. */
  readonly stopReading: () => void
  readonly isOpen: () => boolean
  readonly cut: () => void
}

export interface At {
  readonly port: number
  readonly room: string
  readonly member: string
  /** 127.0.0.n: where it seems to come from. */
  readonly from?: string
}

const PATIENCE_MS = 15_000

/** Resolves once the socket is open; rejects when it is refused. */
export async function openWire(at: At): Promise<Wire> {
  const socket = connect({ port: at.port, host: "127.0.0.1", ...(at.from ? { localAddress: at.from } : {}) })
  socket.setNoDelay(true)
  socket.on("error", () => {})
  const ended = new Promise<void>((resolve) => socket.on("close", () => resolve()))
  socket.write(upgrade(at))
  const rest = await readHead(socket, ended)
  let code = 0
  const read = frameReader((opcode, payload) => {
    if (opcode === CLOSE) code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
  })
  read(rest)
  socket.on("data", read)
  const write = (bytes: Uint8Array) => {
    if (socket.writable) socket.write(bytes)
  }
  return {
    write,
    send: (message, opcode = BINARY) => write(masked(message, opcode)),
    stopReading: () => socket.pause(),
    isOpen: () => code === 0 && socket.writable,
    cut: () => socket.destroy(),
    leave: async () => {
      socket.resume()
      if (code === 0) write(masked(new Uint8Array([0x03, 0xe8]), CLOSE))
      const timer = setTimeout(() => socket.destroy(), PATIENCE_MS)
      await ended
      clearTimeout(timer)
      return code
    },
  }
}

const BINARY = 2
const CLOSE = 8

export const upgrade = ({ room, member }: At): string =>
  [
    `GET /collab/${room} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    `Authorization: Bearer ${member}`,
    "",
    "",
  ].join("\r\n")

/** The head of a frame that announces `length`, masked with zeros, and nothing of it. */
export function frameHead(length: number, opcode = BINARY): Buffer {
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const head = Buffer.alloc(2 + size + 4)
  head[0] = 0x80 | opcode
  head[1] = 0x80 | (size === 0 ? length : size === 2 ? 126 : 127)
  if (size === 2) head.writeUInt16BE(length, 2)
  if (size === 8) head.writeBigUInt64BE(BigInt(length), 2)
  return head
}

// A mask of zeros changes nothing, and saves the work.
const masked = (message: Uint8Array, opcode: number) =>
  Buffer.concat([frameHead(message.length, opcode), message])

async function readHead(socket: Socket, ended: Promise<void>): Promise<Buffer> {
  let read = Buffer.alloc(0)
  const headed = new Promise<Buffer>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      read = Buffer.concat([read, chunk])
      const end = read.indexOf("\r\n\r\n")
      if (end < 0) return
      socket.off("data", take)
      if (read.toString("latin1", 9, 12) === "101") resolve(read.subarray(end + 4))
      else reject(new Error(`refused: ${read.toString("latin1", 0, 40)}`))
    }
    socket.on("data", take)
  })
  const hungUp = ended.then(() => {
    throw new Error("hung up")
  })
  return Promise.race([headed, hungUp])
}

function frameReader(onFrame: (opcode: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let held: Buffer = Buffer.alloc(0)
  return (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (let frame = firstFrame(held); frame; frame = firstFrame(held)) {
      onFrame(frame.opcode, held.subarray(frame.from, frame.to))
      held = held.subarray(frame.to)
    }
  }
}

function firstFrame(bytes: Buffer) {
  if (bytes.length < 2) return null
  const short = bytes[1]! & 0x7f
  const from = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < from) return null
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  return bytes.length < from + length ? null : { opcode: bytes[0]! & 0x0f, from, to: from + length }
}
