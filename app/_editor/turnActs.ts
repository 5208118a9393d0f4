/** What the keys of the transcript do beside writing. Each makes one transaction; null where there is nothing to do. */
import type { EditorState, Transaction } from "@tiptap/pm/state"
import { turnsFromLines } from "./paste"

/** Begins a turn at the cursor, of the same speaker. Before the first word of a turn: an empty one before it. */
export function splitAtCursor(state: EditorState): Transaction {
  const tr = state.selection.empty ? state.tr : state.tr.deleteSelection()
  const { $from } = tr.selection
  const attrs = { speaker: $from.parent.attrs.speaker, startMs: null, endMs: null }
  const type = state.schema.nodes.turn!
  if ($from.parentOffset === 0 && $from.parent.content.size > 0) tr.insert($from.before(), type.create(attrs))
  else tr.split($from.pos, 1, [{ type, attrs }])
  return tr.scrollIntoView()
}

/** Gives the turns of the selection to a speaker. */
export function giveTurns(state: EditorState, speaker: string): Transaction | null {
  return sayOfTurns(state, "speaker", speaker)
}

/** Says that the turn with the cursor begins at this place of the recording. */
export function stampTurn(state: EditorState, startMs: number): Transaction | null {
  const { $from } = state.selection
  if ($from.depth === 0 || $from.parent.attrs.startMs === startMs) return null
  return state.tr.setNodeAttribute($from.before(1), "startMs", startMs)
}

/** When the turn with the cursor begins, or the nearest before it that has a time; null where none has. */
export function startOfTurn(state: EditorState): number | null {
  for (let turn = state.selection.$from.index(0); turn >= 0; turn--) {
    const startMs: unknown = state.doc.maybeChild(turn)?.attrs.startMs
    if (typeof startMs === "number") return startMs
  }
  return null
}

/** Puts words where the selection is, a turn for each line. */
export function pasteLines(state: EditorState, pasted: string): Transaction | null {
  const { speaker } = state.selection.$from.parent.attrs
  const slice = turnsFromLines(pasted, { speaker: speaker ?? null, startMs: null, endMs: null }, state.schema)
  return slice.size === 0 ? null : state.tr.replaceSelection(slice).scrollIntoView()
}

function sayOfTurns(state: EditorState, name: string, value: string): Transaction | null {
  const { from, to } = state.selection
  const tr = state.tr
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.type.name === "turn" && node.attrs[name] !== value) tr.setNodeAttribute(position, name, value)
    return false
  })
  return tr.docChanged ? tr : null
}
