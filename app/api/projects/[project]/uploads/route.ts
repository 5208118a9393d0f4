import { beginUpload, uploadsOf } from "../../../../../server/commands/sendRecording"
import { door } from "../../../../../server/door"
import { uploadBody } from "../../../../../server/projectBodies"

export const GET = door(
  {
    for: "members",
    place: "sending",
    need: "write",
    summary: "One's own recordings that are on their way into a project, and how much of each has come",
  },
  ({ services, project, caller }) => uploadsOf(services, { project, by: caller.id }),
)

export const POST = door(
  {
    for: "members",
    place: "sending",
    need: "write",
    bound: "sending",
    summary:
      "Begin to send a recording in pieces, or go on with the same file (name, bytes, modifiedAt): answers how much has come",
    body: uploadBody,
  },
  ({ services, project, caller, body }) => beginUpload(services, { project, by: caller.id, ...body }),
)
