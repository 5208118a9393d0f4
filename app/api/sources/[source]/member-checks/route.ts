import { storable } from "../../../../../core/text"
import { makeMemberCheck, revokeLinksOf } from "../../../../../server/commands/memberChecks"
import { door } from "../../../../../server/door"
import { linkTo } from "../../../../../server/linkTo"
import { memberCheckBody } from "../../../../../server/memberCheckBodies"
import { memberChecksOf } from "../../../../../server/queries/memberChecks"

export const GET = door(
  {
    for: "members",
    place: "memberCheck",
    need: "write",
    bound: "gathering",
    summary: "The links by which participants read this transcript, how each stands, and what they wrote",
  },
  ({ services, params }) => memberChecksOf(services, params.source!),
)

export const POST = door(
  {
    for: "members",
    place: "memberCheck",
    need: "write",
    bound: "inviting",
    body: memberCheckBody,
    summary:
      "Make a link by which one participant reads their own turns, or all; its secret is answered once, in a link to send",
  },
  async ({ services, request, params, caller, body }) => {
    const made = await makeMemberCheck(services, { source: params.source!, by: caller.id, ...body })
    return { ...made, link: linkTo(`/relire/${made.secret}`, request, services.env) }
  },
)

export const DELETE = door(
  {
    for: "members",
    place: "memberCheck",
    need: "write",
    summary: "End all links of one participant at once, as for who withdraws: `speaker`; answers how many",
  },
  async ({ services, request, params, caller }) => {
    const speaker = new URL(request.url).searchParams.get("speaker") ?? ""
    const ended = await revokeLinksOf(services, {
      source: params.source!,
      by: caller.id,
      speaker: storable(speaker),
    })
    return { ended }
  },
)
