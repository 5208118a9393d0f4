import { silenceRecording } from "../../../../../../server/commands/silenceRecording"
import { door } from "../../../../../../server/door"
import { silencesBody } from "../../../../../../server/projectBodies"

export const POST = door(
  {
    for: "members",
    place: "settings",
    need: "write",
    bound: "erasing",
    summary: "Make clips of the recording silent for good, where the server has ffmpeg",
    body: silencesBody,
  },
  async ({ services, params, caller, body }) => {
    await silenceRecording(services, { source: params.source!, by: caller.id, clips: body.clips })
    return {}
  },
)
