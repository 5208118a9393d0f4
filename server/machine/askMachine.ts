/**
 * Asks a program that turns speech into words, over HTTP: the server of whisper.cpp (`/inference`) or whatever
 * speaks as OpenAI's transcriptions do (`/v1/audio/transcriptions`). Both take a form with the file and answer JSON
 * with `segments` where `response_format` is `verbose_json`.
 */
import { randomUUID } from "node:crypto"
import { request as ofHttp } from "node:http"
import { request as ofHttps } from "node:https"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

export interface Program {
  readonly url: string
  /** Sent as a bearer token. */
  readonly key: string | null
  readonly model: string
  /** ISO 639-1; null: the program finds out. */
  readonly language: string | null
}

export interface Sound {
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly read: () => Readable
}

/** Why no words came. */
export type MachineTrouble = "unreachable" | "refused" | "not-understood" | "no-words"

export class MachineError extends Error {
  override readonly name = "MachineError"
  constructor(
    readonly trouble: MachineTrouble,
    /** For the log of whoever runs the server: a status, an error of the network. Never what was said. */
    why: string,
  ) {
    super(`${trouble}: ${why}`)
  }
}

/** As much as a transcript may have that is brought in: two days of speech with the time of each word. */
const MOST_ANSWERED = 32 * 1024 * 1024

/** What the program answered, as JSON. Waits as long as it takes: an hour of sound can take hours. Throws a MachineError. */
export async function askMachine(program: Program, sound: Sound, signal: AbortSignal): Promise<unknown> {
  const boundary = `binome-${randomUUID()}`
  const fields = {
    model: program.model,
    response_format: "verbose_json",
    temperature: "0",
    ...(program.language ? { language: program.language } : {}),
  }
  const head = Buffer.from(formOf(boundary, fields, sound))
  const foot = Buffer.from(`\r\n--${boundary}--\r\n`)
  const url = new URL(program.url)
  const answer = new Promise<Buffer>((resolve, reject) => {
    const asked = (url.protocol === "https:" ? ofHttps : ofHttp)(url, {
      method: "POST",
      signal,
      headers: {
        accept: "application/json",
        "content-type": `multipart/form-data; boundary=${boundary}`,
        "content-length": head.length + sound.bytes + foot.length,
        ...(program.key ? { authorization: `Bearer ${program.key}` } : {}),
      },
    })
    asked.on("response", (response) => {
      const { statusCode = 0 } = response
      if (statusCode < 200 || statusCode > 299) {
        response.resume()
        reject(new MachineError("refused", `status ${statusCode}`))
        asked.destroy()
        return
      }
      wholeOf(response).then(resolve, reject)
    })
    const failed = (error: Error) => reject(new MachineError("unreachable", nameOf(error)))
    asked.on("error", failed)
    // It may answer before all was sent, as where it refuses: what it says counts, not that it listens no longer.
    pipeline(async function* () {
      yield head
      yield* sound.read()
      yield foot
    }, asked).catch((error) => setTimeout(() => failed(error), 1_000).unref())
  })
  const bytes = await answer
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown
  } catch {
    throw new MachineError("not-understood", "no JSON")
  }
}

function formOf(boundary: string, fields: Readonly<Record<string, string>>, { name, mime }: Sound): string {
  const field = ([key, value]: readonly [string, string]) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${mime}\r\n\r\n`
  return Object.entries(fields).map(field).join("") + file
}

async function wholeOf(response: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MOST_ANSWERED)
      throw new MachineError("not-understood", "a longer answer than any transcript")
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const nameOf = (error: Error) => ("code" in error ? String(error.code) : error.name)
