import { listeningBody } from "../../../../../server/bodies"
import { listen } from "../../../../../server/commands/listen"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "review",
    need: "read",
    summary: "Keep that one has listened to a disagreement's clip again",
    body: listeningBody,
  },
  ({ services, caller, params, body: { idempotencyKey: key = null, ...heard } }) =>
    listen(services, { disagreement: params.disagreement!, by: caller.id, ...heard, key }),
)
