import { codeChangeBody } from "../../../../server/bodies"
import { type CodeField, changeCode } from "../../../../server/commands/changeCodebook"
import { door } from "../../../../server/door"

export const PATCH = door(
  {
    for: "members",
    place: "codes",
    need: "write",
    summary: "Change one field of a code",
    body: codeChangeBody,
  },
  ({ services, caller, params, body }) => {
    const [[field, value]] = Object.entries(body) as [[CodeField, unknown]]
    return changeCode(services, { code: params.code!, by: caller.id, field, value })
  },
)
