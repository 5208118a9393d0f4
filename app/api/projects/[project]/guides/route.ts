import { beginGuide } from "../../../../../server/commands/guides"
import { door } from "../../../../../server/door"
import { guidesOf } from "../../../../../server/queries/guides"

export const GET = door(
  {
    for: "members",
    place: "guide",
    need: "read",
    summary:
      "The interview guide, version by version: questions, prompts, who validated which, which events asked from it",
  },
  async ({ services, project }) => ({ guides: await guidesOf(services, project) }),
)

export const POST = door(
  {
    for: "members",
    place: "guide",
    need: "write",
    summary: "Begin the next version of the interview guide, as the last one stands",
  },
  ({ services, project, caller }) => beginGuide(services, { project, by: caller.id }),
)
