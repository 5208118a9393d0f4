import { referralBody } from "../../../../../server/bodies"
import { refer, withdrawReferral } from "../../../../../server/commands/refer"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Refer a disagreement to the supervisor",
    body: referralBody,
  },
  ({ services, caller, params, body }) =>
    refer(services, {
      disagreement: params.disagreement!,
      by: caller.id,
      reason: body.reason,
      whyNotListened: body.whyNotListened ?? null,
      key: body.idempotencyKey ?? null,
    }),
)

export const DELETE = door(
  { for: "members", place: "coding", need: "write", summary: "Take a referral back before it is ruled on" },
  ({ services, caller, params }) =>
    withdrawReferral(services, { disagreement: params.disagreement!, by: caller.id }),
)
