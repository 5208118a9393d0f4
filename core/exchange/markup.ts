import { decodeEntities } from "./entities"

/** What a reader of HTML is told, in order. Names come in lower case, attributes with their entities read. */
export interface MarkupReader {
  readonly open: (name: string, attribute: Attribute) => void
  readonly close: (name: string) => void
  /** White space as HTML shows it: one space for any run of it, no-break spaces kept. */
  readonly text: (text: string) => void
}

/** The value of a tag's attribute; null where it has none of that name. */
export type Attribute = (name: string) => string | null

/** Elements whose content is no text. */
const RAW = new Set(["script", "style", "title"])
const TAG = /^<(\/?)([a-z][a-z\d:-]*)(.*)>$/is

/**
 * Reads HTML as programs write it, once from its beginning to its end, whatever it holds: what is no tag is text.
 * Builds nothing, runs nothing, fetches nothing. The content of scripts and styles is left out.
 */
export function readMarkup(html: string, reader: MarkupReader): void {
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf("<", at)
    if (tag !== at) reader.text(textOf(html.slice(at, tag < 0 ? html.length : tag)))
    if (tag < 0) return
    at = readTag(html, tag, reader)
  }
}

/** Where reading goes on after what begins with "<" at `at`. */
function readTag(html: string, at: number, reader: MarkupReader): number {
  if (html.startsWith("<!--", at)) return after(html, "-->", at + 4)
  if (/[!?]/.test(html.charAt(at + 1))) return after(html, ">", at + 2)
  const end = endOfTag(html, at)
  const found = end < 0 ? null : TAG.exec(html.slice(at, end))
  if (!found) {
    reader.text("<")
    return at + 1
  }
  const name = found[2]!.toLowerCase()
  if (found[1] === "/") {
    reader.close(name)
    return end
  }
  reader.open(name, (wanted) => attributeOf(found[3]!, wanted))
  if (!RAW.has(name)) return end
  const closing = html.slice(end).search(new RegExp(`</${name}`, "i"))
  return closing < 0 ? html.length : end + closing
}

/** No program writes a tag longer than this; looking no further keeps a text of "<" from being read without end. */
const LONGEST_TAG = 10_000

function endOfTag(html: string, at: number): number {
  let quote: string | null = null
  const last = Math.min(html.length, at + LONGEST_TAG)
  for (let index = at + 1; index < last; index++) {
    const character = html[index]!
    if (quote) {
      if (character === quote) quote = null
    } else if (character === ">") return index + 1
    else if (character === "<") return -1
    else if ((character === '"' || character === "'") && html[index - 1] === "=") quote = character
  }
  return -1
}

const after = (html: string, mark: string, from: number) => {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

const textOf = (source: string) => decodeEntities(source.replace(/[ \t\n\r\f]+/g, " "))

function attributeOf(attributes: string, wanted: string): string | null {
  for (const [, name, double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    if (name!.toLowerCase() === wanted) return decodeEntities(double ?? single ?? bare ?? "")
  }
  return null
}

const ATTRIBUTE = /([^\s"'=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** Elements that begin and end a line of their own. */
const BLOCKS = new Set("p div br li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section hr body".split(" "))

export function isBlock(name: string): boolean {
  return BLOCKS.has(name)
}
