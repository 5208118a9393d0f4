import { assignCoders } from "../../../../../server/commands/assignCoders"
import { door } from "../../../../../server/door"
import { assignmentsBody } from "../../../../../server/projectBodies"
import { membersNamed } from "../../../../../server/queries/members"

export const PUT = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    summary: "Say who codes a source: one or two members, by id or e-mail, in the order they are shown",
    body: assignmentsBody,
  },
  async ({ services, project, params, caller, body }) => {
    const coders = await membersNamed(services, project, body.coders)
    await assignCoders(services, { source: params.source!, by: caller.id, coders })
    return { coders }
  },
)
