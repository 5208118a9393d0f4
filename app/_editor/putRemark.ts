import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { spacing } from "./remarks"

interface Put {
  readonly transaction: Transaction
  /** Where the remark begins in the editor once that is done. */
  readonly at: number
}

/**
 * Puts a whole remark into a turn: behind the word with the cursor where the cursor is in that turn, else at its end.
 * Never inside a word or another remark. Null where there is no such turn.
 */
export function putRemark(state: EditorState, turn: number, remark: string): Put | null {
  const node = state.doc.maybeChild(turn)
  if (!node) return null
  let beginning = 1
  for (let before = 0; before < turn; before++) beginning += state.doc.child(before).nodeSize
  const words = node.textContent
  const { $head } = state.selection
  const isHere = $head.depth > 0 && $head.index(0) === turn
  const place = behindWord(words, isHere ? $head.parentOffset : words.length)
  const { lead, trail } = spacing(words.slice(0, place), words.slice(place))
  const at = beginning + place + lead.length
  const transaction = state.tr.insertText(`${lead}${remark}${trail}`, beginning + place)
  if (isHere) transaction.setSelection(TextSelection.create(transaction.doc, at + remark.length))
  return { transaction, at }
}

function behindWord(words: string, place: number): number {
  const [before, after] = [words.slice(0, place), words.slice(place)]
  const isInRemark = /\([^()]*$/u.test(before) && /^[^()]*\)/u.test(after)
  if (isInRemark) return place + after.indexOf(")") + 1
  if (!/[\p{L}\p{N}]$/u.test(before)) return place
  return place + /^(?:[\p{L}\p{N}]|[’'-](?=\p{L}))*/u.exec(after)![0].length
}
