/** The API by method and path, answered by its own handlers, without Next between. */

import { routes } from "../../app/api/routes"
import { RAW_ROUTES } from "../../server/http/rawRoutes"
import { type Operation, operationsOf } from "../../server/openapi"

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** Every operation there is. */
export const operations: readonly Operation[] = operationsOf(routes)

export const nameOf = ({ method, path }: Pick<Operation, "method" | "path">) => `${method} ${path}`

export interface Asking {
  readonly method: string
  /** As the API describes it: `/api/sources/{source}`. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks an operation. What the server streams itself is asked at `origin`, everything else of its handler. */
export async function askApi(origin: string, asking: Asking): Promise<Response> {
  const { method, path, params, query = "", headers = {}, body } = asking
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? "missing"),
  )
  const sent = { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) }
  if (RAW_ROUTES.some((raw) => raw.path === path && raw.methods.includes(method)))
    return fetch(`${origin}${filled}${query}`, sent)
  const handler = (routes[path] as Record<string, Handler> | undefined)?.[method]
  if (!handler) throw new RangeError(`there is no ${method} ${path}`)
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const encoded = Object.fromEntries(
    named.map((name) => [name, encodeURIComponent(params[name] ?? "missing")]),
  )
  const request = new Request(`http://binome.test${filled}${query}`, {
    ...sent,
    headers: { host: "binome.test", ...headers },
  })
  return handler(request, { params: Promise.resolve(encoded) })
}
