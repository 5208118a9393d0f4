import { disagreementBehind, ruleQueued } from "../../../../../../server/commands/ruleQueued"
import { undoResolution } from "../../../../../../server/commands/undoResolution"
import { door } from "../../../../../../server/door"
import { queueItemBody, queueRulingBody } from "../../../../../../server/queueBodies"
import { Refusal } from "../../../../../../server/refusal"

export const POST = door(
  {
    for: "members",
    place: "tree",
    need: "read",
    summary: "Decide what the queue shows, under the id it has there",
    body: queueRulingBody,
  },
  ({ services, caller, member, project, body }) => {
    if (member.role !== "supervisor") throw new Refusal("not-allowed")
    const { item, verdict, reason, whyNotListened } = body
    return ruleQueued(services, {
      project,
      item,
      by: caller.id,
      verdict,
      reason,
      whyNotListened: whyNotListened ?? null,
    })
  },
)

export const DELETE = door(
  {
    for: "members",
    place: "tree",
    need: "read",
    summary: "Reopen what one has decided, under the id it has in the queue",
    body: queueItemBody,
  },
  async ({ services, caller, member, project, body }) => {
    if (member.role !== "supervisor") throw new Refusal("not-allowed")
    const { id } = await disagreementBehind(services, project, body.item)
    await undoResolution(services, { disagreement: id, by: caller.id })
  },
)
