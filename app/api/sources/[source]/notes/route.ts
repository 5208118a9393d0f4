import { roomName } from "../../../../../core/access"
import { door } from "../../../../../server/door"
import { notesTable } from "../../../../../server/exports/notesTable"
import { membersOf } from "../../../../../server/queries/members"
import { Refusal } from "../../../../../server/refusal"

export const GET = door(
  {
    for: "members",
    place: "notes",
    need: "read",
    bound: "gathering",
    summary: "What was noted live of a group or an interview: `format=json`, or as a table `format=csv`",
  },
  async ({ services, project, params, request }) => {
    const format = new URL(request.url).searchParams.get("format") ?? "json"
    if (format !== "csv" && format !== "json")
      throw new Refusal("invalid-body", { errors: [{ path: "format", message: "csv or json" }] })
    const room = roomName({ kind: "notes", source: params.source! })
    const notes = await services.collector.readFieldNotes(room, await services.docs.load(room))
    if (format === "json") return notes
    const names = new Map((await membersOf(services, project)).map(({ id, name }) => [id, name]))
    return new Response(
      notesTable(notes, (member) => names.get(member) ?? ""),
      {
        headers: {
          "cache-control": "private, no-store",
          "content-disposition": `attachment; filename="notes.csv"`,
          "content-type": "text/csv; charset=utf-8",
        },
      },
    )
  },
)
