import { undoResolution } from "../../../../../server/commands/undoResolution"
import { door } from "../../../../../server/door"

export const DELETE = door(
  { for: "members", place: "review", need: "read", summary: "Reopen what was decided (who decided it may)" },
  ({ services, caller, params }) =>
    undoResolution(services, { disagreement: params.disagreement!, by: caller.id }),
)
