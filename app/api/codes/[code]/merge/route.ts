import { mergeBody } from "../../../../../server/bodies"
import { mergeCodes } from "../../../../../server/commands/mergeCodes"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "codes",
    need: "write",
    summary: "Say that two codes are one, or belong together",
    body: mergeBody,
  },
  ({ services, caller, params, project, body }) =>
    mergeCodes(services, { project, how: body.how, from: params.code!, into: body.into, by: caller.id }),
)
