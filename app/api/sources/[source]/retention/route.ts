import { keepUntil } from "../../../../../server/commands/keepUntil"
import { door } from "../../../../../server/door"
import { retentionBody } from "../../../../../server/projectBodies"

export const PUT = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    summary:
      "Say on which day the recording is destroyed (`destroyOn`, as 2027-05-03), or that none is planned",
    body: retentionBody,
  },
  ({ services, params, caller, body }) =>
    keepUntil(services, { source: params.source!, by: caller.id, destroyOn: body.destroyOn }),
)
