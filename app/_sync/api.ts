/** A command that was refused: the code names the sentence to show (`errors` messages). */
export class Problem extends Error {
  override readonly name = "Problem"
  constructor(
    /** A refusal's code, or "offline" when no answer came, or "internal". */
    readonly code: string,
    readonly status: number,
    readonly detail: Readonly<Record<string, unknown>>,
  ) {
    super(code)
  }
}

/** Nobody who matters has answered: no line, a server in trouble or too busy, a session that has ended. */
export function isNoAnswer({ status }: Problem): boolean {
  return status === 0 || status >= 500 || [401, 408, 429].includes(status)
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

interface Options {
  /** Who is asking: whoever else is signed in by now is not heard in their place. */
  readonly as?: string
}

/** Asks the API. Answers the parsed body (undefined for 204); throws a Problem otherwise. */
export async function ask<T = unknown>(
  method: Method,
  path: string,
  body?: unknown,
  { as }: Options = {},
): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      cache: "no-store",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(as === undefined ? {} : { "x-binome-member": as }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    throw new Problem("offline", 0, {})
  }
  return answerOf<T>(response)
}

/** What the server said. What is not its JSON was not said by it: a portal's page, or an answer cut off on its way. */
export async function answerOf<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T
  const isOurs = /^application\/(problem\+)?json\b/.test(response.headers.get("content-type") ?? "")
  const body: unknown = isOurs ? await response.json().catch(() => undefined) : undefined
  if (body === undefined) throw new Problem("offline", response.status >= 500 ? response.status : 0, {})
  if (response.ok) return body as T
  const detail = body as Record<string, unknown>
  throw new Problem(typeof detail.code === "string" ? detail.code : "internal", response.status, detail)
}

/** The path of a disagreement's commands. */
export function about(disagreement: string, command: string): string {
  return `/api/disagreements/${encodeURIComponent(disagreement)}/${command}`
}
