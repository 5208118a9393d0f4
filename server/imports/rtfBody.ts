import type { DraftNote, NoteKind } from "../../core/exchange/transcriptDraft"
import { storable } from "../../core/text"
import type { Block } from "./blocks"
import { decodeCodePage } from "./codePages"
import { outermostGroup, type RtfGroup, setProperty } from "./rtfGroup"
import { RtfPreamble } from "./rtfPreamble"
import { RtfBlocks } from "./rtfTables"
import { BrokenRtf, type RtfToken, rtfTokens } from "./rtfTokens"

export interface RtfBody {
  readonly blocks: readonly Block[]
  readonly notes: readonly DraftNote[]
}

/** Groups left out with all they hold, and under which name that is counted. */
const LEFT_OUT: ReadonlyMap<string, NoteKind | null> = new Map([
  ["pict", "image"],
  ["footnote", "footnote"],
  ["annotation", "comment"],
  ["fldinst", "field-code"],
  ["moMath", "symbol"],
  ...["header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"].map(
    (name): [string, NoteKind] => [name, "page-header"],
  ),
  // The same once more for old programs, numbers of lists, and what describes shapes, indexes, the document.
  ...["nonshppict", "nonesttables", "listtext", "pntext", "pntxta", "pntxtb", "sp", "xe", "tc", "info"].map(
    (name): [string, null] => [name, null],
  ),
  ...["colortbl", "filetbl", "listtable", "listoverridetable"].map((name): [string, null] => [name, null]),
])

/** Groups that old programs are to skip, and that hold words or ends of rows all the same. */
const HELD = new Set(["shpinst", "nesttableprops", "shppict"])

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["line", "\n"],
  ["emdash", "—"],
  ["endash", "–"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["bullet", "•"],
  ["emspace", "\u2003"],
  ["enspace", "\u2002"],
  ["qmspace", "\u2005"],
  ["zwj", "\u200d"],
  ["zwnj", "\u200c"],
])
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["~", "\u00a0"],
  ["_", "\u2011"],
  ["\\", "\\"],
  ["{", "{"],
  ["}", "}"],
])

const PARAGRAPH_ENDS = new Set(["par", "sect", "page"])

/** Word stays below fifty. */
const DEEPEST = 500

/** The paragraphs and table rows of an RTF document, as it reads with every tracked change accepted. Throws BrokenRtf. */
export function readRtfBody(source: string): RtfBody {
  const reader = new BodyReader()
  for (const token of rtfTokens(source)) {
    reader.take(token)
    if (reader.ended) break
  }
  return reader.body()
}

/** Lives as long as one reading. */
class BodyReader {
  ended = false
  readonly #counts = new Map<NoteKind, number>()
  readonly #blocks = new RtfBlocks()
  readonly #preamble = new RtfPreamble()
  readonly #groups: RtfGroup[] = []
  /** Nothing came in the group yet: a word here may say what the group is; after "\*", one that may be skipped. */
  #fresh: "fresh" | "starred" | null = null
  #bytes = ""
  #text = ""
  #skip = 0

  take(token: RtfToken): void {
    if (token.kind !== "bytes") this.#decode()
    switch (token.kind) {
      case "bytes":
        this.#say(token.bytes)
        break
      case "open":
        this.#open()
        break
      case "close":
        this.#close()
        break
      case "symbol":
        this.#symbol(token.mark)
        break
      case "word":
        this.#read(token.name, token.value)
    }
  }

  body(): RtfBody {
    if (!this.ended) throw new BrokenRtf()
    if (this.#text !== "") this.#endParagraph({ level: 0, heading: false })
    const notes = [...this.#counts].map(([kind, count]) => ({ kind, count }))
    return { blocks: this.#blocks.finish(), notes }
  }

  #open(): void {
    const outer = this.#groups.at(-1)
    if (this.#groups.length >= DEEPEST) throw new BrokenRtf()
    this.#groups.push(outer ? { ...outer } : outermostGroup())
    this.#fresh = "fresh"
    this.#skip = 0
  }

  #close(): void {
    const group = this.#groups.pop()
    if (!group) throw new BrokenRtf()
    if (group.preamble) this.#preamble.endEntry(group.preamble)
    this.#fresh = null
    this.#skip = 0
    this.ended = this.#groups.length === 0
  }

  #read(name: string, value: number | null): void {
    const group = this.#group()
    if (this.#fresh) this.#destination(name, group, this.#fresh === "starred")
    this.#fresh = null
    if (group.preamble) this.#preamble.word(group.preamble, name, value)
    else if (!group.leftOut) this.#word(name, value, group)
  }

  /** What the first word of a group says that the group is. */
  #destination(name: string, group: RtfGroup, starred: boolean): void {
    if (group.leftOut) return
    if (name === "fonttbl") group.preamble = "fonts"
    else if (name === "stylesheet") group.preamble = "styles"
    else if (LEFT_OUT.has(name) || (starred && !HELD.has(name))) {
      group.leftOut = true
      const kind = LEFT_OUT.get(name)
      if (kind) this.#count(kind)
    }
  }

  #symbol(mark: string): void {
    const starred = this.#fresh !== null && mark === "*"
    this.#fresh = starred ? "starred" : null
    if (this.#skip > 0) this.#skip--
    else if (mark === "\n" || mark === "\r") this.#endParagraph(this.#group())
    else this.#write(SYMBOLS.get(mark) ?? "")
  }

  #word(name: string, value: number | null, group: RtfGroup): void {
    const character = CHARACTERS.get(name)
    if (this.#skip > 0) this.#skip--
    else if (character !== undefined) this.#write(character)
    else if (name === "u") {
      this.#write(String.fromCharCode((value ?? 0) & 0xffff))
      this.#skip = group.fallback
    } else if (PARAGRAPH_ENDS.has(name)) this.#endParagraph(group)
    else if (name === "cell" || name === "nestcell") this.#endCell(tableOf(name, group))
    else if (name === "row" || name === "nestrow") this.#blocks.endRow(tableOf(name, group))
    else if (name === "v" || name === "deleted") this.#hide(name, value !== 0, group)
    else setProperty(group, name, value, this.#preamble)
  }

  #hide(name: "v" | "deleted", now: boolean, group: RtfGroup): void {
    const [mark, kind] =
      name === "v" ? (["hidden", "hidden-text"] as const) : (["deleted", "deletion"] as const)
    if (now && !group[mark]) this.#count(kind)
    group[mark] = now
  }

  /** Bytes wait for those that come with them: a letter of Japanese is two. */
  #say(bytes: string): void {
    this.#fresh = null
    const skipped = Math.min(this.#skip, bytes.length)
    this.#skip -= skipped
    this.#bytes += bytes.slice(skipped)
  }

  #decode(): void {
    const group = this.#groups.at(-1)
    const bytes = this.#bytes
    this.#bytes = ""
    if (bytes === "" || !group) return
    if (group.preamble) this.#preamble.text(group.preamble, bytes)
    else this.#write(decodeCodePage(bytes, group.codePage ?? this.#preamble.codePage()))
  }

  #write(text: string): void {
    const group = this.#groups.at(-1)
    if (group && !group.leftOut && !group.preamble && !group.hidden && !group.deleted) this.#text += text
  }

  #endParagraph({ level, heading }: { readonly level: number; readonly heading: boolean }): void {
    this.#blocks.addParagraph({ kind: "paragraph", text: storable(this.#text), heading }, level)
    this.#text = ""
  }

  #endCell(level: number): void {
    if (this.#text !== "") this.#endParagraph({ level, heading: false })
    this.#blocks.endCell(level)
  }

  /** Every word and letter stands in a group. */
  #group(): RtfGroup {
    const group = this.#groups.at(-1)
    if (!group) throw new BrokenRtf()
    return group
  }

  #count(kind: NoteKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
  }
}

/** "cell" and "row" end those of the outermost table, whatever a paragraph says. */
function tableOf(name: string, { level }: RtfGroup): number {
  return name.startsWith("nest") ? Math.max(2, level) : 1
}
