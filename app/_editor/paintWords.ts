import type { EditorView } from "@tiptap/pm/view"
import type { Span } from "../../core/model"
import { firstIndex } from "../../core/text"
import { type Paint, paints } from "../_transcript/usePainting"

/** A turn as it is shown. */
export interface ShownTurn {
  readonly words: string
  /** Where its words begin in the transcript's text. */
  readonly from: number
}

export interface WordPainter {
  /** Says what has a paint: stretches of a turn's words, counted from its first. Null: nothing any more. */
  readonly set: (paint: Paint, stretches: ((turn: ShownTurn) => readonly Span[]) | null) => void
  readonly destroy: () => void
}

/**
 * Paints words of an editor without touching them, so that neither its document nor its elements know of it: only in the
 * turns that can be seen and a screen around them, anew before each frame that follows a change or a scroll.
 */
export function paintWords(view: EditorView, onTransaction: (heard: () => void) => () => void): WordPainter {
  const painted = new Map<Paint, (turn: ShownTurn) => readonly Span[]>()
  const scroller = view.dom.closest<HTMLElement>(".page-scroll") ?? view.dom.parentElement!
  let frame = 0
  const draw = () => {
    frame = 0
    const turns = painted.size > 0 ? turnsNear(view, scroller) : []
    for (const [paint, stretches] of painted) {
      const ranges = turns.flatMap((turn) => stretches(turn).map((span) => rangeOf(view, turn.at, span)))
      if (ranges.length === 0) CSS.highlights.delete(paint)
      else
        CSS.highlights.set(
          paint,
          Object.assign(new Highlight(...ranges), { priority: paints.indexOf(paint) }),
        )
    }
  }
  const soon = () => {
    if (frame === 0 && typeof Highlight !== "undefined") frame = requestAnimationFrame(draw)
  }
  const forget = onTransaction(soon)
  scroller.addEventListener("scroll", soon, { passive: true })
  const resized = new ResizeObserver(soon)
  resized.observe(scroller)
  return {
    set(paint, stretches) {
      if (stretches) painted.set(paint, stretches)
      else if (painted.delete(paint)) CSS.highlights?.delete(paint)
      soon()
    },
    destroy() {
      forget()
      scroller.removeEventListener("scroll", soon)
      resized.disconnect()
      cancelAnimationFrame(frame)
      for (const paint of painted.keys()) CSS.highlights?.delete(paint)
    },
  }
}

interface PlacedTurn extends ShownTurn {
  /** Where it begins in the editor. */
  readonly at: number
}

/** The turns that can be seen, and those a screen above and below. */
function turnsNear(view: EditorView, scroller: HTMLElement): PlacedTurn[] {
  const { doc } = view.state
  const box = scroller.getBoundingClientRect()
  const boxes = [...view.dom.children]
  const first = firstIndex(boxes, (turn) => turn.getBoundingClientRect().bottom >= box.top - box.height)
  const last = firstIndex(boxes, (turn) => turn.getBoundingClientRect().top > box.bottom + box.height)
  const turns: PlacedTurn[] = []
  let at = 0
  for (let index = 0; index < Math.min(last, doc.childCount); index++) {
    const node = doc.child(index)
    if (index >= first) turns.push({ words: node.textContent, from: at - index, at })
    at += node.nodeSize
  }
  return turns
}

/** Static: it follows no change of the page, so that it costs the page's changes nothing. */
function rangeOf(view: EditorView, turn: number, { from, to }: Span): StaticRange {
  const [start, end] = [view.domAtPos(turn + 1 + from), view.domAtPos(turn + 1 + to)]
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  })
}
