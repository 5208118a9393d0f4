import { readThrough } from "../../../../../../server/commands/machineTranscript"
import { door } from "../../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "transcribing",
    need: "write",
    summary: "Say that one has been through the words of a program: they are a draft no longer",
  },
  async ({ services, params, caller }) => {
    await readThrough(services, { source: params.source!, by: caller.id })
    return {}
  },
)
