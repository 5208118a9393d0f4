import { dropUpload, uploadOf } from "../../../../../../server/commands/sendRecording"
import { door } from "../../../../../../server/door"

// Pieces are taken by the server itself, which streams (server/http/uploads.ts).
export const GET = door(
  {
    for: "members",
    place: "sending",
    need: "write",
    summary: "How much of one's own recording has come",
  },
  ({ services, params, project, caller }) =>
    uploadOf(services, { project, by: caller.id, upload: params.upload! }),
)

export const DELETE = door(
  {
    for: "members",
    place: "sending",
    need: "write",
    summary: "Drop what has come of one's own recording",
  },
  ({ services, params, project, caller }) =>
    dropUpload(services, { project, by: caller.id, upload: params.upload! }),
)
