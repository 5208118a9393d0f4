import { inviteMember } from "../../../../../server/commands/inviteMember"
import { door } from "../../../../../server/door"
import { linkTo } from "../../../../../server/linkTo"
import { invitationBody } from "../../../../../server/projectBodies"
import { membersOf, openInvitations } from "../../../../../server/queries/members"

export const GET = door(
  {
    for: "members",
    place: "project",
    need: "read",
    summary: "The people of a project; for owners, open invitations",
  },
  async ({ services, project, member }) => ({
    members: await membersOf(services, project),
    invitations: member.role === "owner" ? await openInvitations(services, project) : [],
  }),
)

export const POST = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "inviting",
    summary: "Make an invitation: a link for its maker to send, answered this once; no e-mail is sent",
    body: invitationBody,
  },
  async ({ services, request, project, caller, body }) => {
    const { email = null, role } = body
    const { secret, ...made } = await inviteMember(services, { project, by: caller.id, role, email })
    const path = `/invitations/${secret}`
    return { ...made, role, email, secret, link: linkTo(path, request, services.env) }
  },
)
