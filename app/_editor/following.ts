import type { EditorView } from "@tiptap/pm/view"
import { heardAt, stretchesOfWords, timedStretches } from "../../core/timeline"
import { type WordTime, wordAt } from "../../core/wordTimes"
import { followElement } from "../_sound/followElement"
import { positionOf } from "./selection"
import { placedTurns } from "./turnTimes"

/** Whoever has just written or scrolled is left where they are. */
const BUSY_MS = 4_000
/** So often at most the times are read anew while somebody writes and listens. */
const READ_MS = 250
/** What is heard stands at least so far inside what is seen. */
const MARGIN = 80

/**
 * Marks the turn that is heard while the recording plays, and the word where its time is known, and keeps it in view where the one before it was, or where it
 * begins to play and the cursor is not among the words. Until the remover it answers is called.
 */
export function followSound(
  view: EditorView,
  element: HTMLMediaElement,
  words: () => readonly WordTime[],
): () => void {
  const scrolled = scrollerOf(view.dom)
  let shown: HTMLElement | null = null
  let busyUntil = 0
  const isBusy = () => performance.now() < busyUntil
  const isElsewhere = () => {
    busyUntil = performance.now() + BUSY_MS
  }
  const heard = heardTurns(view, words)
  const mark = markedWord(view)
  const forgetSound = followElement(element, (ms) => {
    const index = element.paused ? null : heard(ms)
    mark(element.paused ? null : (wordAt(words(), ms)?.at ?? null))
    const dom = index === null ? null : (view.dom.children[index] as HTMLElement | undefined)
    if (dom === shown && dom?.classList.contains("sounding") !== false) return
    const follows = shown ? isSeen(shown, scrolled, 0) : !view.hasFocus()
    shown?.classList.remove("sounding")
    shown = dom ?? null
    shown?.classList.add("sounding")
    if (shown && follows && !isBusy() && !isSeen(shown, scrolled, MARGIN)) bringIntoView(shown)
  })
  view.dom.addEventListener("beforeinput", isElsewhere)
  const moves = ["wheel", "touchmove"] as const
  for (const move of moves) scrolled.addEventListener(move, isElsewhere, { passive: true })
  return () => {
    forgetSound()
    mark(null)
    shown?.classList.remove("sounding")
    view.dom.removeEventListener("beforeinput", isElsewhere)
    for (const move of moves) scrolled.removeEventListener(move, isElsewhere)
  }
}

/** The number of the turn that is heard at a moment; null where nobody knows. */
function heardTurns(view: EditorView, words: () => readonly WordTime[]): (ms: number) => number | null {
  const read = () => {
    const turns = placedTurns(view.state)
    const stretches = stretchesOfWords(timedStretches(turns), words())
    return { of: view.state.doc, at: performance.now(), turns, stretches }
  }
  let known = read()
  return (ms) => {
    if (known.of !== view.state.doc && performance.now() - known.at > READ_MS) known = read()
    const place = heardAt(known.stretches, ms)
    if (place === null) return null
    return known.turns.findLastIndex(({ from }) => from <= place)
  }
}

/** Draws the word that begins at a place of the text as heard; a highlight, so that no word is drawn anew for it. */
function markedWord(view: EditorView): (at: number | null) => void {
  let marked: number | null = null
  return (at) => {
    if (at === marked) return
    marked = at
    CSS.highlights.delete("playing")
    if (at === null || view.isDestroyed) return
    const from = view.domAtPos(positionOf(view.state.doc, at), 1)
    if (!(from.node instanceof Text)) return
    const word = /^\S+/u.exec(from.node.data.slice(from.offset))?.[0]
    if (!word) return
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(from.node, from.offset + word.length)
    CSS.highlights.set("playing", new Highlight(range))
  }
}

function scrollerOf(dom: HTMLElement): HTMLElement {
  return dom.closest<HTMLElement>(".page-scroll") ?? document.documentElement
}

/** Whether something stands in what is seen; with a margin, where it can be read on from. */
function isSeen(dom: HTMLElement, scrolled: HTMLElement, margin: number): boolean {
  const [one, frame] = [dom.getBoundingClientRect(), scrolled.getBoundingClientRect()]
  return one.bottom > frame.top + margin / 2 && one.top < frame.bottom - margin
}

function bringIntoView(dom: HTMLElement): void {
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  dom.scrollIntoView({ block: "center", behavior: isCalm ? "instant" : "smooth" })
}
