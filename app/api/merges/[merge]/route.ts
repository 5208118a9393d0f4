import { undoMerge } from "../../../../server/commands/mergeCodes"
import { door } from "../../../../server/door"

export const DELETE = door(
  { for: "members", place: "codes", need: "write", summary: "Undo a merge or relation of two codes" },
  ({ services, caller, params }) => undoMerge(services, { merge: params.merge!, by: caller.id }),
)
