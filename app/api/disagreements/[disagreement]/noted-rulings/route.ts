import { notedRulingBody } from "../../../../../server/bodies"
import { rule } from "../../../../../server/commands/rule"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Note an opinion that the supervisor gave in a meeting",
    body: notedRulingBody,
  },
  ({ services, caller, params, body }) =>
    rule(services, {
      disagreement: params.disagreement!,
      by: body.opinionOf,
      notedBy: caller.id,
      verdict: body.verdict,
      reason: body.reason,
      whyNotListened: null,
      key: body.idempotencyKey ?? null,
    }),
)
