import { validateGuide } from "../../../../../server/commands/guides"
import { door } from "../../../../../server/door"
import { guideRevisionBody } from "../../../../../server/guideBodies"

export const POST = door(
  {
    for: "members",
    place: "guide",
    need: "write",
    body: guideRevisionBody,
    summary: "Validate a version of the interview guide, as one has seen it; from then on it stays so",
  },
  ({ services, params, caller, body }) =>
    validateGuide(services, { guide: params.guide!, by: caller.id, ...body }),
)
