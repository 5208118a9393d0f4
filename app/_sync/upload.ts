import { Problem } from "./api"

export interface Upload<T> {
  readonly answer: Promise<T>
  readonly cancel: () => void
}

interface Options {
  readonly headers?: Readonly<Record<string, string>>
  /** How many bytes have gone, of how many. */
  readonly progress?: (sent: number, of: number) => void
  /** After so long without a byte going or an answer, it counts as broken. */
  readonly silentMs?: number
}

/** Sends something big. The answer rejects with a Problem, whose code is "cancelled" after `cancel`. */
export function upload<T>(
  method: "POST" | "PUT" | "PATCH",
  path: string,
  body: FormData | Blob,
  { headers = {}, progress, silentMs }: Options = {},
): Upload<T> {
  // fetch does not tell how far it is.
  const request = new XMLHttpRequest()
  let silence: ReturnType<typeof setTimeout> | undefined
  let isDead = false
  const heard = () => {
    clearTimeout(silence)
    if (silentMs !== undefined)
      silence = setTimeout(() => {
        isDead = true
        request.abort()
      }, silentMs)
  }
  const answer = new Promise<T>((resolve, reject) => {
    request.open(method, path)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.responseType = "json"
    request.upload.onprogress = ({ loaded, total }) => {
      heard()
      progress?.(loaded, total)
    }
    request.onloadend = () => clearTimeout(silence)
    request.onload = () => {
      const { status, response } = request
      const detail = (response ?? {}) as Record<string, unknown>
      if (status >= 200 && status < 300) resolve(response as T)
      else reject(new Problem(typeof detail.code === "string" ? detail.code : "internal", status, detail))
    }
    request.onerror = () => reject(new Problem("offline", 0, {}))
    request.onabort = () => reject(new Problem(isDead ? "offline" : "cancelled", 0, {}))
    heard()
    request.send(body)
  })
  return { answer, cancel: () => request.abort() }
}
