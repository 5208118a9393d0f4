import { consentToWeaken, endWeakening } from "../../../../../../server/commands/weakenBlindness"
import { door } from "../../../../../../server/door"
import { weakeningNamedBody } from "../../../../../../server/projectBodies"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Consent to the weaker policy that is asked for; the last consent puts it in force",
    body: weakeningNamedBody,
  },
  ({ services, caller, params, body }) =>
    consentToWeaken(services, { source: params.source!, weakening: body.weakening, by: caller.id }),
)

export const DELETE = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Decline what is asked, or take one's consent back: the policy stays as it is",
    body: weakeningNamedBody,
  },
  ({ services, caller, params, body }) =>
    endWeakening(services, {
      source: params.source!,
      weakening: body.weakening,
      by: caller.id,
      as: "declined",
    }),
)
