import type { AddressInfo } from "node:net"
import { connect, createServer, type Socket } from "node:net"

/** A line to a server that can be made as bad as lines are. A change cuts what is open, as a change of network does. */
export interface BadLine {
  readonly address: string
  /** Nothing goes through, and nobody answers. */
  cut(): void
  /** Everything goes through. */
  mend(): void
  /** Everything goes through at this rate, for each connection and direction. */
  slow(bytesPerSecond: number): void
  /** Somebody else answers every request with a page of theirs: a hotel's portal with 200, a proxy with 503. */
  page(status: number, body: string): void
  /** Bytes vanish, and nobody is told: open connections stay open and silent. */
  swallow(): void
  close(): Promise<void>
}

type Quality =
  | { readonly kind: "good" | "cut" | "swallow" }
  | { readonly kind: "slow"; readonly bytesPerSecond: number }
  | { readonly kind: "page"; readonly answer: string }

const TICK_MS = 50

export async function badLine(target: string): Promise<BadLine> {
  const { port, hostname } = new URL(target)
  const sockets = new Set<Socket>()
  let quality: Quality = { kind: "good" }

  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => socket.destroy())
  }
  const server = createServer((near) => {
    keep(near)
    if (quality.kind === "cut") return void near.resetAndDestroy()
    if (quality.kind === "swallow") return void near.resume()
    if (quality.kind === "page") {
      const { answer } = quality
      return void near.once("data", () => near.end(answer))
    }
    const far = connect(Number(port), hostname)
    keep(far)
    carry(near, far, () => quality)
    carry(far, near, () => quality)
  })
  const change = (next: Quality) => {
    quality = next
    if (next.kind !== "swallow") for (const socket of sockets) socket.resetAndDestroy()
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => change({ kind: "cut" }),
    mend: () => change({ kind: "good" }),
    slow: (bytesPerSecond) => change({ kind: "slow", bytesPerSecond }),
    swallow: () => change({ kind: "swallow" }),
    page: (status, body) => {
      const head = `HTTP/1.1 ${status} Elsewhere\r\nContent-Type: text/html\r\nConnection: close`
      change({ kind: "page", answer: `${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}` })
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Carries what comes from one side to the other, as well as the line can. */
function carry(from: Socket, to: Socket, quality: () => Quality): void {
  let held = Buffer.alloc(0)
  const timer = setInterval(() => {
    const now = quality()
    if (now.kind !== "slow" || held.length === 0) return
    const part = Math.max(1, Math.round((now.bytesPerSecond * TICK_MS) / 1000))
    if (to.writable) to.write(held.subarray(0, part))
    held = held.subarray(part)
  }, TICK_MS)
  from.setNoDelay(true)
  from.on("data", (bytes) => {
    const now = quality()
    if (now.kind === "slow") held = Buffer.concat([held, bytes])
    else if (now.kind === "good" && to.writable) to.write(bytes)
  })
  from.on("close", () => {
    clearInterval(timer)
    if (held.length > 0 && to.writable) to.end(held)
    else to.destroy()
  })
}
