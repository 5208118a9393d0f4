import type { PlacedTurn, Span } from "../../core/model"

/** A transcript as it stands in the document: each turn's words are one text node in its own paragraph. */
export interface TextOnPage {
  readonly root: HTMLElement
  readonly turns: readonly PlacedTurn[]
  readonly paragraphs: readonly HTMLElement[]
}

export function readTextOnPage(root: HTMLElement, turns: readonly PlacedTurn[]): TextOnPage {
  return { root, turns, paragraphs: [...root.querySelectorAll<HTMLElement>("p[data-turn]")] }
}

/** The turn in which an offset lies; the last that begins before it. */
export function turnAt(turns: readonly PlacedTurn[], offset: number): number {
  let low = 0
  let high = turns.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (turns[middle]!.from <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Words of one turn: a piece of its text node. */
export interface Piece {
  readonly words: Text
  readonly from: number
  readonly to: number
}

/** The words of a span, one piece a turn: a range over several turns would hold their speakers too. */
export function piecesOf({ turns, paragraphs }: TextOnPage, span: Span): Piece[] {
  const pieces: Piece[] = []
  for (let at = turnAt(turns, span.from); at < turns.length && turns[at]!.from < span.to; at++) {
    const turn = turns[at]!
    const words = paragraphs[at]?.firstChild
    const from = Math.max(0, span.from - turn.from)
    const to = Math.min(turn.text.length, span.to - turn.from)
    if (words instanceof Text && from < to && to <= words.length) pieces.push({ words, from, to })
  }
  return pieces
}

/** What a range of the document covers of the text; null when it holds none of it. */
export function spanOfRange({ turns, paragraphs }: TextOnPage, range: Range): Span | null {
  const inside = paragraphs.flatMap((paragraph, at) => (range.intersectsNode(paragraph) ? [at] : []))
  const first = inside[0]
  const last = inside.at(-1)
  if (first === undefined || last === undefined) return null
  const from = offsetIn(paragraphs[first]!, range.startContainer, range.startOffset)
  const to = offsetIn(paragraphs[last]!, range.endContainer, range.endOffset)
  return {
    from: turns[first]!.from + (from ?? 0),
    to: turns[last]!.from + (to ?? turns[last]!.text.length),
  }
}

/** The offset under a point of the window; null beside the words. */
export function offsetAtPoint(text: TextOnPage, x: number, y: number): number | null {
  const place = caretAt(x, y)
  const paragraph = place && elementOf(place.node)?.closest<HTMLElement>("p[data-turn]")
  if (!place || !paragraph || !text.root.contains(paragraph)) return null
  const at = Number(paragraph.dataset.turn)
  const offset = offsetIn(paragraph, place.node, place.offset)
  return offset === null ? null : text.turns[at]!.from + offset
}

/** The boxes of the first and the last line of a span, in the window; null where it is not on the page. */
export function edgesOf(text: TextOnPage, span: Span): { first: DOMRect; last: DOMRect } | null {
  const [first] = piecesOf(text, { from: span.from, to: span.from + 1 })
  const [last] = piecesOf(text, { from: span.to - 1, to: span.to })
  return first && last ? { first: boxOf(first), last: boxOf(last) } : null
}

/**
 * The one range that measures. The browser mends every range that is alive at every node it removes: hundreds of them,
 * until they are collected, make each scroll and each key wait.
 */
let ruler: Range | null = null

function boxOf({ words, from, to }: Piece): DOMRect {
  ruler ??= new Range()
  ruler.setStart(words, from)
  ruler.setEnd(words, to)
  return ruler.getBoundingClientRect()
}

function offsetIn(paragraph: HTMLElement, node: Node, offset: number): number | null {
  if (!paragraph.contains(node)) return null
  if (node instanceof Text) return offset
  return offset === 0 ? 0 : (paragraph.textContent?.length ?? 0)
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  // Safari knows the older name alone.
  const range = document.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
