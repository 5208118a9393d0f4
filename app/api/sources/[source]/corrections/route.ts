import { correctionBody } from "../../../../../server/bodies"
import { correct } from "../../../../../server/commands/correct"
import { door } from "../../../../../server/door"
import { correctionsFor } from "../../../../../server/queries/corrections"

export const GET = door(
  {
    for: "members",
    place: "correcting",
    need: "read",
    summary:
      "What was corrected in a transcript: before, after, when, and by whom, as far as it is not blind",
  },
  async ({ services, params, member }) => ({
    corrections: await correctionsFor(services.db, params.source!, member),
  }),
)

export const POST = door(
  {
    for: "members",
    place: "correcting",
    need: "write",
    bound: "correcting",
    body: correctionBody,
    summary: "Correct words of a transcript that is being coded; no coding moves",
  },
  ({ services, params, caller, body }) =>
    correct(services, { ...body, source: params.source!, by: caller.id, key: body.idempotencyKey }),
)
