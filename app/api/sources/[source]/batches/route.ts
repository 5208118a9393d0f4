import { batchBody } from "../../../../../server/bodies"
import { settleOmissions } from "../../../../../server/commands/settleOmissions"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    bound: "gathering",
    summary: "Keep or drop several codings that one coder alone made",
    body: batchBody,
  },
  ({ services, caller, params, body: { idempotencyKey: key = null, ...batch } }) =>
    settleOmissions(services, { source: params.source!, by: caller.id, ...batch, key }),
)
