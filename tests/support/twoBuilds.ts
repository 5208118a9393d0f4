import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { type AddressInfo, connect, type Socket } from "node:net"
import { buffer } from "node:stream/consumers"
import type { Page } from "@playwright/test"

/** A server on which a newer build can be put: the same program whose files have other names, the old names gone. */
export interface TwoBuilds {
  readonly address: string
  /** As pages call them. */
  readonly older: string
  readonly newer: string
  deploy(): void
  /** The files of the older build that were asked for since there is a newer one. */
  readonly missed: readonly string[]
  /** Nothing goes through any more, but what is held is held on. */
  cut(): void
  mend(): void
  /** Answers what was asked for at `HELD` and has waited until now. */
  release(): void
  close(): Promise<void>
}

/** A file that is not answered: whoever asks for it is busy. */
export const HELD = "/_next/static/held"
const CHUNKS = "/_next/static/chunks/"
// As long as the old ones: what a page is made from counts its bytes.
const NEWER_CHUNKS = "/_next/static/chunkz/"

/** Stands before a server that runs one build. */
export async function twoBuilds(target: string): Promise<TwoBuilds> {
  const { hostname, port } = new URL(target)
  const older = /data-build="([^"]+)"/.exec(await (await fetch(`${target}/sign-in`)).text())![1]!
  const newer = `${older.startsWith("A") ? "B" : "A"}${older.slice(1)}`
  const missed: string[] = []
  const sockets = new Set<Socket>()
  const held: ServerResponse[] = []
  let isNewer = false
  let isCut = false

  const renamed = (text: string) =>
    text.replaceAll(older, newer).replaceAll(CHUNKS.slice(7), NEWER_CHUNKS.slice(7))
  const pass = async (answer: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(answer)
    const isText = /html|javascript|x-component|css/.test(answer.headers["content-type"] ?? "")
    const { "transfer-encoding": _, "content-length": __, ...headers } = answer.headers
    const { link } = headers
    if (isNewer && typeof link === "string") headers.link = renamed(link)
    response.writeHead(answer.statusCode!, headers)
    response.end(isNewer && isText ? renamed(body.toString()) : body)
  }
  const server = createServer((request, response) => {
    const path = request.url!
    if (path === HELD) return void held.push(response)
    if (isNewer && path.startsWith(CHUNKS)) {
      missed.push(path)
      return void response.writeHead(404).end()
    }
    const { "accept-encoding": _, ...headers } = request.headers
    const of = { hostname, port, method: request.method, path: path.replace(NEWER_CHUNKS, CHUNKS), headers }
    const asked = ask(of, (answer) => void pass(answer, response).catch(() => response.destroy()))
    asked.on("error", () => response.destroy())
    request.pipe(asked)
  })
  server.on("connection", (socket) => {
    if (isCut) return void socket.destroy()
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
  })
  server.on("upgrade", (request, near: Socket, head) => {
    const far = connect(Number(port), hostname)
    const lines = request.rawHeaders.flatMap((name, at, all) => (at % 2 ? [] : [`${name}: ${all[at + 1]}`]))
    far.write([`GET ${request.url} HTTP/1.1`, ...lines, "", ""].join("\r\n"))
    far.write(head)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("error", () => to.destroy())
      from.on("close", () => to.destroy())
      from.pipe(to)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    older,
    newer,
    missed,
    deploy() {
      isNewer = true
    },
    cut() {
      isCut = true
      for (const socket of sockets) if (!held.some((response) => response.socket === socket)) socket.destroy()
    },
    mend() {
      isCut = false
    },
    release() {
      for (const response of held.splice(0)) response.writeHead(404).end()
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** The build that a page is of, and the folders that its scripts and styles came from. */
export function programOf(page: Page) {
  return page.evaluate(() => ({
    build: document.documentElement.dataset.build,
    chunks: performance
      .getEntriesByType("resource")
      .map(({ name }) => /_next\/static\/(chunk.)\//.exec(name)?.[1])
      .filter((folder) => folder !== undefined),
  }))
}

/** The address of the page that opens without a network, with its language and build; empty while there is none. */
export function keptPage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const pages = await (await caches.open("binome-page")).keys()
    return pages.map(({ url }) => url).join(" ")
  })
}

/** The builds of the worker that waits and of the one that answers. */
export function workersIn(page: Page) {
  return page.evaluate(async () => {
    const { waiting, active } = (await navigator.serviceWorker.getRegistration())!
    const buildOf = (worker: ServiceWorker | null) =>
      worker && new URL(worker.scriptURL).searchParams.get("build")
    return { waiting: buildOf(waiting), active: buildOf(active) }
  })
}
