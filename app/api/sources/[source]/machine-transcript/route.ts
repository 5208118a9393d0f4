import { askForMachine, breakOffMachine } from "../../../../../server/commands/machineTranscript"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "transcribing",
    need: "write",
    bound: "importing",
    summary:
      "Have the recording transcribed by the program this server names, into a transcript without words",
  },
  async ({ services, params, caller }) => {
    await askForMachine(services, { source: params.source!, by: caller.id })
    return {}
  },
)

export const DELETE = door(
  {
    for: "members",
    place: "transcribing",
    need: "write",
    summary: "Wait for no words of a program any more",
  },
  ({ services, params }) => breakOffMachine(services, params.source!),
)
