import { writeGuide } from "../../../../server/commands/guides"
import { door } from "../../../../server/door"
import { guideBody } from "../../../../server/guideBodies"

export const PUT = door(
  {
    for: "members",
    place: "guide",
    need: "write",
    body: guideBody,
    summary:
      "Write an open version of the interview guide, as it is to be; `revision` says which one has seen",
  },
  ({ services, params, caller, body }) =>
    writeGuide(services, { guide: params.guide!, by: caller.id, ...body }),
)
