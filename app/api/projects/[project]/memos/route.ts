import { newMemoBody } from "../../../../../server/bodies"
import { createMemo } from "../../../../../server/commands/memos"
import { door } from "../../../../../server/door"
import { memosFor } from "../../../../../server/queries/memos"

export const GET = door(
  {
    for: "members",
    place: "memos",
    need: "read",
    summary: "Memos: those that are shared, and one's own; with `find`, those that hold some words",
  },
  async ({ services, project, caller, request }) => {
    const words = new URL(request.url).searchParams.get("find")?.slice(0, 200) ?? ""
    return { memos: await memosFor(services, project, caller.id, words) }
  },
)

export const POST = door(
  {
    for: "members",
    place: "memos",
    need: "write",
    body: newMemoBody,
    summary: "Make a memo: of a kind, about a source, a code or nothing, private or shared",
  },
  ({ services, caller, project, body }) => {
    const { idempotencyKey, ...fields } = body
    return createMemo(services, { project, by: caller.id, key: idempotencyKey, ...fields })
  },
)
