import { memoChangeBody } from "../../../../server/bodies"
import { changeMemo, deleteMemo } from "../../../../server/commands/memos"
import { door } from "../../../../server/door"

const place = { for: "members", place: "memo", need: "write" } as const

export const PATCH = door(
  {
    ...place,
    body: memoChangeBody,
    summary: "Change what is said of a memo, or share it: it stays shared",
  },
  async ({ services, params, caller, body }) => {
    await changeMemo(services, { memo: params.memo!, by: caller.id, changes: body })
    return {}
  },
)

export const DELETE = door(
  { ...place, bound: "erasing", summary: "Delete a memo: one's own, or a shared one of one's project" },
  ({ services, params, member }) => deleteMemo(services, { memo: params.memo!, member }),
)
