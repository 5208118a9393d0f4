import type { Block } from "./blocks"

interface OpenRow {
  cells: Block[][]
  cell: Block[]
}

/**
 * Where the paragraphs of a document come together: in its body, or in the cells of rows, which RTF ends without
 * having begun. Level 0 is the body, 1 a table in it, 2 a table in a cell of that.
 */
export class RtfBlocks {
  readonly #body: Block[] = []
  readonly #rows: OpenRow[] = []

  addParagraph(paragraph: Block, level: number): void {
    this.#endRowsAbove(level)
    this.#target(level).push(paragraph)
  }

  endCell(level: number): void {
    this.#endRowsAbove(level)
    const row = this.#row(level)
    row.cells.push(row.cell)
    row.cell = []
  }

  endRow(level: number): void {
    this.#endRowsAbove(level - 1)
  }

  /** All blocks; rows that were never ended end here. */
  finish(): readonly Block[] {
    this.#endRowsAbove(0)
    return this.#body
  }

  #endRowsAbove(level: number): void {
    while (this.#rows.length > level) {
      const { cells, cell } = this.#rows.pop()!
      if (cell.length > 0) cells.push(cell)
      if (cells.length > 0) this.#target(this.#rows.length).push({ kind: "row", cells })
    }
  }

  #target(level: number): Block[] {
    return level === 0 ? this.#body : this.#row(level).cell
  }

  #row(level: number): OpenRow {
    while (this.#rows.length < level) this.#rows.push({ cells: [], cell: [] })
    return this.#rows[level - 1]!
  }
}
