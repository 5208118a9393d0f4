import { listen } from "../../../../../../server/commands/listen"
import { disagreementBehind } from "../../../../../../server/commands/ruleQueued"
import { door } from "../../../../../../server/door"
import { queueListeningBody } from "../../../../../../server/queueBodies"

export const POST = door(
  {
    for: "members",
    place: "queue",
    need: "write",
    summary: "Keep that the supervisor has listened again to what the queue shows",
    body: queueListeningBody,
  },
  async ({ services, caller, project, body }) => {
    const { item, idempotencyKey: key = null, ...heard } = body
    const { id } = await disagreementBehind(services, project, item)
    return listen(services, { disagreement: id, by: caller.id, ...heard, key })
  },
)
