import { door } from "../../../../../server/door"
import { reviewOf } from "../../../../../server/queries/review"

export const GET = door(
  {
    for: "members",
    place: "review",
    need: "read",
    bound: "gathering",
    summary: "What has been revealed of a source, and what was said about it",
  },
  ({ services, params }) => reviewOf(services, params.source!),
)
