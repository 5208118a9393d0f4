import { undoCodeChange } from "../../../../../../server/commands/changeCodebook"
import { door } from "../../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "codes",
    need: "write",
    summary: "Take back one's own latest change of the codebook",
  },
  ({ services, caller, project }) => undoCodeChange(services, { project, by: caller.id, code: null }),
)
