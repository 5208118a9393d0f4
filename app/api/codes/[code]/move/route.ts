import { moveBody } from "../../../../../server/bodies"
import { moveCode } from "../../../../../server/commands/changeCodebook"
import { door } from "../../../../../server/door"

export const POST = door(
  { for: "members", place: "codes", need: "write", summary: "Move a code under another", body: moveBody },
  ({ services, caller, params, body }) =>
    moveCode(services, { code: params.code!, by: caller.id, parent: body.parent, order: body.order ?? null }),
)
