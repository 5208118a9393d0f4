import { door } from "../../../../../../../server/door"
import { standsOf } from "../../../../../../../server/queries/standsOf"

export const GET = door(
  {
    for: "members",
    place: "participants",
    need: "read",
    bound: "gathering",
    summary:
      "What stands in the project from a participant: turns, words, revealed codings, live notes, recordings, memos",
  },
  async ({ services, project, params, member }) => ({
    sources: await standsOf(services, project, params.participant!, member),
  }),
)
