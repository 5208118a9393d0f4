import { eraseWords } from "../../../../../server/commands/eraseWords"
import { door } from "../../../../../server/door"
import { erasureBody } from "../../../../../server/projectBodies"
import { whereWords } from "../../../../../server/queries/whereWords"

export const GET = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "gathering",
    summary:
      "Where a word or name stands (`find`): transcript, labels, what is revealed about the source, codes, shared memos",
  },
  ({ services, params, request }) =>
    whereWords(services, params.source!, new URL(request.url).searchParams.get("find")?.slice(0, 200) ?? ""),
)

export const POST = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "erasing",
    summary:
      "Erase words for good: places in the transcript with the words seen there, places elsewhere, a mark instead of each word",
    body: erasureBody,
  },
  async ({ services, params, caller, body }) => {
    await eraseWords(services, { source: params.source!, by: caller.id, ...body })
    return {}
  },
)
