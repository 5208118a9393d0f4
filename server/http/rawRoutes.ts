import type { IncomingMessage, ServerResponse } from "node:http"
import type { Rule } from "../door"
import { problemResponse, Refusal } from "../refusal"
import type { Services } from "../services"
import { isStorageFailure } from "../storageFailure"
import { postSource, readBeforeImport } from "./newSource"
import { sendResponse } from "./nodeRequest"
import { playRecording, putRecording } from "./recordings"
import { takeUpload } from "./uploads"

type Params = Readonly<Record<string, string>>

/** A route that the server answers itself, because it streams what Next would keep in memory. */
export interface RawRoute {
  readonly methods: readonly string[]
  /** As an OpenAPI path: `/api/sources/{source}/recording`. */
  readonly path: string
  readonly rule: Rule
  readonly answer: (
    services: Services,
    request: IncomingMessage,
    response: ServerResponse,
    params: Params,
  ) => Promise<void>
}

/** All of them, for the authorisation matrix and the description of the API. */
export const RAW_ROUTES: readonly RawRoute[] = [
  playRecording,
  putRecording,
  postSource,
  readBeforeImport,
  takeUpload,
]

/** The route for a request with the parameters of its path; null when it is for Next. */
export function rawRouteFor(request: IncomingMessage) {
  const path = (request.url ?? "").split("?", 1)[0]!
  for (const route of RAW_ROUTES) {
    if (!route.methods.includes(request.method ?? "")) continue
    const params = match(route.path, path)
    if (params) return { params, answer: guarded(route.answer) }
  }
  return null
}

function match(pattern: string, path: string): Params | null {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const found = new RegExp(`^${pattern.replace(/\{\w+\}/g, "([A-Za-z0-9_-]{1,64})")}/?$`).exec(path)
  return found && Object.fromEntries(names.map((name, index) => [name, found[index + 1]!]))
}

/** Refusals become problem documents; what was being sent when something failed is cut off. */
function guarded(answer: RawRoute["answer"]): RawRoute["answer"] {
  return async (services, request, response, params) => {
    // Of every answer, those of failures too (B20).
    response.setHeader("cache-control", "private, no-store")
    try {
      await answer(services, request, response, params)
    } catch (error) {
      if (error instanceof Refusal) return sendResponse(problemResponse(error), response)
      services.log.error({ err: error }, "a raw route failed")
      if (isStorageFailure(error)) return sendResponse(problemResponse(new Refusal("not-saved")), response)
      await sendResponse(
        Response.json({ type: "about:blank", title: "internal error", status: 500 }, { status: 500 }),
        response,
      )
    }
  }
}
