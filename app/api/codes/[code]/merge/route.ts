import { mergeBody } from "../../../../../server/bodies"
import { mergeCodes } from "../../../../../server/commands/mergeCodes"
import { door } from "../../../../../server/door"
import { mergePreview } from "../../../../../server/queries/mergePreview"
import { Refusal } from "../../../../../server/refusal"

export const GET = door(
  {
    for: "members",
    place: "codes",
    need: "write",
    bound: "gathering",
    summary: "How many disagreements a merge would settle: ?into=CODE&how=merging|relating",
  },
  async ({ services, request, params, project }) => {
    const asked = mergeBody.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.success) throw new Refusal("invalid-body")
    return mergePreview(services, { ...asked.data, project, from: params.code! })
  },
)

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
