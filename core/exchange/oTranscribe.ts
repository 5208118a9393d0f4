import { recogniseHeader } from "./header"
import { isBlock, readMarkup } from "./markup"
import { timeAt } from "./times"
import type { ReadParagraph } from "./transcriptDraft"
import { oneLine, timeMs } from "./voice"

/** Words up to the next stamp or the end of the line; when they start, where a stamp stands before them. */
interface Piece {
  readonly startMs: number | null
  readonly opens: boolean
  text: string
}

/**
 * The paragraphs of the HTML that oTranscribe keeps a transcript in. Its stamps say when the words after them start,
 * to the millisecond; who speaks stands in the text as it was typed, before or after the stamp.
 */
export function paragraphsOfOTranscribe(html: string): ReadParagraph[] {
  const pieces = piecesOf(html).map((piece) => ({ ...piece, text: oneLine(piece.text) }))
  const paragraphs: ReadParagraph[] = []
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    // "M7 [stamp] : Oui" is one paragraph: what stands before the stamp is a part of its header.
    if (next && !next.opens && piece.startMs === null && isHeaderOf(piece.text, next.text)) {
      pieces[index + 1] = { ...next, opens: piece.opens, text: `${piece.text} ${next.text}` }
    } else if (piece.text !== "") paragraphs.push(timed(piece))
  })
  return paragraphs
}

function isHeaderOf(before: string, after: string): boolean {
  if (before === "") return false
  const header = recogniseHeader(`${before} ${after}`)
  return header !== null && header.label !== null && header.textFrom >= before.length
}

function timed({ startMs, text }: Piece): ReadParagraph {
  if (startMs === null) return { text }
  const header = recogniseHeader(text)
  if (header) return { text, header: { ...header, startMs } }
  const bare = { label: null, stated: false, labelFrom: 0, textFrom: 0, textTo: text.length }
  return { text, header: { ...bare, startMs, endMs: null } }
}

function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [{ startMs: null, opens: true, text: "" }]
  let stamp: string | null = null
  const edge = (name: string) => {
    if (isBlock(name)) pieces.push({ startMs: null, opens: true, text: "" })
  }
  readMarkup(html, {
    open: (name, attribute) => {
      edge(name)
      if (name !== "span" || !/\btimestamp\b/.test(attribute("class") ?? "")) return
      stamp = ""
      const startMs = timeMs(attribute("data-timestamp"))
      pieces.push({ startMs, opens: pieces.at(-1)!.opens && pieces.at(-1)!.text.trim() === "", text: "" })
    },
    close: (name) => {
      if (name === "span" && stamp !== null) {
        const last = pieces.at(-1)!
        if (last.startMs === null)
          pieces[pieces.length - 1] = { ...last, startMs: timeAt(stamp.trim(), 0)?.startMs ?? null }
        stamp = null
      }
      edge(name)
    },
    text: (text) => {
      if (stamp !== null) stamp += text
      else pieces.at(-1)!.text += text
    },
  })
  return pieces
}
