import { createToken } from "../../../server/commands/createToken"
import { door } from "../../../server/door"
import { tokenBody } from "../../../server/projectBodies"
import { sessionsOf } from "../../../server/queries/me"
import { Refusal } from "../../../server/refusal"

export const GET = door(
  { for: "signed-in", summary: "One's personal access tokens" },
  ({ services, caller }) => sessionsOf(services, caller.id, "token"),
)

export const POST = door(
  {
    for: "signed-in",
    summary: "Make a personal access token; its secret is answered this once",
    body: tokenBody,
  },
  ({ services, caller, body }) => {
    // A token that leaked must not be able to outlive its revocation.
    if (caller.by === "token") throw new Refusal("not-allowed")
    return createToken(services, { account: caller.id, ...body })
  },
)
