import { destroyKey } from "../../../../../server/commands/pseudonyms"
import { door } from "../../../../../server/door"
import { projectDeletionBody } from "../../../../../server/projectBodies"
import { keyOf } from "../../../../../server/queries/pseudonyms"

export const GET = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    summary: "The key of pseudonyms: which name became which letter",
  },
  async ({ services, project }) => ({ pseudonyms: await keyOf(services.db, project) }),
)

export const DELETE = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "erasing",
    body: projectDeletionBody,
    summary: "Destroy the key for good; `name` is the project's name",
  },
  ({ services, project, caller, body }) => destroyKey(services, { project, by: caller.id, name: body.name }),
)
