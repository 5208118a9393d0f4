import { proposalBody } from "../../../../../server/bodies"
import { propose, withdrawProposal } from "../../../../../server/commands/propose"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Say what a disagreement should come to",
    body: proposalBody,
  },
  ({ services, caller, params, body }) =>
    propose(services, {
      disagreement: params.disagreement!,
      by: caller.id,
      verdict: body.verdict,
      reason: body.reason,
      oral: body.oral,
      whyNotListened: body.whyNotListened ?? null,
      key: body.idempotencyKey ?? null,
    }),
)

export const DELETE = door(
  { for: "members", place: "coding", need: "write", summary: "Take back one's proposal" },
  ({ services, caller, params }) =>
    withdrawProposal(services, { disagreement: params.disagreement!, by: caller.id }),
)
