/** A table that spreadsheets open: UTF-8 with its mark, a line a row. */
export function table(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`
}

/** Quoted, since names are anybody's; and never a formula, since a spreadsheet would run it. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
