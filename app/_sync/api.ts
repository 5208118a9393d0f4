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

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** Asks the API. Answers the parsed body (undefined for 204); throws a Problem otherwise. */
export async function ask<T = unknown>(method: Method, path: string, body?: unknown): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      cache: "no-store",
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    })
  } catch {
    throw new Problem("offline", 0, {})
  }
  return answerOf<T>(response)
}

export async function answerOf<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T
  const body: unknown = await response.json().catch(() => ({}))
  if (response.ok) return body as T
  const detail = body as Record<string, unknown>
  throw new Problem(typeof detail.code === "string" ? detail.code : "internal", response.status, detail)
}

/** The path of a disagreement's commands. */
export function about(disagreement: string, command: string): string {
  return `/api/disagreements/${encodeURIComponent(disagreement)}/${command}`
}
