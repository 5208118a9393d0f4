import { door } from "../../../../../server/door"
import { waveformOf } from "../../../../../server/queries/waveform"

export const GET = door(
  {
    for: "members",
    place: "recording",
    need: "read",
    summary:
      "What the recording looks like: its lowest and highest samples, 50 times a second (see core/peaks.ts); 202 while they are made",
  },
  async ({ services, params, request }) => {
    const waveform = await waveformOf(services, params.source!)
    const headers = { "cache-control": "private, no-store" }
    if (waveform.is === "making")
      return Response.json(
        { fraction: waveform.fraction },
        { status: 202, headers: { ...headers, "retry-after": "1" } },
      )
    const tagged = { ...headers, etag: waveform.tag }
    if (request.headers.get("if-none-match") === waveform.tag)
      return new Response(null, { status: 304, headers: tagged })
    return new Response(waveform.bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...tagged, "content-type": "application/octet-stream" },
    })
  },
)
