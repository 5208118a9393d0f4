import { assentToLaterReading } from "../../../../../../../server/commands/laterReadings"
import { door } from "../../../../../../../server/door"

export const POST = door(
  { for: "members", place: "coding", need: "write", summary: "Assent to the other coder's later reading" },
  ({ services, caller, params }) =>
    assentToLaterReading(services, { source: params.source!, reading: params.reading!, by: caller.id }),
)
