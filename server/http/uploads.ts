import { takePiece } from "../commands/sendRecording"
import { enter, type Rule } from "../door"
import { Refusal } from "../refusal"
import { headersOf, sendResponse } from "./nodeRequest"
import type { RawRoute } from "./rawRoutes"

const sending = {
  for: "members",
  place: "sending",
  need: "write",
  bound: "sending",
  summary:
    "A piece of one's own recording as the body, at most 16 MB; Upload-Offset is its place, which is how much has come. Answers how much has come now",
} as const satisfies Rule

/** `PATCH /api/projects/:id/uploads/:id`. */
export const takeUpload: RawRoute = {
  methods: ["PATCH"],
  path: "/api/projects/{project}/uploads/{upload}",
  rule: sending,
  answer: async (services, request, response, params) => {
    const entering = { headers: headersOf(request), method: "PATCH" }
    const { caller, project } = await enter(services, sending, entering, params)
    const said = String(request.headers["upload-offset"] ?? "")
    if (!/^\d{1,15}$/.test(said))
      throw new Refusal("invalid-body", { errors: [{ path: "Upload-Offset", message: "a number of bytes" }] })
    const piece = { offset: Number(said), stream: request }
    const one = { project: project!, by: caller!.id, upload: params.upload! }
    await sendResponse(Response.json(await takePiece(services, { ...one, ...piece })), response)
  },
}
