import { revokeSession } from "../../../../server/commands/revokeSession"
import { door } from "../../../../server/door"

export const DELETE = door(
  { for: "signed-in", summary: "Sign out somewhere, at once" },
  ({ services, caller, params }) => revokeSession(services, { session: params.session!, account: caller.id }),
)
