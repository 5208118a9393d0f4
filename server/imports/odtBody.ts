import { SaxesParser } from "saxes"
import type { DraftNote, NoteKind } from "../../core/exchange/transcriptDraft"
import type { Block } from "./blocks"

export class BrokenOdt extends Error {}

/** Elements left out with all they hold, and under which name that is counted. */
const LEFT_OUT: ReadonlyMap<string, NoteKind | null> = new Map([
  ["office:annotation", "comment"],
  ["text:note", "footnote"],
  ["draw:image", "image"],
  ["draw:object", "symbol"],
  ["svg:title", null],
  ["svg:desc", null],
  ["office:forms", null],
  ["office:scripts", null],
])

/** LibreOffice stays below fifty. */
const DEEPEST = 500
/** "text:c" may ask for as many spaces as it likes. */
const MOST_SPACES = 100

type Attributes = Readonly<Record<string, string>>

interface OpenParagraph {
  text: string
  readonly heading: boolean
  /** Blocks of text boxes anchored in it. */
  readonly inner: Block[]
}

/**
 * The paragraphs and table rows of an OpenDocument text, as it reads with every tracked change accepted. Throws
 * BrokenOdt; a document type is refused, since entities could make a small file endless.
 */
export function readOdtBody(xml: string): {
  readonly blocks: readonly Block[]
  readonly notes: readonly DraftNote[]
} {
  const reader = new BodyReader()
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  const refuse = () => {
    throw new BrokenOdt()
  }
  parser.on("doctype", refuse)
  parser.on("error", refuse)
  parser.on("opentag", ({ name, attributes }) => reader.open(name, attributes))
  parser.on("text", (text) => reader.text(text))
  parser.on("cdata", (text) => reader.text(text))
  parser.on("closetag", ({ name }) => reader.close(name))
  parser.write(xml).close()
  return reader.body()
}

/** Lives as long as one reading: where the parser stands, and what was read so far. */
class BodyReader {
  readonly #counts = new Map<NoteKind, number>()
  readonly #blocks: Block[] = []
  readonly #path: string[] = []
  /** Innermost last: a text box is anchored inside a paragraph. */
  readonly #paragraphs: OpenParagraph[] = []
  /** The cells of the rows being read, innermost last. */
  readonly #rows: Block[][][] = []
  readonly #parents = new Map<string, string>()
  readonly #hiddenStyles = new Set<string>()
  #style = ""
  /** The depth of the element being left out. */
  #leftOutAt: number | null = null

  open(name: string, attributes: Attributes): void {
    this.#path.push(name)
    if (this.#path.length > DEEPEST) throw new BrokenOdt()
    if (name === "text:deletion") this.#count("deletion")
    if (this.#leftOutAt !== null) return
    const style = attributes["text:style-name"] ?? ""
    if (LEFT_OUT.has(name))
      this.#leaveOut(attributes["text:note-class"] === "endnote" ? "endnote" : LEFT_OUT.get(name)!)
    else if (name === "text:tracked-changes") this.#leaveOut(null)
    else if (name.startsWith("style:")) this.#declare(name, attributes)
    else if (style !== "" && this.#hiddenStyles.has(style)) this.#leaveOut("hidden-text")
    else this.#structure(name, attributes, style)
  }

  text(text: string): void {
    if (this.#leftOutAt !== null) return
    const paragraph = this.#paragraphs.at(-1)
    const words = text.replace(/[ \t\r\n]+/g, " ")
    // White space after white space is the layout of the file.
    if (paragraph) paragraph.text += /(^|\s)$/.test(paragraph.text) ? words.replace(/^ /, "") : words
  }

  close(name: string): void {
    const depth = this.#path.length
    this.#path.pop()
    if (this.#leftOutAt !== null) {
      if (depth === this.#leftOutAt) this.#leftOutAt = null
    } else if (name === "text:p" || name === "text:h") this.#endParagraph()
    else if (name === "table:table-row") this.#endRow()
  }

  body() {
    return { blocks: this.#blocks, notes: [...this.#counts].map(([kind, count]) => ({ kind, count })) }
  }

  #structure(name: string, attributes: Attributes, style: string): void {
    if (name === "text:p" || name === "text:h") {
      const heading = name === "text:h" || /^(heading|title|titre)/i.test(this.#parents.get(style) ?? style)
      this.#paragraphs.push({ text: "", heading, inner: [] })
    } else if (name === "table:table-row") this.#rows.push([])
    else if (name === "table:table-cell") this.#rows.at(-1)?.push([])
    else if (name === "text:tab") this.#say("\t")
    else if (name === "text:line-break") this.#say("\n")
    else if (name === "text:s") this.#say(" ".repeat(spaces(attributes["text:c"])))
  }

  #declare(name: string, attributes: Attributes): void {
    if (name === "style:style") {
      this.#style = attributes["style:name"] ?? ""
      this.#parents.set(this.#style, attributes["style:parent-style-name"] ?? this.#style)
    } else if (name === "style:text-properties" && attributes["text:display"] === "none") {
      this.#hiddenStyles.add(this.#style)
    }
  }

  #leaveOut(kind: NoteKind | null): void {
    this.#leftOutAt = this.#path.length
    if (kind) this.#count(kind)
  }

  #endParagraph(): void {
    const { text, heading, inner } = this.#paragraphs.pop()!
    this.#target().push({ kind: "paragraph", text, heading }, ...inner)
  }

  #endRow(): void {
    const cells = this.#rows.pop()!
    this.#target().push({ kind: "row", cells })
  }

  /** Where a finished block belongs: after the paragraph it is anchored in, in its cell, or in the body. */
  #target(): Block[] {
    const anchored = this.#path.lastIndexOf("draw:text-box") > this.#path.lastIndexOf("table:table-cell")
    return (anchored ? this.#paragraphs.at(-1)?.inner : this.#rows.at(-1)?.at(-1)) ?? this.#blocks
  }

  #say(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph) paragraph.text += text
  }

  #count(kind: NoteKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
  }
}

function spaces(count: string | undefined): number {
  const number = Number(count ?? 1)
  return number >= 1 ? Math.min(Math.floor(number), MOST_SPACES) : 1
}
