import { newCodeBody } from "../../../../../server/bodies"
import { createCode } from "../../../../../server/commands/changeCodebook"
import { door } from "../../../../../server/door"
import { codebookOf } from "../../../../../server/queries/tree"

export const GET = door(
  { for: "members", place: "codebook", need: "read", summary: "The codebook: codes, categories, merges" },
  ({ services, project }) => codebookOf(services.db, project),
)

export const POST = door(
  {
    for: "members",
    place: "codes",
    need: "write",
    summary: "Make a code or a category in the codebook",
    body: newCodeBody,
  },
  ({ services, caller, project, body }) => {
    const { id, ...fields } = body
    return createCode(services, { project, by: caller.id, ...fields, ...(id === undefined ? {} : { id }) })
  },
)
