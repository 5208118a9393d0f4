import { revokeSession } from "../../../../server/commands/revokeSession"
import { door } from "../../../../server/door"

export const DELETE = door(
  { for: "signed-in", summary: "Revoke a personal access token, at once" },
  ({ services, caller, params }) => revokeSession(services, { session: params.token!, account: caller.id }),
)
