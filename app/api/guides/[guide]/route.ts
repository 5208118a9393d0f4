import { dropGuide, writeGuide } from "../../../../server/commands/guides"
import { door } from "../../../../server/door"
import { guideBody, guideRevisionBody } from "../../../../server/guideBodies"

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

export const DELETE = door(
  {
    for: "members",
    place: "guide",
    need: "write",
    bound: "erasing",
    body: guideRevisionBody,
    summary:
      "Throw an open version of the interview guide away, for good; `revision` says which one has seen. Never one that was validated or that an event asks from",
  },
  ({ services, params, caller, body }) =>
    dropGuide(services, { guide: params.guide!, by: caller.id, ...body }),
)
