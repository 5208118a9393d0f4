import { movePassages } from "../../../../../server/commands/movePassages"
import { door } from "../../../../../server/door"
import { passagesBody } from "../../../../../server/projectBodies"

export const PUT = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "opening",
    summary:
      "Cut a source into passages anew: `starts` are the turns at which they begin; until coding opens",
    body: passagesBody,
  },
  ({ services, params, caller, body }) =>
    movePassages(services, { source: params.source!, by: caller.id, starts: body.starts }),
)
