import type { IncomingMessage } from "node:http"
import type { Readable } from "node:stream"
import busboy from "busboy"
import { storable } from "../../core/text"
import { Refusal } from "../refusal"

export interface UploadedFile {
  readonly field: string
  /** As the sender calls it; shown, never used as a path. */
  readonly name: string
  readonly stream: Readable
}

/** The fields of a form, each with all its values in the order they came, as they can be kept. */
export type Fields = ReadonlyMap<string, readonly string[]>

const MB = 1024 * 1024
const limits = { fieldSize: 32 * MB, fields: 100, files: 4, parts: 110, fieldNameSize: 100 }

/**
 * Reads a form with files while it arrives: each file is handed to `take` as a stream, one after the other. Rejects
 * when the form breaks off or a file is refused, after every `take` has come to its end.
 */
export async function readMultipart(
  request: IncomingMessage,
  take: (file: UploadedFile) => Promise<void>,
): Promise<Fields> {
  const form = openForm(request)
  const fields = new Map<string, string[]>()
  const taken: Promise<void>[] = []
  try {
    await new Promise<void>((resolve, reject) => {
      form.on("field", (field, value, { valueTruncated }) => {
        if (valueTruncated) reject(new Refusal("too-large", { field, limit: limits.fieldSize }))
        else fields.set(field, [...(fields.get(field) ?? []), storable(value)])
      })
      form.on("file", (field, stream, { filename }) => {
        stream.on("error", () => {}) // who takes it hears of it; unheard, it would end the process
        const one = take({ field, name: filename ?? "", stream })
        taken.push(one)
        one.catch(reject)
      })
      for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const) {
        form.on(limit, () => reject(new Refusal("invalid-body", { reason: "too many parts" })))
      }
      form.on("error", () => reject(new Refusal("invalid-body", { reason: "not a form" })))
      form.on("close", resolve)
      request.on("close", () => {
        if (!request.complete) reject(new Refusal("upload-broken-off"))
      })
      request.pipe(form)
    })
    await Promise.all(taken)
    return fields
  } catch (error) {
    request.unpipe(form)
    form.destroy()
    await Promise.allSettled(taken)
    throw error
  }
}

function openForm(request: IncomingMessage) {
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: "utf8" })
  } catch {
    throw new Refusal("invalid-body", { reason: "not a form" })
  }
}
