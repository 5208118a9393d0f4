import { exposureBody } from "../../../../../server/bodies"
import { expose } from "../../../../../server/commands/expose"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Keep that one has opened or talked about a revealed passage",
    body: exposureBody,
  },
  ({ services, caller, params, body }) =>
    expose(services, { source: params.source!, by: caller.id, ...body }),
)
