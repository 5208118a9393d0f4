import { closeNotes } from "../../../../../../server/commands/closeNotes"
import { door } from "../../../../../../server/door"

const place = { for: "members", place: "transcribing", need: "write", bound: "opening" } as const

export const POST = door(
  { ...place, summary: "Close the live notes of a source: who only observes reads them, and writes no more" },
  ({ services, params, caller }) =>
    closeNotes(services, { source: params.source!, by: caller.id, isClosed: true }),
)

export const DELETE = door(
  { ...place, summary: "Open the live notes of a source again to those who observe" },
  ({ services, params, caller }) =>
    closeNotes(services, { source: params.source!, by: caller.id, isClosed: false }),
)
