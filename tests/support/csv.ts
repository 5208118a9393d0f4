/** A table read back by its first row: as a program would, by the rules of CSV and nothing of ours. */
export function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[""]]
  let isQuoted = false
  let last = ""
  for (const sign of text.replace(/^\uFEFF/, "").replace(/\r\n$/, "")) {
    const row = rows.at(-1)!
    if (sign === '"') isQuoted = !isQuoted
    // Two quotes in a quoted cell leave it and come back.
    if (sign === '"' && isQuoted && /"$/.test(last)) row[row.length - 1] += '"'
    last = sign
    if (sign === '"') continue
    if (sign === "," && !isQuoted) row.push("")
    else if (sign === "\n" && !isQuoted) rows.push([""])
    else if (sign !== "\r" || isQuoted) row[row.length - 1] += sign
  }
  const [columns, ...cells] = rows
  return cells.map((row) => Object.fromEntries(columns!.map((column, at) => [column, row[at] ?? ""])))
}
