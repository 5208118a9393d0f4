import type { Clip } from "../model"
import { isBlock, readMarkup } from "./markup"
import type { ReadParagraph } from "./transcriptDraft"
import { clipOf, oneLine, voiceParagraph } from "./voice"

export interface ReadNoScribe {
  readonly paragraphs: readonly ReadParagraph[]
  /** Lines in which the program names itself, the file and its settings. */
  readonly mentions: number
}

/** What follows one anchor, or stands in a paragraph without one (`anchor` null). */
interface Piece {
  readonly anchor: { readonly by: string; readonly clip: Clip | null } | null
  readonly paragraph: number
  readonly opens: boolean
  text: string
}

const ANCHOR = /^ts_(\d{1,10})_(\d{1,10})(?:_(.*))?$/
const STAMP = /^\s*\[\d{1,2}:\d{2}:\d{2}\]\s*$/
const PREFIX = /^\s*([^:/]{1,60}?)\s*:\s*/
/** Speech over somebody else's: "//S02: oui//". */
const OVERLAP = /^\s*\/\/\s*[^:/]{1,60}:\s*/

/**
 * The paragraphs of a page that noScribe wrote, one an anchor; null where it holds none of its anchors, which say
 * when and who in their names. A speaker renamed in its editor is known by the name that stands before the words.
 */
export function paragraphsOfNoScribe(html: string): ReadNoScribe | null {
  const pieces = piecesOf(html)
  const first = pieces.findIndex(({ anchor }) => anchor !== null)
  if (first < 0) return null
  const head = pieces.slice(0, first)
  const mentioned = new Set(
    head.filter(({ text }) => /noscribe/i.test(text)).map(({ paragraph }) => paragraph),
  )
  const title = head.filter(({ paragraph }) => !mentioned.has(paragraph))
  return {
    paragraphs: [
      ...title.map(({ text }) => ({ text: oneLine(text), heading: true })),
      ...spoken(pieces.slice(first)),
    ],
    mentions: mentioned.size,
  }
}

/** An anchor is where its words begin: once a page was edited, they no longer stand inside it. */
function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = []
  let [paragraph, opens] = [0, true]
  let current: Piece | null = null
  const begin = (anchor: Piece["anchor"]) => {
    current = { anchor, paragraph, opens, text: "" }
    opens = false
    pieces.push(current)
  }
  const edge = (name: string) => {
    if (!isBlock(name)) return
    if (name !== "br") paragraph++
    if (name !== "br") opens = true
    current = null
  }
  readMarkup(html, {
    open: (name, attribute) => {
      edge(name)
      const found = name === "a" ? ANCHOR.exec(attribute("name") ?? "") : null
      if (found) begin({ by: found[3] ?? "", clip: clipOf(Number(found[1]), Number(found[2])) })
    },
    close: edge,
    text: (text) => {
      if (current === null && text.trim() !== "") begin(null)
      if (current) current.text += STAMP.test(text) ? " " : text
    },
  })
  return pieces.filter(({ anchor, text }) => anchor !== null || text.trim() !== "")
}

function spoken(pieces: readonly Piece[]): ReadParagraph[] {
  const names = namesOf(pieces)
  const known = new Set(names.values())
  let speaking: string | null = null
  let overlapped = false
  return pieces.flatMap(({ anchor, opens, text }) => {
    const by = anchor?.by ?? ""
    const cue = anchor?.clip ?? null
    const over = by.startsWith("//")
    const rest = overlapped ? text.replace(/^\s*\/\//, "") : text
    overlapped = over
    const written = opens ? PREFIX.exec(rest) : null
    const named = written && known.has(written[1]!) ? written : null
    if (named) speaking = named[1]!
    else if (!over && anchor) speaking = names.get(by) ?? null
    if (names.size === 0) return oneLine(text) === "" ? [] : [{ text: oneLine(text), cue }]
    const paragraph = over
      ? voiceParagraph(
          names.get(by.slice(2)) ?? by.slice(2),
          rest.replace(OVERLAP, "").replace(/\/\/\s*$/, ""),
          cue,
        )
      : voiceParagraph(speaking, rest.slice(named?.[0].length ?? 0), cue)
    return paragraph ? [paragraph] : []
  })
}

/** Each speaker of the anchors under the name before most of their paragraphs, which may be their own. */
function namesOf(pieces: readonly Piece[]): Map<string, string> {
  const written = new Map<string, Map<string, number>>()
  for (const { anchor, opens, text } of pieces) {
    const by = anchor?.by.replace(/^\/\//, "") ?? ""
    if (by === "") continue
    const names = written.get(by) ?? new Map<string, number>()
    written.set(by, names)
    if (!opens || anchor?.by !== by) continue
    const name = PREFIX.exec(text)?.[1] ?? ""
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  return new Map([...written].map(([by, names]) => [by, usualOf(names) || by]))
}

function usualOf(names: ReadonlyMap<string, number>): string {
  const all = [...names.values()].reduce((sum, count) => sum + count, 0)
  return [...names].find(([, count]) => count * 2 > all)?.[0] ?? ""
}
