import { changeRole, removeMember } from "../../../../../../server/commands/changeMember"
import { door } from "../../../../../../server/door"
import { roleBody } from "../../../../../../server/projectBodies"
import { Refusal } from "../../../../../../server/refusal"

export const PATCH = door(
  { for: "members", place: "settings", need: "write", summary: "Give a member another role", body: roleBody },
  ({ services, project, caller, params, body }) =>
    changeRole(services, { project, by: caller.id, member: params.member!, role: body.role }),
)

export const DELETE = door(
  {
    for: "members",
    place: "project",
    need: "read",
    summary: "Leave a project, or as its owner make somebody leave; what they handed in stays",
  },
  ({ services, project, caller, member, params }) => {
    if (params.member !== caller.id && member.role !== "owner") throw new Refusal("not-allowed")
    return removeMember(services, { project, by: caller.id, member: params.member! })
  },
)
