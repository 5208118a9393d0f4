import { Problem } from "./api"

export interface Upload<T> {
  readonly answer: Promise<T>
  readonly cancel: () => void
}

interface Options {
  readonly headers?: Readonly<Record<string, string>>
  /** How many bytes have gone, of how many. */
  readonly progress?: (sent: number, of: number) => void
}

/** Sends something big. The answer rejects with a Problem, whose code is "cancelled" after `cancel`. */
export function upload<T>(
  method: "POST" | "PUT",
  path: string,
  body: FormData | Blob,
  { headers = {}, progress }: Options = {},
): Upload<T> {
  // fetch does not tell how far it is.
  const request = new XMLHttpRequest()
  const answer = new Promise<T>((resolve, reject) => {
    request.open(method, path)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.responseType = "json"
    request.upload.onprogress = ({ loaded, total }) => progress?.(loaded, total)
    request.onload = () => {
      const { status, response } = request
      const detail = (response ?? {}) as Record<string, unknown>
      if (status >= 200 && status < 300) resolve(response as T)
      else reject(new Problem(typeof detail.code === "string" ? detail.code : "internal", status, detail))
    }
    request.onerror = () => reject(new Problem("offline", 0, {}))
    request.onabort = () => reject(new Problem("cancelled", 0, {}))
    request.send(body)
  })
  return { answer, cancel: () => request.abort() }
}
