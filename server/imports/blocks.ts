import { linesOf } from "../../core/exchange/plainText"
import { timeAt } from "../../core/exchange/times"
import type { ReadParagraph } from "../../core/exchange/transcriptDraft"

/** What stands in a document's body, in reading order. `text` keeps tabs, and "\n" where a line was broken. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string; readonly heading: boolean }
  | { readonly kind: "row"; readonly cells: readonly (readonly Block[])[] }

/** A label stands before its words in a row as it would in a line, parted by a tab; other rows are read cell by cell. */
export function paragraphsOfBlocks(blocks: readonly Block[]): ReadParagraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === "row") return paragraphsOfRow(block.cells)
    return linesOf(block.text).map((text) => ({ text, heading: block.heading }))
  })
}

const LABEL_LENGTH = 30

function paragraphsOfRow(cells: readonly (readonly Block[])[]): ReadParagraph[] {
  const columns = cells.map(paragraphsOfBlocks)
  const words = columns.at(-1) ?? []
  const before = columns.slice(0, -1)
  if (!words[0] || words[0].heading || !isHead(before)) return columns.flat()
  const head = before.map(([only]) => only?.text ?? "").filter((text) => text !== "")
  return [{ text: [...head, words[0].text].join("\t") }, ...words.slice(1)]
}

/** One or two columns, a label or a time or nothing in each. */
function isHead(columns: readonly (readonly ReadParagraph[])[]): boolean {
  return (
    columns.length > 0 &&
    columns.length <= 2 &&
    columns.some((column) => column.length > 0) &&
    columns.every(
      (column) => column.length <= 1 && (column[0]?.text.length ?? 0) <= LABEL_LENGTH && !column[0]?.heading,
    ) &&
    columns.filter((column) => column[0] && !isTime(column[0].text)).length <= 1
  )
}

function isTime(text: string): boolean {
  return timeAt(text, 0)?.to === text.length
}
