import type { IncomingMessage, ServerResponse } from "node:http"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream } from "node:stream/web"

/** A node request's headers as the web's; repeated ones are joined as HTTP says. */
export function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith(":")) continue
    headers.set(name, Array.isArray(value) ? value.join(", ") : value)
  }
  return headers
}

/** Sends a small answer, such as a problem document. */
export async function sendResponse(answer: Response, response: ServerResponse): Promise<void> {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  if (!answer.body) response.end()
  else
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(() => response.destroy())
}
