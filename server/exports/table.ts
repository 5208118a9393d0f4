/** A table that spreadsheets open: UTF-8 with its mark, a line a row. */
export function table(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`
}

/** Text is quoted, since names are anybody's; a number stands as it is; nothing is an empty cell. */
function cell(value: string | number | null): string {
  if (value === null) return ""
  return typeof value === "number" ? String(value) : `"${harmless(value).replaceAll('"', '""')}"`
}

/** Never a formula, since a spreadsheet would run it. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
