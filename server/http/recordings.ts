import type { IncomingMessage, ServerResponse } from "node:http"
import { pipeline } from "node:stream/promises"
import { eq } from "drizzle-orm"
import { accessTo } from "../../core/access"
import { LONGEST_MS } from "../../core/model"
import { recording } from "../../db/schema"
import { attachRecording, demandNoRecording } from "../commands/attachRecording"
import { wholeUpload } from "../commands/sendRecording"
import { enter, type Rule } from "../door"
import { MOST_RECORDING_BYTES } from "../recordings"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { readRange } from "./byteRange"
import { keepRecording } from "./keepRecording"
import { headersOf, sendResponse } from "./nodeRequest"
import type { RawRoute } from "./rawRoutes"
import { uploadNamed } from "./uploadNamed"

const listening = {
  for: "members",
  place: "recording",
  need: "read",
  summary: "A source's recording, or the stretch of it that a Range header names",
} as const satisfies Rule

/** `GET`, `HEAD /api/sources/:id/recording`. Which bytes were asked for is not noted anywhere (B19). */
export const playRecording: RawRoute = {
  methods: ["GET", "HEAD"],
  path: "/api/sources/{source}/recording",
  rule: listening,
  answer: async (services, request, response, params) => {
    await enter(services, listening, { headers: headersOf(request), method: request.method! }, params)
    const [row] = await services.db.select().from(recording).where(eq(recording.source, params.source!))
    const kept = row && (await services.recordings.stat(row.key))
    if (!row || !kept) throw new Refusal("not-found")
    const tag = `"${row.key}"`
    const isSame = request.headers["if-range"] === undefined || request.headers["if-range"] === tag
    const range = isSame ? readRange(request.headers.range, kept.bytes) : null
    response.setHeader("accept-ranges", "bytes")
    response.setHeader("cache-control", "private, no-store")
    response.setHeader("etag", tag)
    if (range === "none") {
      response.writeHead(416, { "content-range": `bytes */${kept.bytes}` }).end()
      return
    }
    response.setHeader("content-type", row.mime)
    response.setHeader("content-length", range ? range.end - range.start + 1 : kept.bytes)
    if (range) response.setHeader("content-range", `bytes ${range.start}-${range.end}/${kept.bytes}`)
    response.writeHead(range ? 206 : 200)
    if (request.method === "HEAD") response.end()
    else await send(services, row.key, range, response)
  },
}

/** Whoever seeks or leaves breaks the answer off: that is no failure. */
async function send(
  { recordings }: Services,
  key: string,
  range: { start: number; end: number } | null,
  response: ServerResponse,
): Promise<void> {
  try {
    await pipeline(recordings.read(key, range ?? undefined), response)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error
  }
}

const attaching = {
  for: "members",
  place: "giving",
  need: "write",
  bound: "importing",
  summary:
    "Give a source its recording, an owner in the place of another: the file as the body, its name percent-encoded in X-File-Name; or, with ?upload=, one that was sent in pieces; ?durationMs= says how long it is",
} as const satisfies Rule

/** `PUT /api/sources/:id/recording`. */
export const putRecording: RawRoute = {
  methods: ["PUT"],
  path: "/api/sources/{source}/recording",
  rule: attaching,
  answer: async (services, request, response, params) => {
    const entering = { headers: headersOf(request), method: "PUT" }
    const { caller, project, member } = await enter(services, attaching, entering, params)
    const replaces = accessTo({ kind: "settings" }, member) === "write"
    const { searchParams } = new URL(request.url!, "http://here")
    const upload = uploadNamed(searchParams.get("upload"))
    const durationMs = lengthSaid(searchParams.get("durationMs"))
    // Before its bytes come; and again when they have.
    if (!replaces) await demandNoRecording(services, params.source!)
    if (Number(request.headers["content-length"] ?? 0) > MOST_RECORDING_BYTES) {
      throw new Refusal("too-large", { limit: MOST_RECORDING_BYTES })
    }
    const come =
      upload === null
        ? await keepRecording(services, { stream: request, name: fileNameOf(request) })
        : await wholeUpload(services, { project: project!, by: caller!.id, upload })
    const kept = { ...come, durationMs }
    const giving = { source: params.source!, by: caller!.id, recording: kept, upload, replaces }
    try {
      await attachRecording(services, giving)
    } catch (error) {
      await services.recordings.remove(kept.key)
      throw error
    }
    const { mime, bytes, originalName } = kept
    await sendResponse(Response.json({ mime, bytes, originalName, durationMs }), response)
  },
}

/** How long whoever sends it says it is; null: not. */
function lengthSaid(said: string | null): number | null {
  if (said === null) return null
  if (/^\d{1,10}$/.test(said) && Number(said) > 0 && Number(said) <= LONGEST_MS) return Number(said)
  throw new Refusal("invalid-body", { errors: [{ path: "durationMs", message: "milliseconds" }] })
}

function fileNameOf(request: IncomingMessage): string {
  const sent = String(request.headers["x-file-name"] ?? "")
  try {
    return decodeURIComponent(sent)
  } catch {
    return sent
  }
}
