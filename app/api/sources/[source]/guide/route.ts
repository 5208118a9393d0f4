import { chooseGuide } from "../../../../../server/commands/guides"
import { door } from "../../../../../server/door"
import { guideUseBody } from "../../../../../server/guideBodies"

// Whoever writes the notes of an event prepares it.
export const PUT = door(
  {
    for: "members",
    place: "notes",
    need: "write",
    body: guideUseBody,
    summary: "Say which version of the interview guide an event asks from; answers its questions",
  },
  ({ services, params, caller, body }) =>
    chooseGuide(services, { source: params.source!, guide: body.guide, by: caller.id }),
)
