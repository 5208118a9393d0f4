import { createProject } from "../../../server/commands/createProject"
import { door } from "../../../server/door"
import { newProjectBody } from "../../../server/projectBodies"
import { projectsOf } from "../../../server/queries/projects"

export const GET = door(
  { for: "signed-in", summary: "The projects one belongs to" },
  ({ services, caller }) => projectsOf(services, caller.id),
)

export const POST = door(
  { for: "signed-in", summary: "Make a project; one is its owner", body: newProjectBody },
  async ({ services, caller, body }) => ({
    ...(await createProject(services, { ...body, by: caller.id })),
    ...body,
  }),
)
