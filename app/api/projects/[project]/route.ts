import { changeProject } from "../../../../server/commands/changeProject"
import { deleteProject } from "../../../../server/commands/deleteProject"
import { door } from "../../../../server/door"
import { projectChangeBody, projectDeletionBody } from "../../../../server/projectBodies"
import { projectFor } from "../../../../server/queries/project"

export const GET = door(
  {
    for: "members",
    place: "project",
    need: "read",
    summary: "A project: its people, its sources, each coder's progress as a count",
  },
  ({ services, project, member }) => projectFor(services, project, member),
)

export const PATCH = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    summary: "Change a project's name, question, approach or how strictly it compares",
    body: projectChangeBody,
  },
  async ({ services, project, member, caller, body }) => {
    await changeProject(services, { project, by: caller.id, change: body })
    return projectFor(services, project, member)
  },
)

export const DELETE = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "erasing",
    summary: "Delete a project and all that hangs on it; its name in the body says that it is meant",
    body: projectDeletionBody,
  },
  ({ services, project, caller, body }) =>
    deleteProject(services, { project, by: caller.id, name: body.name }),
)
