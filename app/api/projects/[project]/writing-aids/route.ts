import { chooseWritingAids } from "../../../../../server/commands/chooseWritingAids"
import { door } from "../../../../../server/door"
import { writingAidsBody } from "../../../../../server/projectBodies"
import { writingAidsOf } from "../../../../../server/queries/writingAids"

export const GET = door(
  {
    for: "members",
    place: "project",
    need: "read",
    summary: "One's own keys and abbreviations for writing transcripts",
  },
  ({ services, project, caller }) => writingAidsOf(services, project, caller.id),
)

// Whoever sees the project may: it is theirs alone, and changes nothing there.
export const PATCH = door(
  {
    for: "members",
    place: "project",
    need: "read",
    summary:
      "Change one's own keys for writing transcripts, or some abbreviations: `long` null takes one away",
    body: writingAidsBody,
  },
  async ({ services, project, caller, body }) => {
    await chooseWritingAids(services, { project, by: caller.id, aids: body })
    return writingAidsOf(services, project, caller.id)
  },
)
