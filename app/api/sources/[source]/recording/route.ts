import { destroyRecording } from "../../../../../server/commands/keepUntil"
import { door } from "../../../../../server/door"
import { deletionBody } from "../../../../../server/projectBodies"

// Listening and sending are answered by the server itself, which streams (server/http/recordings.ts).
export const DELETE = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "erasing",
    summary: "Destroy a source's recording now; the source's title in the body says that it is meant",
    body: deletionBody,
  },
  ({ services, params, caller, body }) =>
    destroyRecording(services, { source: params.source!, by: caller.id, title: body.title }),
)
