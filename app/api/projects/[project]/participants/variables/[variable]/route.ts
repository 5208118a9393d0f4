import { changeVariable, removeVariable } from "../../../../../../../server/commands/variables"
import { door } from "../../../../../../../server/door"
import { variableChangeBody, variableRemovalBody } from "../../../../../../../server/participantBodies"

export const PATCH = door(
  {
    for: "members",
    place: "participants",
    need: "write",
    body: variableChangeBody,
    summary: "Say otherwise what a variable is; `losing`: how many values may be lost by it",
  },
  ({ services, caller, project, params, body: { losing, ...changes } }) =>
    changeVariable(services, { project, by: caller.id, variable: params.variable!, losing, changes }),
)

export const DELETE = door(
  {
    for: "members",
    place: "participants",
    need: "write",
    bound: "erasing",
    body: variableRemovalBody,
    summary: "Remove a variable with its values; `losing`: how many there may be",
  },
  ({ services, caller, project, params, body }) =>
    removeVariable(services, {
      project,
      by: caller.id,
      variable: params.variable!,
      losing: body.losing,
    }),
)
