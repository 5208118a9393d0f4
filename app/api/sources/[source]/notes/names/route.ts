import { door } from "../../../../../../server/door"
import { notesOf } from "../../../../../../server/queries/notes"
import { namesStandingIn } from "../../../../../../server/queries/pseudonyms"

export const GET = door(
  {
    for: "members",
    place: "notes",
    need: "read",
    bound: "gathering",
    summary: "How many names of the key a table made now of what was noted live would hold; no name",
  },
  async ({ services, project, params }) => ({
    names: await namesStandingIn(services.db, project, await notesOf(services, params.source!)),
  }),
)
