import { SaxesParser } from "saxes"
import type { DraftNote, NoteKind } from "../../core/exchange/transcriptDraft"
import type { Block } from "./blocks"

export class BrokenXml extends Error {
  constructor(readonly because: "doctype" | "bad-xml") {
    super(because)
  }
}

export interface DocxBody {
  readonly blocks: readonly Block[]
  readonly notes: readonly DraftNote[]
}

/** Elements left out with all they hold, and under which name that is counted. */
const LEFT_OUT: ReadonlyMap<string, NoteKind | null> = new Map([
  ["del", "deletion"],
  ["moveFrom", "deletion"],
  ["instrText", "field-code"],
  // The same text box once more, for old programs; the same properties as they were before a change.
  ["Fallback", null],
  ["pPrChange", null],
  ["rPrChange", null],
  ["sectPr", null],
])

const COUNTED: ReadonlyMap<string, NoteKind> = new Map([
  ["commentReference", "comment"],
  ["footnoteReference", "footnote"],
  ["endnoteReference", "endnote"],
  ["blip", "image"],
  ["imagedata", "image"],
  ["sym", "symbol"],
])

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["ptab", "\t"],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "\u2011"],
])

/** Word stays below fifty; a file that nests deeper was not written by a word processor. */
const DEEPEST = 500

interface OpenParagraph {
  text: string
  heading: boolean
  /** Its end is a tracked deletion: it goes on in the next paragraph. */
  runsOn: boolean
  /** Blocks of text boxes anchored in it. */
  readonly inner: Block[]
}

/**
 * The paragraphs and table rows of word/document.xml, as the document reads with every tracked change accepted.
 * Elements are matched on their local names, so strict and transitional documents read alike. Throws BrokenXml;
 * a document type is refused, since entities could make a small file endless.
 */
export function readBody(xml: string): DocxBody {
  const reader = new BodyReader()
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  parser.on("doctype", () => {
    throw new BrokenXml("doctype")
  })
  parser.on("error", () => {
    throw new BrokenXml("bad-xml")
  })
  parser.on("opentag", ({ name, attributes }) => reader.open(localName(name), attributes))
  parser.on("text", (text) => reader.text(text))
  parser.on("cdata", (text) => reader.text(text))
  parser.on("closetag", ({ name }) => reader.close(localName(name)))
  parser.write(xml).close()
  return reader.body()
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1)

/** Lives as long as one reading: where the parser stands, and what was read so far. */
class BodyReader {
  readonly #counts = new Map<NoteKind, number>()
  readonly #blocks: Block[] = []
  readonly #path: string[] = []
  /** Innermost last: a text box is anchored inside a paragraph. */
  readonly #paragraphs: OpenParagraph[] = []
  /** The cells of the rows being read, innermost last. */
  readonly #rows: Block[][][] = []
  #carried = ""
  #hidden = false
  /** The depth of the element being left out. */
  #leftOutAt: number | null = null

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name)
    if (this.#path.length > DEEPEST) throw new BrokenXml("bad-xml")
    if (this.#leftOutAt !== null) return
    const counted = COUNTED.get(name)
    if (counted) this.#count(counted)
    if (this.#parent() === "rPr" || this.#parent() === "trPr") this.#property(name, attributes)
    else if (LEFT_OUT.has(name)) this.#leaveOut(name)
    else this.#structure(name, attributes)
  }

  text(text: string): void {
    if (this.#leftOutAt === null && this.#path.at(-1) === "t") this.#say(text)
  }

  close(name: string): void {
    const depth = this.#path.length
    this.#path.pop()
    if (this.#leftOutAt !== null) {
      if (depth === this.#leftOutAt) this.#leftOutAt = null
    } else if (name === "p") this.#endParagraph()
    else if (name === "tr") this.#endRow()
  }

  body(): DocxBody {
    return { blocks: this.#blocks, notes: [...this.#counts].map(([kind, count]) => ({ kind, count })) }
  }

  #structure(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "p") this.#paragraphs.push({ text: "", heading: false, runsOn: false, inner: [] })
    else if (name === "tr") this.#rows.push([])
    else if (name === "tc") this.#rows.at(-1)?.push([])
    else if (name === "r") this.#hidden = false
    else if (name === "pStyle") this.#style(attributes["w:val"] ?? "")
    else if (this.#parent() === "r" && CHARACTERS.has(name)) this.#say(CHARACTERS.get(name)!)
  }

  /** In properties, a change marks the end of the paragraph or row, not words; those have marks of their own. */
  #property(name: string, attributes: Readonly<Record<string, string>>): void {
    const ofRun = this.#path.at(-3) === "r"
    const paragraph = this.#paragraphs.at(-1)
    if (name === "rPrChange") this.#leaveOut(name)
    else if (name === "vanish" && ofRun) this.#hide(attributes["w:val"] ?? "true")
    else if (name === "del" && this.#path.at(-3) === "pPr" && paragraph) paragraph.runsOn = true
  }

  #leaveOut(name: string): void {
    this.#leftOutAt = this.#path.length
    const kind = LEFT_OUT.get(name)
    if (kind) this.#count(kind)
  }

  #endParagraph(): void {
    const { text, heading, runsOn, inner } = this.#paragraphs.pop()!
    const whole = this.#carried + text
    this.#carried = runsOn ? whole : ""
    if (!runsOn) this.#target().push({ kind: "paragraph", text: whole, heading })
    this.#target().push(...inner)
  }

  #endRow(): void {
    const cells = this.#rows.pop()!
    this.#target().push({ kind: "row", cells })
  }

  /** Where a finished block belongs: after the paragraph it is anchored in, in its cell, or in the body. */
  #target(): Block[] {
    const anchored = this.#path.lastIndexOf("txbxContent") > this.#path.lastIndexOf("tc")
    return (anchored ? this.#paragraphs.at(-1)?.inner : this.#rows.at(-1)?.at(-1)) ?? this.#blocks
  }

  #say(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph && !this.#hidden) paragraph.text += text
  }

  #hide(value: string): void {
    if (["0", "false", "off"].includes(value)) return
    this.#hidden = true
    this.#count("hidden-text")
  }

  #style(style: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph) paragraph.heading = /^(heading|titre|title|berschrift)/i.test(style)
  }

  #parent(): string | undefined {
    return this.#path.at(-2)
  }

  #count(kind: NoteKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
  }
}
