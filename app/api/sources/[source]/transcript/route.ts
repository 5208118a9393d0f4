import { door } from "../../../../../server/door"
import { transcriptOf } from "../../../../../server/queries/transcript"

export const GET = door(
  {
    for: "members",
    place: "transcript",
    need: "read",
    summary: "A source's transcript: speakers and placed turns",
  },
  ({ services, params }) => transcriptOf(services, params.source!),
)
