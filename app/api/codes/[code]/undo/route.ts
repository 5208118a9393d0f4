import { undoCodeChange } from "../../../../../server/commands/undoCodeChange"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "codes",
    need: "write",
    summary: "Take back one's own latest change of this code",
  },
  ({ services, caller, params, project }) =>
    undoCodeChange(services, { project, by: caller.id, code: params.code! }),
)
