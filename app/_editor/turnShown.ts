import type { EditorView } from "@tiptap/pm/view"

/** So near an edge of what is seen one cannot read on. */
const MARGIN = 90

/** Marks one turn, in the class and no word of it. What it answers says whether another is marked than before. */
export function markedTurn(view: EditorView, name: string): (turn: number | null) => boolean {
  let marked: number | null = null
  let shown: Element | null = null
  return (turn) => {
    const dom = turn === null ? null : (view.dom.children[turn] ?? null)
    if (dom !== shown) shown?.classList.remove(name)
    shown = dom
    // The editor may have made its element anew.
    dom?.classList.add(name)
    const isOther = turn !== marked
    marked = turn
    return isOther
  }
}

export function bringTurnIntoView(view: EditorView, turn: number): void {
  const [dom, scroller] = [view.dom.children[turn], scrollerOf(view)]
  if (!dom || !scroller) return
  const [at, frame] = [dom.getBoundingClientRect(), scroller.getBoundingClientRect()]
  const isSeen = at.top >= frame.top + MARGIN && at.bottom <= frame.bottom - MARGIN
  if (isSeen) return
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  scroller.scrollBy({ top: at.top - frame.top - frame.height / 3, behavior: isCalm ? "instant" : "smooth" })
}

/** Where one is: at the turn that is heard, else at that of the cursor where it can be seen, else at the first that can. */
export function turnInView(view: EditorView, cursor: number): number {
  const turns = [...view.dom.children]
  const heard = turns.findIndex((turn) => turn.classList.contains("sounding"))
  const frame = scrollerOf(view)?.getBoundingClientRect()
  if (heard >= 0 || !frame) return heard >= 0 ? heard : cursor
  const isSeen = (turn: Element | undefined) => {
    const box = turn?.getBoundingClientRect()
    return box !== undefined && box.bottom > frame.top && box.top < frame.bottom
  }
  return isSeen(turns[cursor]) ? cursor : Math.max(0, turns.findIndex(isSeen))
}

export function scrollerOf(view: EditorView): HTMLElement | null {
  return view.dom.closest<HTMLElement>(".page-scroll")
}
