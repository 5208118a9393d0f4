import type { AddressInfo } from "node:net"
import { connect, createServer, type Socket } from "node:net"

/** A line to a server on which every byte takes `oneWayMs` in each direction. */
export async function slowLine(
  target: string,
  oneWayMs: number,
): Promise<{ address: string; close(): Promise<void> }> {
  const { port, hostname } = new URL(target)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.setNoDelay(true)
      from.on("data", (bytes) => setTimeout(() => to.writable && to.write(bytes), oneWayMs))
      from.on("close", () => {
        sockets.delete(from)
        setTimeout(() => to.destroy(), oneWayMs)
      })
      from.on("error", () => to.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
