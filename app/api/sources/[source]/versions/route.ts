import { versionBody } from "../../../../../server/bodies"
import { keepVersion } from "../../../../../server/commands/keepVersion"
import { door } from "../../../../../server/door"
import { versionsFor } from "../../../../../server/queries/versions"

const place = { for: "members", place: "transcribing" } as const

export const GET = door(
  {
    ...place,
    need: "write",
    summary: "How a transcript stood, while it is written together: who kept it, and when",
  },
  async ({ services, params }) => ({ versions: await versionsFor(services, params.source!) }),
)

export const POST = door(
  {
    ...place,
    need: "write",
    bound: "correcting",
    body: versionBody,
    summary: "Keep how a transcript stands, under a name; or before another version is brought back",
  },
  ({ services, params, caller, body }) =>
    keepVersion(services, {
      source: params.source!,
      by: caller.id,
      key: body.idempotencyKey,
      name: body.name ?? null,
      before: body.before ?? null,
    }),
)
