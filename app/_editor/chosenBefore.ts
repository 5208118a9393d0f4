import type { EditorState } from "@tiptap/pm/state"
import { TextSelection, type Transaction } from "@tiptap/pm/state"

/** A place in the words of a turn. */
interface Place {
  readonly turn: number
  readonly offset: number
}

/** What was clicked or selected in turns that could only be read yet. */
export interface ChosenBefore {
  readonly anchor: Place
  readonly head: Place
}

/** What is selected in turns that are children of an element, each with its words in one piece; null where nothing is. */
export function chosenIn(turns: HTMLElement): ChosenBefore | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = turns.ownerDocument.getSelection() ?? {}
  const at = (node: Node | null | undefined, offset: number): Place | null => {
    if (!(node instanceof Text) || !turns.contains(node)) return null
    const turn = [...turns.children].findIndex((each) => each.contains(node))
    return turn < 0 ? null : { turn, offset }
  }
  const [anchor, head] = [at(anchorNode, anchorOffset ?? 0), at(focusNode, focusOffset ?? 0)]
  return anchor && head && { anchor, head }
}

/** Selects it in the editor that has taken their place; null where those turns are no more. */
export function chooseAgain(state: EditorState, { anchor, head }: ChosenBefore): Transaction | null {
  const at = ({ turn, offset }: Place): number | null => {
    const node = state.doc.maybeChild(turn)
    if (!node) return null
    const before = state.doc.children.slice(0, turn).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
    return before + 1 + Math.min(offset, node.content.size)
  }
  const [from, to] = [at(anchor), at(head)]
  if (from === null || to === null) return null
  return state.tr.setSelection(TextSelection.create(state.doc, from, to))
}
