import { door } from "../../../../../server/door"
import { notesTable } from "../../../../../server/exports/notesTable"
import { tableAnswer } from "../../../../../server/exports/tableAnswer"
import { membersOf } from "../../../../../server/queries/members"
import { notesOf } from "../../../../../server/queries/notes"
import { tableOrJson } from "../../../../../server/queryFormat"

export const GET = door(
  {
    for: "members",
    place: "notes",
    need: "read",
    bound: "gathering",
    summary: "What was noted live of a group or an interview: `format=json`, or as a table `format=csv`",
  },
  async ({ services, project, params, request }) => {
    const format = tableOrJson(request)
    const notes = await notesOf(services, params.source!)
    if (format === "json") return notes
    const names = new Map((await membersOf(services, project)).map(({ id, name }) => [id, name]))
    return tableAnswer(
      notesTable(notes, (member) => names.get(member) ?? ""),
      "notes.csv",
    )
  },
)
