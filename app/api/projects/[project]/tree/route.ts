import { door } from "../../../../../server/door"
import { treeOf } from "../../../../../server/queries/tree"

export const GET = door(
  {
    for: "members",
    place: "tree",
    need: "read",
    bound: "gathering",
    summary: "The merged code tree: counts, provenance and quotes of what is revealed",
  },
  ({ services, project }) => treeOf(services, project),
)
