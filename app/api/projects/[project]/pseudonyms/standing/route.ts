import { door } from "../../../../../../server/door"
import { namesInExport } from "../../../../../../server/queries/pseudonyms"

export const GET = door(
  {
    for: "members",
    place: "export",
    need: "read",
    bound: "exporting",
    summary: "How many names of the key an export made now would hold, and in which sources; no name",
  },
  ({ services, project, caller }) => namesInExport(services, project, caller.id),
)
