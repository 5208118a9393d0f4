import type { AuditEntry } from "../queries/audit"

const columns = ["at", "by", "kind", "action", "about"] as const

/** The trail as a table that spreadsheets open: UTF-8 with its mark, a line an entry. */
export function auditTable(entries: readonly AuditEntry[]): string {
  const rows = entries.map(({ at, by, kind, action, about }) => [
    at,
    by?.name ?? "",
    kind,
    action,
    about ?? "",
  ])
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`
}

/** Quoted, since names are anybody's; and never a formula, since a spreadsheet would run it. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
