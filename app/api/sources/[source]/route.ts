import { changeSource } from "../../../../server/commands/changeSource"
import { deleteSource } from "../../../../server/commands/deleteSource"
import { door } from "../../../../server/door"
import { deletionBody, sourceChangeBody } from "../../../../server/projectBodies"
import { sourceFor } from "../../../../server/queries/source"

export const GET = door(
  {
    for: "members",
    place: "transcript",
    need: "read",
    summary:
      "A source: its passages, coders, recording, one's own state, and each coder's progress as a count",
  },
  ({ services, params, member }) => sourceFor(services, params.source!, member),
)

export const PATCH = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    summary:
      "Change a source's title, kind, context, the length of its recording; how blind, until coding opens",
    body: sourceChangeBody,
  },
  async ({ services, params, member, caller, body }) => {
    await changeSource(services, { source: params.source!, by: caller.id, change: body })
    return sourceFor(services, params.source!, member)
  },
)

export const DELETE = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "erasing",
    summary: "Delete a source and all that hangs on it; its title in the body says that it is meant",
    body: deletionBody,
  },
  ({ services, params, caller, body }) =>
    deleteSource(services, { source: params.source!, by: caller.id, title: body.title }),
)
