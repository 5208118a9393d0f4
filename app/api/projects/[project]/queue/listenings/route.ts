import { listen } from "../../../../../../server/commands/listen"
import { disagreementBehind } from "../../../../../../server/commands/ruleQueued"
import { door } from "../../../../../../server/door"
import { queueListeningBody } from "../../../../../../server/queueBodies"
import { Refusal } from "../../../../../../server/refusal"

export const POST = door(
  {
    for: "members",
    place: "tree",
    need: "read",
    summary: "Keep that the supervisor has listened again to what the queue shows",
    body: queueListeningBody,
  },
  async ({ services, caller, member, project, body }) => {
    if (member.role !== "supervisor") throw new Refusal("not-allowed")
    const { item, ...heard } = body
    const { id } = await disagreementBehind(services, project, item)
    return listen(services, { disagreement: id, by: caller.id, ...heard })
  },
)
