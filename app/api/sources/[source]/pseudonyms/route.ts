import { addPseudonym } from "../../../../../server/commands/pseudonyms"
import { door } from "../../../../../server/door"
import { pseudonymBody } from "../../../../../server/projectBodies"
import { namesInTranscript } from "../../../../../server/queries/pseudonyms"

export const GET = door(
  {
    for: "members",
    place: "transcribing",
    need: "write",
    bound: "gathering",
    summary:
      "The names of the key that still stand in this transcript, as written there, and what they become",
  },
  async ({ services, params, project }) => ({
    names: await namesInTranscript(services, project, params.source!),
  }),
)

export const POST = door(
  {
    for: "members",
    place: "transcribing",
    need: "write",
    bound: "correcting",
    body: pseudonymBody,
    summary: "Put a name into the key; answers what stands for it. Without `stands`: the next letter",
  },
  ({ services, project, body }) => addPseudonym(services, { project, name: body.name, stands: body.stands }),
)
