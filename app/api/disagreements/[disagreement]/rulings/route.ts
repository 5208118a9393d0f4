import { rulingBody } from "../../../../../server/bodies"
import { rule } from "../../../../../server/commands/rule"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "ruling",
    need: "write",
    summary: "Decide what was referred, with a reason",
    body: rulingBody,
  },
  ({ services, caller, params, body }) =>
    rule(services, {
      disagreement: params.disagreement!,
      by: caller.id,
      notedBy: null,
      verdict: body.verdict,
      reason: body.reason,
      whyNotListened: body.whyNotListened ?? null,
      key: body.idempotencyKey ?? null,
    }),
)
