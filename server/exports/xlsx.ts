import { strToU8, zipSync } from "fflate"

export interface Worksheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number | null)[])[]
}

const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`
/** The same bytes whenever it is made. */
const LONG_AGO = new Date(1980, 0, 1)
const MOST_TEXT = 32_767

/**
 * A workbook, its first rows in bold and held in place. Text is written as text, so no spreadsheet takes it for a
 * formula.
 */
export function workbook(sheets: readonly Worksheet[]): Uint8Array {
  const numbers = sheets.map((_, at) => at + 1)
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbers.map((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(nameOf(name))}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((at) => `<Relationship Id="r${at}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at}.xml"/>`).join("")}<Relationship Id="r${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${SPREADSHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)])),
  }
  const bytes = Object.entries(files).map(([path, xml]) => [path, strToU8(HEAD + xml)] as const)
  return zipSync(Object.fromEntries(bytes), { mtime: LONG_AGO })
}

function worksheet({ rows }: Worksheet): string {
  const held = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  return `<worksheet xmlns="${SPREADSHEET}">${held}<sheetData>${rows.map(row).join("")}</sheetData></worksheet>`
}

function row(cells: Worksheet["rows"][number], at: number): string {
  const style = at === 0 ? ' s="1"' : ""
  const written = cells.map((value, column) => {
    const place = `${columnName(column)}${at + 1}`
    if (value === null || value === "") return ""
    return typeof value === "number"
      ? `<c r="${place}"${style}><v>${value}</v></c>`
      : `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, MOST_TEXT))}</t></is></c>`
  })
  return `<row r="${at + 1}">${written.join("")}</row>`
}

function columnName(column: number): string {
  const before = Math.floor(column / 26)
  return (before > 0 ? columnName(before - 1) : "") + String.fromCharCode(65 + (column % 26))
}

/** As spreadsheets want the names of their sheets. */
function nameOf(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31)
}

function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  )
}
