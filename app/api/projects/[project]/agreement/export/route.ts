import { type AgreementTable, agreementTables } from "../../../../../../core/agreement/project/tables"
import type { Making } from "../../../../../../server/agreement/job"
import { note } from "../../../../../../server/audit"
import { door } from "../../../../../../server/door"
import { madeOfAgreement } from "../../../../../../server/queries/agreement"
import { readAskedOf } from "../../../../../../server/queryFormat"
import { Refusal } from "../../../../../../server/refusal"

interface File {
  readonly make: Making
  readonly name: string
  readonly type: string
}

export const GET = door(
  {
    for: "members",
    place: "agreement",
    need: "read",
    bound: "exporting",
    summary:
      "The figures of agreement as a file, with the same parameters: `format=xlsx` (all tables), `format=csv` (all of them in an archive, or one by `table`), `format=r` (a long table with three lines of R), `format=methods` (a paragraph, `lang=fr` or `en`)",
  },
  async ({ services, project, request, caller }) => {
    const { searchParams } = new URL(request.url)
    const asked = readAskedOf(request, ["format", "table", "lang"])
    const { make, name, type } = fileOf(searchParams, caller.locale === "en" ? "en" : "fr")
    const bytes = await madeOfAgreement(services, project, asked, make, request.signal)
    const left = { project, account: caller.id, action: "agreement-exported", subject: project } as const
    await note(services.db, services, left)
    return new Response(bytes as BodyInit, {
      headers: {
        "cache-control": "private, no-store",
        "content-disposition": `attachment; filename="${name}"`,
        "content-type": type,
      },
    })
  },
)

function fileOf(query: URLSearchParams, locale: "fr" | "en"): File {
  const [format, table, language] = [query.get("format"), query.get("table"), query.get("lang") ?? locale]
  if (language !== "fr" && language !== "en") throw wrong("lang", "give fr or en")
  if (table !== null && format !== "csv") throw wrong("table", "only with format=csv")
  switch (format) {
    case "xlsx":
      return {
        make: { is: "xlsx" },
        name: "agreement.xlsx",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      }
    case "csv":
      if (table === null)
        return { make: { is: "csv", table }, name: "agreement-csv.zip", type: "application/zip" }
      if (!isTable(table)) throw wrong("table", `give one of ${agreementTables.join(", ")}`)
      return { make: { is: "csv", table }, name: `agreement-${table}.csv`, type: "text/csv; charset=utf-8" }
    case "r":
      return { make: { is: "r" }, name: "agreement-r.zip", type: "application/zip" }
    case "methods":
      return {
        make: { is: "methods", language },
        name: `agreement-methods-${language}.txt`,
        type: "text/plain; charset=utf-8",
      }
    default:
      throw wrong("format", "give xlsx, csv, r or methods")
  }
}

const isTable = (word: string): word is AgreementTable =>
  (agreementTables as readonly string[]).includes(word)

const wrong = (path: string, message: string) => new Refusal("invalid-body", { errors: [{ path, message }] })
