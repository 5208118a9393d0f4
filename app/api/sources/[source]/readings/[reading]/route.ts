import { removeLaterReading } from "../../../../../../server/commands/laterReadings"
import { door } from "../../../../../../server/door"

export const DELETE = door(
  { for: "members", place: "coding", need: "write", summary: "Take one's own later reading away" },
  ({ services, caller, params }) =>
    removeLaterReading(services, { source: params.source!, reading: params.reading!, by: caller.id }),
)
