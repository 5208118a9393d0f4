import { undoCodeChange } from "../../../../../../server/commands/undoCodeChange"
import { door } from "../../../../../../server/door"
import { undoableOf } from "../../../../../../server/queries/undoable"

export const GET = door(
  {
    for: "members",
    place: "codes",
    need: "write",
    summary: "One's own latest change of the codebook that can be taken back; null: none",
  },
  async ({ services, caller, project }) => ({
    undoable: await undoableOf(services.db, { project, by: caller.id, code: null }),
  }),
)

export const POST = door(
  {
    for: "members",
    place: "codes",
    need: "write",
    summary: "Take back one's own latest change of the codebook",
  },
  ({ services, caller, project }) => undoCodeChange(services, { project, by: caller.id, code: null }),
)
