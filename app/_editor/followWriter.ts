import type { EditorView } from "@tiptap/pm/view"
import type * as Y from "yjs"
import type { MemberId } from "../../core/model"
import type { Others } from "./carets"
import { positionOf } from "./selection"
import { placeOfWriter, readWriters } from "./writers"

/** So near an edge of what is seen one cannot read on. */
const MARGIN = 90

/**
 * Keeps somebody's cursor in view, wherever they go in the words, until the remover it answers is called. `ended` where
 * one writes or scrolls oneself, or where they leave.
 */
export function followWriter(
  view: EditorView,
  doc: Y.Doc,
  { awareness, me }: Others,
  member: MemberId,
  ended: () => void,
): () => void {
  const scrolled = view.dom.closest<HTMLElement>(".page-scroll")
  let frame = 0
  const look = () => {
    frame = 0
    if (view.isDestroyed || !scrolled) return
    const theirs = readWriters(awareness, me).filter((writer) => writer.member === member)
    if (theirs.length === 0) return ended()
    const place = theirs.flatMap((writer) => placeOfWriter(doc, writer) ?? [])[0]
    if (place === undefined) return
    const [at, frameOf] = [
      view.coordsAtPos(positionOf(view.state.doc, place)),
      scrolled.getBoundingClientRect(),
    ]
    if (at.top >= frameOf.top + MARGIN && at.bottom <= frameOf.bottom - MARGIN) return
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
    const top = at.top - frameOf.top - frameOf.height / 3
    scrolled.scrollBy({ top, behavior: isCalm ? "instant" : "smooth" })
  }
  const lookSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(look)
  }
  const moves = ["wheel", "touchmove"] as const
  awareness.on("change", lookSoon)
  view.dom.addEventListener("beforeinput", ended)
  for (const move of moves) scrolled?.addEventListener(move, ended, { passive: true })
  lookSoon()
  return () => {
    cancelAnimationFrame(frame)
    awareness.off("change", lookSoon)
    view.dom.removeEventListener("beforeinput", ended)
    for (const move of moves) scrolled?.removeEventListener(move, ended)
  }
}
