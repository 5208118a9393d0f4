import { door } from "../../../../server/door"
import { invitationBy } from "../../../../server/queries/members"

export const GET = door(
  { for: "anyone", bound: "link", summary: "What an invitation is to, for whoever holds its link" },
  ({ services, params }) => invitationBy(services, params.secret!),
)
