import { laterReadingBody } from "../../../../../server/bodies"
import { addLaterReading } from "../../../../../server/commands/laterReadings"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Code words already revealed: a later reading",
    body: laterReadingBody,
  },
  ({ services, caller, params, body }) =>
    addLaterReading(services, {
      source: params.source!,
      by: caller.id,
      id: body.id ?? null,
      code: body.code,
      anchor: body.anchor,
      memo: body.memo ?? null,
    }),
)
