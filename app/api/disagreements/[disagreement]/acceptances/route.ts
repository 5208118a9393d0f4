import { acceptanceBody } from "../../../../../server/bodies"
import { accept } from "../../../../../server/commands/accept"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Agree with the proposal on the table, named by id and revision",
    body: acceptanceBody,
  },
  ({ services, caller, params, body }) =>
    accept(services, {
      disagreement: params.disagreement!,
      by: caller.id,
      proposal: body.proposal,
      revision: body.revision,
      whyNotListened: body.whyNotListened ?? null,
      key: body.idempotencyKey ?? null,
    }),
)
