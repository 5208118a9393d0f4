import { EventEmitter } from "node:events"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import next from "next"
import type { Services } from "../services"
import type { SyncServer } from "../sync/syncServer"
import { isDecodable, noteAddress, notePath } from "./address"
import { sendResponse } from "./nodeRequest"
import { rawRouteFor } from "./rawRoutes"
import { setSecurityHeaders } from "./securityHeaders"

export interface Listening {
  readonly port: number
  /** Lets running requests end, then stops. */
  readonly stop: () => Promise<void>
}

/** Serves pages, API, recordings and rooms on one port. `folder` is where the pages are. */
export async function listen(services: Services, sync: SyncServer, folder: string): Promise<Listening> {
  const { dev, host, port } = services.env
  // Next attaches an upgrade listener of its own to the server it is given, and with a catch-all route ends sockets
  // that are not its own: it gets an emitter that hears only what is not ours.
  const upgrades = new EventEmitter()
  const pages = next({ dev, dir: folder, hostname: host, port, httpServer: upgrades as unknown as Server })
  await pages.prepare()
  const answerPage = pages.getRequestHandler()

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    setSecurityHeaders(request, response, services.env)
    // Next fails on it, as if that were its own fault.
    if (!isDecodable(request)) return sendResponse(notAnAddress(), response)
    noteAddress(request, services.env)
    notePath(request)
    const raw = rawRouteFor(request)
    if (raw) await raw.answer(services, request, response, raw.params)
    else await answerPage(request, response)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      services.log.error({ err: error }, "a request failed")
      response.destroy()
    })
  })
  // An upload of a long recording over a slow line takes as long as it takes.
  server.requestTimeout = 0
  // The head of a request does not.
  server.headersTimeout = HEAD_MS
  server.on("upgrade", (request, socket, head) => {
    if (request.url?.startsWith("/collab/")) sync.handleUpgrade(request, socket, head)
    else if (!upgrades.emit("upgrade", request, socket, head)) socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      await sync.stop()
      server.closeIdleConnections()
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())])
      server.closeAllConnections()
      await pages.close()
    },
  }
}

function notAnAddress(): Response {
  const headers = { "content-type": "application/problem+json", "cache-control": "private, no-store" }
  return Response.json(
    { type: "about:blank", title: "not an address", status: 400 },
    { status: 400, headers },
  )
}

const PATIENCE_MS = 5_000
const HEAD_MS = 15_000
