import { revokeMemberCheck } from "../../../../../../server/commands/memberChecks"
import { door } from "../../../../../../server/door"

export const DELETE = door(
  {
    for: "members",
    place: "memberCheck",
    need: "write",
    summary: "End a participant's link at once; what came by it stays",
  },
  ({ services, params, caller }) =>
    revokeMemberCheck(services, { source: params.source!, by: caller.id, check: params.check! }),
)
