import { askToWeaken, endWeakening } from "../../../../../server/commands/weakenBlindness"
import { door } from "../../../../../server/door"
import { weakeningBody, weakeningNamedBody } from "../../../../../server/projectBodies"

export const POST = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    summary: "Ask the coders of a running source to consent to a weaker policy",
    body: weakeningBody,
  },
  ({ services, caller, params, body }) =>
    askToWeaken(services, { source: params.source!, by: caller.id, to: body.to }),
)

export const DELETE = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    summary: "Withdraw what was asked, until it is in force",
    body: weakeningNamedBody,
  },
  ({ services, caller, params, body }) =>
    endWeakening(services, {
      source: params.source!,
      weakening: body.weakening,
      by: caller.id,
      as: "withdrawn",
    }),
)
