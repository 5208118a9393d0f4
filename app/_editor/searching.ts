/** Finding words in the editor and putting others in their place. What is found is selected there, so that what others write moves it along. */
import { TextSelection } from "@tiptap/pm/state"
import * as Y from "yjs"
import type { Span } from "../../core/model"
import { findPlaces, replacePlaces, type Search } from "../../core/ydoc/replacing"
import { offsetOf, positionOf } from "./selection"
import type { TranscriptEditor } from "./transcriptEditor"

/** The transcript's text as the editor shows it. */
export function textShown({ view }: TranscriptEditor): string {
  const { doc } = view.state
  return doc.textBetween(0, doc.content.size, "\n")
}

/** The words that are selected, where they are few and of one turn; else none. */
export function selectedWords({ view }: TranscriptEditor): string {
  const { doc, selection } = view.state
  const words = doc.textBetween(selection.from, selection.to, "\n")
  return words.length <= 200 && !words.includes("\n") ? words.trim() : ""
}

/** Which of the places is selected; -1 where none is. */
export function selectedPlace({ view }: TranscriptEditor, places: readonly Span[]): number {
  const { doc, selection } = view.state
  const [from, to] = [offsetOf(doc, selection.from), offsetOf(doc, selection.to)]
  return places.findIndex((place) => place.from === from && place.to === to)
}

/** Selects the next place, or the one before; round about where there is none. `here`: also the one at the cursor. */
export function selectPlace(editor: TranscriptEditor, search: Search, way: "next" | "before" | "here"): void {
  const places = findPlaces(textShown(editor), search)
  const { doc, selection } = editor.view.state
  const [from, to] = [offsetOf(doc, selection.from), offsetOf(doc, selection.to)]
  const next =
    way === "before"
      ? (places.findLast((place) => place.to <= from) ?? places.at(-1))
      : (places.find((place) => place.from >= (way === "here" ? from : to)) ?? places[0])
  if (next) select(editor, next)
}

/** Brings a place of the transcript into sight, if it still is in it, and puts the cursor there: nothing is selected, to be typed over. */
export function goTo(editor: TranscriptEditor, offset: number): void {
  if (offset > textShown(editor).length) return
  select(editor, { from: offset, to: offset })
  editor.focus()
}

function select({ view }: TranscriptEditor, place: Span): void {
  const { doc, tr } = view.state
  const [from, to] = [positionOf(doc, place.from), positionOf(doc, place.to)]
  view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)))
  show(view.dom, view.coordsAtPos(from))
}

/** Brings a line of the words to where it can be read with what is around it. */
function show(words: HTMLElement, line: { readonly top: number; readonly bottom: number }): void {
  const scroller = words.closest<HTMLElement>(".page-scroll")
  if (!scroller) return
  const bar = scroller.querySelector<HTMLElement>(".find-bar")?.offsetHeight ?? 0
  const { top, bottom, height } = scroller.getBoundingClientRect()
  const isSeen = line.top >= top + bar + 16 && line.bottom <= bottom - 48
  if (!isSeen) scroller.scrollBy({ top: line.top - top - bar - (height - bar) / 3 })
}

/** Puts words in the place of what is selected, if that was found, and goes on to the next. */
export function replaceSelected(editor: TranscriptEditor, search: Search, words: string): void {
  const places = findPlaces(textShown(editor), search)
  const place = places[selectedPlace(editor, places)]
  if (place) replaceAsOne(editor, [place], words)
  selectPlace(editor, search, place ? "next" : "here")
}

/** Puts words in all these places; one undo takes all of them back. */
export function replaceAsOne(
  { doc, history }: TranscriptEditor,
  places: readonly Span[],
  words: string,
): void {
  history.close()
  replacePlaces(doc, places, words)
  history.close()
}

/** A place that is known again after others have written before it. */
export type Mark = Y.RelativePosition

export function markOf({ doc }: TranscriptEditor, { from }: Span): Mark {
  return Y.createRelativePositionFromTypeIndex(doc.getText("text"), from, 0)
}

/** Where the marked places begin now. */
export function marked({ doc }: TranscriptEditor, marks: readonly Mark[]): ReadonlySet<number> {
  return new Set(
    marks.flatMap((mark) => Y.createAbsolutePositionFromRelativePosition(mark, doc)?.index ?? []),
  )
}

/** A place with what stands around it in its turn, cut between words. */
export function surroundings(text: string, { from, to }: Span, reach = 36) {
  const start = text.lastIndexOf("\n", from - 1) + 1
  const end = text.indexOf("\n", to)
  const before = text.slice(start, from)
  const after = text.slice(to, end < 0 ? text.length : end)
  return {
    before: before.length > reach ? before.slice(-reach).replace(/^\S*\s?/u, "… ") : before,
    found: text.slice(from, to),
    after: after.length > reach ? after.slice(0, reach).replace(/\s?\S*$/u, " …") : after,
  }
}
