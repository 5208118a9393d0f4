/**
 * The yardstick of the transcript page: stock Tiptap with its own collaboration, over the same words in the form that
 * it makes of them, served with nothing around it. Its line carries updates and nothing else.
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { build } from "esbuild"
import { WebSocketServer } from "ws"
import * as Y from "yjs"
import { longTurns } from "./longGroup"

export interface Peer {
  /** Shows the words, with so many decorations on them. */
  readonly address: (decorations: number) => string
  /** Writes into a turn, as somebody elsewhere. */
  readonly write: (turn: number, words: string) => void
  readonly stop: () => Promise<void>
}

export async function startPeer(): Promise<Peer> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "peerPage.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  })
  const script = outputFiles[0]!.text
  const page = `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main class="page-scroll"><div class="sheet"></div></main><script>${script.replaceAll("</script", "<\\/script")}</script>`
  const server = createServer((_, response) =>
    response.setHeader("content-type", "text/html; charset=utf-8").end(page),
  )
  const doc = written()
  const sockets = new WebSocketServer({ server })
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    for (const socket of sockets.clients) if (socket !== origin) socket.send(update)
  })
  sockets.on("connection", (socket) => {
    socket.send(Y.encodeStateAsUpdate(doc))
    socket.on("message", (update: Buffer) => Y.applyUpdate(doc, update, socket))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: (decorations) => `http://127.0.0.1:${port}/?decorations=${decorations}`,
    write(turn, words) {
      const paragraph = doc.getXmlFragment("default").get(turn) as Y.XmlElement
      ;(paragraph.get(0) as Y.XmlText).insert(3, words)
    },
    async stop() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The same measure, size and leading as ours, so that as many lines are laid out. */
const STYLE = `
  html, body { height: 100%; margin: 0; }
  .page-scroll { height: 100%; overflow-y: auto; }
  .sheet { width: 568px; margin: 0 auto; padding: 24px 0 40vh; font: 17px/28px serif; }
  .ProseMirror { outline: none; white-space: pre-wrap; overflow-wrap: anywhere; }
  .ProseMirror p { margin: 0 0 8px; }
  .coded { background: #ffe9a8; }
`

function written(): Y.Doc {
  const doc = new Y.Doc()
  const paragraphs = longTurns().map(({ words }) => {
    const paragraph = new Y.XmlElement("paragraph")
    paragraph.insert(0, [new Y.XmlText(words)])
    return paragraph
  })
  doc.getXmlFragment("default").insert(0, paragraphs)
  return doc
}
