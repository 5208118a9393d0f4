import { closeTranscribing, openTranscribing } from "../../../../../server/commands/transcribe"
import { door } from "../../../../../server/door"

const place = { for: "members", place: "transcribing", need: "write", bound: "opening" } as const

export const POST = door(
  { ...place, summary: "Open a transcript to corrections, written together in its room; until coding opens" },
  ({ services, params, caller }) => openTranscribing(services, { source: params.source!, by: caller.id }),
)

export const DELETE = door(
  { ...place, summary: "Say that a transcript is ready: its words are fixed, its passages laid on them" },
  ({ services, params, caller }) => closeTranscribing(services, { source: params.source!, by: caller.id }),
)
