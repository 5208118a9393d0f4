import { disagreementBehind, ruleQueued } from "../../../../../../server/commands/ruleQueued"
import { undoResolution } from "../../../../../../server/commands/undoResolution"
import { door } from "../../../../../../server/door"
import { queueItemBody, queueRulingBody } from "../../../../../../server/queueBodies"

export const POST = door(
  {
    for: "members",
    place: "queue",
    need: "write",
    summary: "Decide what the queue shows, under the id it has there",
    body: queueRulingBody,
  },
  ({ services, caller, project, body }) => {
    const { item, verdict, reason, whyNotListened } = body
    return ruleQueued(services, {
      project,
      item,
      by: caller.id,
      verdict,
      reason,
      whyNotListened: whyNotListened ?? null,
      key: body.idempotencyKey ?? null,
    })
  },
)

export const DELETE = door(
  {
    for: "members",
    place: "queue",
    need: "write",
    summary: "Reopen what one has decided, under the id it has in the queue",
    body: queueItemBody,
  },
  async ({ services, caller, project, body }) => {
    const { id } = await disagreementBehind(services, project, body.item)
    await undoResolution(services, { disagreement: id, by: caller.id })
  },
)
