/** Remarks in parentheses and marks for what nobody can hear: plain characters, each put in by one transaction. */
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"

/**
 * Puts a remark where the cursor is, which then stands inside; around words of one turn that are selected. In a remark:
 * goes on behind it.
 */
export function insertRemark(state: EditorState): Transaction | null {
  const { $from, $to, from, to, empty } = state.selection
  if (!$from.sameParent($to)) return null
  const { before, after } = aroundSelection(state)
  if (empty && /\([^()]*$/u.test(before) && after.startsWith(")")) {
    const space = /^\)\p{L}/u.test(after) ? " " : ""
    const tr = state.tr.insertText(space, from + 1)
    return tr.setSelection(TextSelection.create(tr.doc, from + 1 + space.length)).scrollIntoView()
  }
  const words = state.doc.textBetween(from, to)
  const { lead, trail } = spacing(before, after)
  const tr = state.tr.insertText(`${lead}(${words})${trail}`, from, to)
  const inside = from + lead.length + 1 + words.length
  return tr.setSelection(TextSelection.create(tr.doc, words === "" ? inside : inside + 1)).scrollIntoView()
}

/** Says where nobody can hear what is said, and when, in the place of what is selected. */
export function insertInaudible(state: EditorState, position: string | null): Transaction | null {
  const { $from, $to, from, to } = state.selection
  if (!$from.sameParent($to)) return null
  const { before, after } = aroundSelection(state)
  const { lead, trail } = spacing(before, after)
  const mark = position === null ? "[inaudible]" : `[inaudible ${position}]`
  const tr = state.tr.insertText(`${lead}${mark}${trail}`, from, to)
  return tr.setSelection(TextSelection.create(tr.doc, from + lead.length + mark.length)).scrollIntoView()
}

function aroundSelection({ selection: { $from, $to } }: EditorState) {
  const words = $from.parent.textContent
  return { before: words.slice(0, $from.parentOffset), after: words.slice($to.parentOffset) }
}

/** The spaces by which it stands apart from the words beside it. */
export function spacing(before: string, after: string) {
  return {
    lead: /[^\s(«“’'-]$/u.test(before) ? " " : "",
    trail: /^[\p{L}\p{N}]/u.test(after) ? " " : "",
  }
}
