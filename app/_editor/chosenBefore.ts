import type { Node as Turn } from "@tiptap/pm/model"
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"

/** A place in the words of a turn. */
interface Place {
  readonly turn: number
  readonly offset: number
}

/** What was clicked, selected and typed in turns that came before the editor. */
export interface ChosenBefore {
  readonly anchor: Place
  readonly head: Place
  /** Turns in which something was typed, with their words before and after. */
  readonly typed: readonly { readonly turn: number; readonly was: string; readonly now: string }[]
}

/**
 * What is selected and typed in turns that are children of an element; null where nothing is. `was`: their words as they
 * came; `before`: what was chosen when one last looked.
 */
export function chosenIn(
  turns: HTMLElement,
  was: readonly string[],
  before: ChosenBefore | null,
): ChosenBefore | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = turns.ownerDocument.getSelection() ?? {}
  const at = (node: Node | null | undefined, offset: number): Place | null => {
    if (!node || !turns.contains(node)) return null
    const turn = [...turns.children].findIndex((each) => each.contains(node))
    const words = turns.children[turn]?.querySelector("p")
    if (!words?.contains(node)) return null
    const range = turns.ownerDocument.createRange()
    range.setStart(words, 0)
    range.setEnd(node, offset)
    return { turn, offset: range.toString().length }
  }
  const [anchor, head] = [at(anchorNode, anchorOffset ?? 0), at(focusNode, focusOffset ?? 0)]
  const typed = [...turns.children].flatMap((each, turn) => {
    const now = (each.querySelector("p")?.textContent ?? "").replace(/\s*[\n\r]+\s*/gu, " ")
    return now === was[turn] ? [] : [{ turn, was: was[turn]!, now }]
  })
  if (anchor && head) return { anchor, head, typed }
  if (before) return { ...before, typed }
  const [first] = typed
  if (!first) return null
  const end = { turn: first.turn, offset: first.now.length }
  return { anchor: end, head: end, typed }
}

/** Writes and selects it in the same turns, drawn anew, for who goes on typing there. */
export function putAgain(turns: HTMLElement, { anchor, head, typed }: ChosenBefore): void {
  for (const { turn, now } of typed) turns.children[turn]?.querySelector("p")?.replaceChildren(now)
  const words = (place: Place) => turns.children[place.turn]?.querySelector("p")?.firstChild
  const [from, to] = [words(anchor), words(head)]
  if (!(from instanceof Text && to instanceof Text)) return
  from.parentElement?.focus({ preventScroll: true })
  const within = (text: Text, { offset }: Place) => Math.min(offset, text.length)
  turns.ownerDocument.getSelection()?.setBaseAndExtent(from, within(from, anchor), to, within(to, head))
}

/** Writes and selects it in the editor that has taken their place; null where those turns are no more. */
export function chooseAgain(state: EditorState, { anchor, head, typed }: ChosenBefore): Transaction | null {
  const transaction = state.tr
  for (const { turn, was, now } of typed) {
    const from = beginningOf(transaction.doc, turn)
    if (from === null) continue
    const words = transaction.doc.child(turn).textContent
    const { at, gone, come } = differenceOf(was, now)
    // Where somebody changed the turn since, what was typed is put there, and nothing of theirs is taken away.
    const start = from + Math.min(at, words.length)
    transaction.insertText(come, start, words === was ? start + gone : start)
  }
  const at = ({ turn, offset }: Place): number | null => {
    const from = beginningOf(transaction.doc, turn)
    return from === null ? null : from + Math.min(offset, transaction.doc.child(turn).content.size)
  }
  const [from, to] = [at(anchor), at(head)]
  if (from === null || to === null) return transaction.docChanged ? transaction : null
  return transaction.setSelection(TextSelection.create(transaction.doc, from, to))
}

/** Where the words of a turn begin. */
function beginningOf(doc: Turn, turn: number): number | null {
  if (!doc.maybeChild(turn)) return null
  return 1 + doc.children.slice(0, turn).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
}

/** What was typed, as one stretch: how much went at a place, and what came. */
function differenceOf(was: string, now: string): { at: number; gone: number; come: string } {
  const least = Math.min(was.length, now.length)
  let at = 0
  while (at < least && was[at] === now[at]) at++
  let behind = 0
  while (behind < least - at && was.at(-1 - behind) === now.at(-1 - behind)) behind++
  return { at, gone: was.length - at - behind, come: now.slice(at, now.length - behind) }
}
