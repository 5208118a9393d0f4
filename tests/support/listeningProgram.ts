/** A program that turns speech into words, as far as Binôme is concerned: it takes a form and answers what it is told to. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

export interface Heard {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface ListeningProgram {
  readonly url: string
  readonly heard: readonly Heard[]
  /** What it says to the next who asks; it waits for `after` before it says so. */
  answer(answer: { readonly status?: number; readonly body: string; readonly after?: Promise<void> }): void
  stop(): Promise<void>
}

export async function startListeningProgram(): Promise<ListeningProgram> {
  const heard: Heard[] = []
  let next: Parameters<ListeningProgram["answer"]>[0] = { body: "{}" }
  const say = async (response: ServerResponse) => {
    const { status = 200, body, after } = next
    await after
    response.writeHead(status, { "content-type": "application/json" }).end(body)
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      heard.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks) })
      void say(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1/audio/transcriptions`,
    heard,
    answer: (answer) => {
      next = answer
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** What such programs say of an interview of two turns. */
export const spokenWords = JSON.stringify({
  text: "Vous avez peur ? Oui, du vide.",
  segments: [
    { start: 0.5, end: 1.5, text: " Vous avez peur ?", speaker: "SPEAKER_00" },
    { start: 1.8, end: 2.4, text: " Oui,", speaker: "SPEAKER_01" },
    { start: 2.4, end: 3.2, text: " du vide.", speaker: "SPEAKER_01" },
  ],
  words: [
    { word: "Vous", start: 0.5, end: 0.7 },
    { word: "du", start: 2.4, end: 2.5 },
  ],
})
