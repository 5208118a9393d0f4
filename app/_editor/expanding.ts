import { Plugin, type Transaction } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { type Abbreviation, expansionOf } from "../../core/writingAids"

/**
 * Puts longer words in the place of abbreviations as they are written. What was typed is one act and its expansion
 * another: one undo takes the expansion back and leaves what was typed.
 */
export function expands(abbreviations: () => readonly Abbreviation[]): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, to, text) =>
        from === to && expand(view, abbreviations(), text, () => view.state.tr.insertText(text, from, to)),
    },
  })
}

/** The end of a turn is the end of a word: to be done before a key that ends it. */
export function expandAtEnd(view: EditorView, abbreviations: readonly Abbreviation[]): void {
  expand(view, abbreviations, "\n", null)
}

function expand(
  view: EditorView,
  abbreviations: readonly Abbreviation[],
  typed: string,
  type: (() => Transaction) | null,
): boolean {
  const { $from, empty } = view.state.selection
  if (!empty || view.composing) return false
  // Who types quickly is heard several characters at once; the last is what ends a word.
  const written = `${$from.parent.textContent.slice(0, $from.parentOffset)}${typed}`
  const found = expansionOf(abbreviations, written.slice(0, -1), written.slice(-1))
  if (!found) return false
  if (type) view.dispatch(type())
  const to = view.state.selection.from - (type ? found.behind : 0)
  view.dispatch(view.state.tr.insertText(found.long, to - found.short.length, to).scrollIntoView())
  return true
}
