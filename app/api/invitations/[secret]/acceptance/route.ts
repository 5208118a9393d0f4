import { acceptInvitation } from "../../../../../server/commands/acceptInvitation"
import { door, sameOrigin } from "../../../../../server/door"
import { acceptanceOfInvitationBody } from "../../../../../server/projectBodies"
import { Refusal } from "../../../../../server/refusal"

export const POST = door(
  {
    for: "anyone",
    bound: "link",
    summary:
      "Join a project by an invitation: as a new account, or with an empty body as who one is signed in as",
    body: acceptanceOfInvitationBody,
  },
  ({ services, request, caller, params, body }) => {
    const secret = params.secret!
    if (body) return acceptInvitation(services, { secret, as: body })
    if (!caller) throw new Refusal("not-signed-in")
    if (caller.by === "cookie" && !sameOrigin(services, request.headers)) throw new Refusal("wrong-origin")
    return acceptInvitation(services, { secret, as: caller.id })
  },
)
