import { note } from "../../../../../server/audit"
import { door } from "../../../../../server/door"
import { decisionsDocument } from "../../../../../server/exports/decisionsDocument"
import { exportProject } from "../../../../../server/queries/exportProject"
import { Refusal } from "../../../../../server/refusal"

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

export const GET = door(
  {
    for: "members",
    place: "export",
    need: "read",
    bound: "exporting",
    summary:
      "Everything revealed, decisions and reasons included, shared memos and one's own: `format=json`, or `format=docx` to read",
  },
  async ({ services, request, project, caller }) => {
    const { searchParams } = new URL(request.url)
    const format = searchParams.get("format") ?? "json"
    if (format !== "json" && format !== "docx") {
      throw new Refusal("invalid-body", { errors: [{ path: "format", message: "json or docx" }] })
    }
    const exported = await exportProject(services, project, caller.id)
    const left = { project, account: caller.id, action: "project-exported", subject: project } as const
    await note(services.db, services, left)
    const title = exported.project.name.replaceAll("'", "’").replace(/[^\p{L}\p{N} _’-]/gu, "")
    const name = `${title.trim() || "binome"}.${format}`
    const headers = {
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    }
    if (format === "json") {
      return new Response(JSON.stringify(exported, null, 2), {
        headers: { ...headers, "content-type": "application/json" },
      })
    }
    const language = searchParams.get("lang") === "en" || caller.locale === "en" ? "en" : "fr"
    const bytes = await decisionsDocument(exported, searchParams.get("lang") === "fr" ? "fr" : language)
    return new Response(bytes as BodyInit, { headers: { ...headers, "content-type": WORD } })
  },
)
