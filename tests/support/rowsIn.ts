import { readAllRows } from "../../server/backup/rows"

/** All rows of all tables, as lines, those of a table in one order whatever the database's. */
export async function rowsIn(db: Parameters<typeof readAllRows>[0]): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  await readAllRows(db, (table, lines) => {
    rows[table] = [...(rows[table] ?? []), ...lines]
  })
  for (const lines of Object.values(rows)) lines.sort()
  return rows
}
