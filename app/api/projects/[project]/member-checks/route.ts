import { door } from "../../../../../server/door"
import { memberChecksTable } from "../../../../../server/exports/memberChecksTable"
import { reportedChecks } from "../../../../../server/queries/reportedChecks"
import { Refusal } from "../../../../../server/refusal"

export const GET = door(
  {
    for: "members",
    place: "export",
    need: "read",
    bound: "gathering",
    summary:
      "How many participants were sent their transcript, returned it and commented (COREQ 23, 28): `format=json`, or as a table `format=csv`",
  },
  async ({ services, project, request }) => {
    const format = new URL(request.url).searchParams.get("format") ?? "json"
    if (format !== "csv" && format !== "json")
      throw new Refusal("invalid-body", { errors: [{ path: "format", message: "csv or json" }] })
    const { checks, counts } = await reportedChecks(services, project)
    if (format === "json") return { checks, counts }
    return new Response(memberChecksTable(checks, counts), {
      headers: {
        "cache-control": "private, no-store",
        "content-disposition": `attachment; filename="member-checks.csv"`,
        "content-type": "text/csv; charset=utf-8",
      },
    })
  },
)
