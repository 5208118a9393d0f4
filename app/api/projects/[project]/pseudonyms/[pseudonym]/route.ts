import { removePseudonym } from "../../../../../../server/commands/pseudonyms"
import { door } from "../../../../../../server/door"

export const DELETE = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "erasing",
    summary: "Take one name out of the key for good",
  },
  ({ services, params, project, caller }) =>
    removePseudonym(services, { project, pseudonym: params.pseudonym!, by: caller.id }),
)
