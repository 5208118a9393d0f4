/** Stressed words: plain asterisks around them, put there and taken away by one transaction, so that no word is written anew. */
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import type { Span } from "../../core/model"
import { type Emphasis, emphasisIn, STRESS } from "../_transcript/emphasis"

/**
 * Stresses the words that are selected, or the word with the cursor; where they are stressed, takes that back. Where no
 * word is, begins one to be stressed; at the end of such a one, goes on behind it. Null where more turns than one are.
 */
export function stress(state: EditorState): Transaction | null {
  const { $from, $to, empty } = state.selection
  if ($from.depth === 0 || !$from.sameParent($to)) return null
  const text = $from.parent.textContent
  const picked = { from: $from.parentOffset, to: $to.parentOffset }
  const around = emphasisIn(text).find(({ all }) => picked.from >= all.from && picked.to <= all.to)
  if (empty && text.slice(picked.from - 1, picked.from + 1) === STRESS + STRESS)
    return state.tr.delete($from.pos - 1, $from.pos + 1)
  if (around)
    return empty && picked.from === around.words.to ? goBehind(state) : withoutSigns(state, [around])
  const words = wholeWords(text, picked)
  if (words.to === words.from) return empty ? begin(state) : null
  const within = emphasisIn(text).filter(({ all }) => all.from < words.to && words.from < all.to)
  const isStressed = within.some(({ all }) => all.from <= words.from && words.to <= all.to)
  return isStressed ? withoutSigns(state, within) : withSigns(state, words, within)
}

/** The words something touches, without white space and marks at its edges; nothing where it touches none. */
function wholeWords(text: string, picked: Span): Span {
  const held = text.slice(picked.from, picked.to)
  const lead = /^[^\p{L}\p{N}(*[]*/u.exec(held)![0].length
  const trail = /[\s.,;:!?…»”]*$/u.exec(held.slice(lead))![0].length
  if (held !== "" && lead === held.length) return { from: picked.from, to: picked.from }
  const [from, to] = [picked.from + lead, picked.to - trail]
  const before = /[\p{L}\p{N}\p{M}’'-]*$/u.exec(text.slice(0, from))![0]
  const after = /^[\p{L}\p{N}\p{M}’'-]*/u.exec(text.slice(to))![0]
  return { from: from - before.length, to: to + after.length }
}

function withSigns(state: EditorState, words: Span, within: readonly Emphasis[]): Transaction {
  const { $from, empty } = state.selection
  const tr = without(state.tr, $from.start(), within)
  const [from, to] = [words.from, words.to].map((at) => tr.mapping.map($from.start() + at)) as [
    number,
    number,
  ]
  const cursor = tr.mapping.map($from.pos)
  // From behind, and each for itself: the words between them are not touched.
  tr.insertText(STRESS, to).insertText(STRESS, from)
  // Who has just written the word writes on behind it; what was selected stays so.
  const [anchor, head] = empty ? [cursor === to ? to + 2 : cursor + 1] : [from + 1, to + 1]
  return tr.setSelection(TextSelection.create(tr.doc, anchor!, head))
}

function withoutSigns(state: EditorState, which: readonly Emphasis[]): Transaction {
  return without(state.tr, state.selection.$from.start(), which)
}

function without(tr: Transaction, start: number, which: readonly Emphasis[]): Transaction {
  for (const { all } of which.toReversed()) {
    tr.delete(start + all.to - 1, start + all.to)
    tr.delete(start + all.from, start + all.from + 1)
  }
  return tr
}

function begin(state: EditorState): Transaction {
  const { from } = state.selection
  const tr = state.tr.insertText(STRESS + STRESS, from)
  return tr.setSelection(TextSelection.create(tr.doc, from + 1)).scrollIntoView()
}

function goBehind(state: EditorState): Transaction {
  const { from } = state.selection
  return state.tr.setSelection(TextSelection.create(state.doc, from + 1)).scrollIntoView()
}
