import { changeParticipants, removeParticipants } from "../../../../../server/commands/participants"
import { door } from "../../../../../server/door"
import { figuresTable, participantsTable } from "../../../../../server/exports/participantsTable"
import { participantsBody, participantsRemovalBody } from "../../../../../server/participantBodies"
import { sampleOf } from "../../../../../server/queries/participants"
import { Refusal } from "../../../../../server/refusal"

export const GET = door(
  {
    for: "members",
    place: "participants",
    need: "read",
    bound: "gathering",
    summary:
      "The participants, their variables and the events they take part in: `format=json`; as a table `format=csv`, in `language=fr` or `en`; its figures `format=figures`",
  },
  async ({ services, project, request }) => {
    const asked = new URL(request.url).searchParams
    const format = asked.get("format") ?? "json"
    const language = asked.get("language") === "en" ? "en" : "fr"
    const sample = await sampleOf(services.db, project)
    if (format === "json") return sample
    if (format === "csv") return file(participantsTable(sample, language), "participants.csv")
    if (format === "figures")
      return file(figuresTable(sample, language === "fr" ? "ensemble" : "all"), "figures.csv")
    throw new Refusal("invalid-body", { errors: [{ path: "format", message: "json, csv or figures" }] })
  },
)

function file(table: string, name: string): Response {
  return new Response(table, {
    headers: {
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="${name}"`,
      "content-type": "text/csv; charset=utf-8",
    },
  })
}

export const POST = door(
  {
    for: "members",
    place: "participants",
    need: "write",
    body: participantsBody,
    summary:
      "Change cells of the table, whole or not at all: texts as people write them, of participants and variables that are there or new; answers the edits that take it back",
  },
  ({ services, caller, project, body: { idempotencyKey: key, ...said } }) =>
    changeParticipants(services, { project, by: caller.id, key, ...said }),
)

export const DELETE = door(
  {
    for: "members",
    place: "participants",
    need: "write",
    bound: "erasing",
    body: participantsRemovalBody,
    summary: "Take participants out of the table for good",
  },
  ({ services, caller, project, body }) =>
    removeParticipants(services, { project, by: caller.id, participants: body.participants }),
)
