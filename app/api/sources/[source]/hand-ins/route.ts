import { readCoding, readSuggestedCode } from "../../../../../core/ydoc/layer"
import { handInBody, takeBackBody } from "../../../../../server/bodies"
import { handIn } from "../../../../../server/commands/handIn"
import { takeBack } from "../../../../../server/commands/takeBack"
import { door } from "../../../../../server/door"

export const POST = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Complete a passage: hand in its codings (without `codings`: the durable state of one's layer)",
    body: handInBody,
  },
  ({ services, caller, params, body }) =>
    handIn(services, {
      source: params.source!,
      passage: body.passage,
      coder: caller.id,
      codings: body.codings?.flatMap((coding) => readCoding(coding.id, coding) ?? []) ?? null,
      suggestedCodes: body.suggestedCodes?.flatMap((code) => readSuggestedCode(code.id, code) ?? []) ?? null,
      idempotencyKey: body.idempotencyKey,
      expectedRevision: body.expectedRevision ?? null,
    }),
)

export const DELETE = door(
  {
    for: "members",
    place: "coding",
    need: "write",
    summary: "Take a hand-in back, until the passage is revealed",
    body: takeBackBody,
  },
  ({ services, caller, params, body }) =>
    takeBack(services, {
      source: params.source!,
      passage: body.passage,
      coder: caller.id,
      expectedRevision: body.expectedRevision ?? null,
    }),
)
