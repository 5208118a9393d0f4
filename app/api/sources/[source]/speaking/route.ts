import { door } from "../../../../../server/door"
import { speakingTable } from "../../../../../server/exports/speakingTable"
import { tableAnswer } from "../../../../../server/exports/tableAnswer"
import { speakingOf } from "../../../../../server/queries/speaking"
import { tableOrJson } from "../../../../../server/queryFormat"

export const GET = door(
  {
    for: "members",
    place: "notes",
    need: "read",
    bound: "gathering",
    summary:
      "Who spoke how much of a group or an interview, in all and at each question: `format=json`, with the turns that are counted, or as a table `format=csv`",
  },
  async ({ services, params, request }) => {
    const format = tableOrJson(request)
    const counted = await speakingOf(services, params.source!)
    return format === "json" ? counted : tableAnswer(speakingTable(counted.speaking), "speaking.csv")
  },
)
