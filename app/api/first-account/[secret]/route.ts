import { createFirstAccount } from "../../../../server/commands/createFirstAccount"
import { door } from "../../../../server/door"
import { newAccountBody } from "../../../../server/projectBodies"

export const POST = door(
  {
    for: "anyone",
    bound: "link",
    summary: "Make the first account of an empty installation, by the link its start printed",
    body: newAccountBody,
  },
  ({ services, params, body }) => createFirstAccount(services, { ...body, secret: params.secret! }),
)
