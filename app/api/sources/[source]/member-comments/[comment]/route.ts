import { handleMemberComment } from "../../../../../../server/commands/memberChecks"
import { door } from "../../../../../../server/door"
import { outcomeBody } from "../../../../../../server/memberCheckBodies"

export const PATCH = door(
  {
    for: "members",
    place: "memberCheck",
    need: "write",
    body: outcomeBody,
    summary: "Say what was done about a participant's comment; `outcome` null: nothing yet",
  },
  ({ services, params, caller, body }) =>
    handleMemberComment(services, {
      source: params.source!,
      by: caller.id,
      comment: params.comment!,
      ...body,
    }),
)
