import { door } from "../../../../../server/door"
import { auditTable } from "../../../../../server/exports/auditTable"
import { readFilter } from "../../../../../server/projectBodies"
import { auditOf } from "../../../../../server/queries/audit"
import { Refusal } from "../../../../../server/refusal"

const EVERYTHING = 1_000_000

export const GET = door(
  {
    for: "members",
    place: "audit",
    need: "read",
    bound: "gathering",
    summary:
      "Who did what, the latest first, once revealed: `by`, `kind`, `after`; all of it as a file: `format=csv` or `format=json`",
  },
  async ({ services, project, request }) => {
    const { searchParams } = new URL(request.url)
    const format = searchParams.get("format")
    const filter = readFilter(searchParams)
    if (format === null) return auditOf(services, project, filter)
    if (format !== "csv" && format !== "json") {
      throw new Refusal("invalid-body", { errors: [{ path: "format", message: "csv or json" }] })
    }
    const { entries } = await auditOf(services, project, { ...filter, limit: EVERYTHING })
    const file = format === "csv" ? auditTable(entries) : JSON.stringify(entries, null, 2)
    return new Response(file, {
      headers: {
        "cache-control": "private, no-store",
        "content-disposition": `attachment; filename="audit.${format}"`,
        "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/json",
      },
    })
  },
)
