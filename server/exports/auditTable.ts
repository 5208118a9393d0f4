import type { AuditEntry } from "../queries/audit"
import { table } from "./table"

const columns = ["at", "by", "kind", "action", "about"] as const

/** The trail as a table, a line an entry. */
export function auditTable(entries: readonly AuditEntry[]): string {
  const rows = entries.map(({ at, by, kind, action, about }) => [
    at,
    by?.name ?? "",
    kind,
    action,
    about ?? "",
  ])
  return table([columns, ...rows])
}
