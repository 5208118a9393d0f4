import { declarationBody } from "../../../../../server/bodies"
import { declareTalk } from "../../../../../server/commands/expose"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Say whether the two had talked about this coding before the first reveal",
    body: declarationBody,
  },
  ({ services, caller, params, body }) =>
    declareTalk(services, { source: params.source!, by: caller.id, ...body }),
)
