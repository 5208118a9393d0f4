/** What a form of the page sends. */
export interface SentForm {
  readonly act: "save" | "remove" | "finish"
  readonly key: string
  readonly place: string
  readonly number: number
  readonly body: string
}

/** A comment of the greatest length in the widest letters, escaped as forms do, and its other fields. */
const MOST_BYTES = 64_000

/** Reads what was sent, no further than a comment can be long; null for what is longer. */
export async function formOf(request: Request): Promise<SentForm | null> {
  const text = await textOf(request)
  if (text === null) return null
  const sent = new URLSearchParams(text)
  const read = (name: string) => sent.get(name) ?? ""
  const act = read("act")
  const number = Number(read("number"))
  return {
    act: act === "remove" || act === "finish" ? act : "save",
    key: read("key").slice(0, 200),
    place: read("place").slice(0, 100),
    number: Number.isInteger(number) && number >= 0 && number < 1_000_000 ? number : 0,
    // A form sends every end of a line as two signs.
    body: read("body").replaceAll("\r\n", "\n"),
  }
}

async function textOf(request: Request): Promise<string | null> {
  const reader = request.body?.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) return Buffer.concat(pieces).toString("utf8")
    length += value.length
    if (length > MOST_BYTES) {
      await reader?.cancel()
      return null
    }
    pieces.push(value)
  }
}
