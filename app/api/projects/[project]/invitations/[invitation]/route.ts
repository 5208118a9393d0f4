import { revokeInvitation } from "../../../../../../server/commands/revokeInvitation"
import { door } from "../../../../../../server/door"

export const DELETE = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    summary: "Take back an invitation nobody has followed",
  },
  ({ services, project, caller, params }) =>
    revokeInvitation(services, { project, by: caller.id, invitation: params.invitation! }),
)
