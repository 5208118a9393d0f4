import { removeVersion } from "../../../../../../server/commands/keepVersion"
import { door } from "../../../../../../server/door"
import { versionFor } from "../../../../../../server/queries/versions"

const place = { for: "members", place: "transcribing", need: "write" } as const

export const GET = door(
  { ...place, summary: "A transcript as it stood: its turns and who speaks" },
  ({ services, params }) => versionFor(services, { source: params.source!, version: params.version! }),
)

export const DELETE = door(
  { ...place, summary: "Remove a version that somebody kept by name" },
  ({ services, params }) => removeVersion(services, { source: params.source!, version: params.version! }),
)
