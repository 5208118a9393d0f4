import { codePageOfCharset } from "./codePages"

const HEADING = /^(heading|titre|title|.{0,2}berschrift)/i

/** What a document says of itself before its words: its code page, and those of its fonts; which styles are headings. */
export class RtfPreamble {
  #codePage = 1252
  #defaultFont = 0
  readonly #fonts = new Map<number, number>()
  readonly #headings = new Set<number>()
  #entry = 0
  #name = ""

  /** Of the text while no font is named. */
  codePage(): number {
    return this.codePageOf(this.#defaultFont)
  }

  codePageOf(font: number): number {
    return this.#fonts.get(font) ?? this.#codePage
  }

  isHeading(style: number): boolean {
    return this.#headings.has(style)
  }

  documentWord(name: string, value: number | null): void {
    if (name === "mac") this.#codePage = 10000
    else if (name === "pc") this.#codePage = 437
    else if (name === "pca") this.#codePage = 850
    else if (name === "ansicpg" && value) this.#codePage = value
    else if (name === "deff") this.#defaultFont = value ?? 0
  }

  /** A word in a table of fonts or of styles. */
  word(table: "fonts" | "styles", name: string, value: number | null): void {
    if (name === (table === "fonts" ? "f" : "s")) this.#entry = value ?? 0
    if (table !== "fonts") return
    const codePage = name === "fcharset" ? codePageOfCharset(value ?? 0) : name === "cpg" ? value : null
    if (codePage) this.#fonts.set(this.#entry, codePage)
  }

  text(table: "fonts" | "styles", text: string): void {
    this.#name += text
    if (text.includes(";")) this.endEntry(table)
  }

  endEntry(table: "fonts" | "styles"): void {
    if (table === "styles" && HEADING.test(this.#name.trim())) this.#headings.add(this.#entry)
    this.#name = ""
  }
}
