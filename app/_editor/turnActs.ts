/** What the keys of the transcript do beside writing. Each makes one transaction; null where there is nothing to do. */
import type { EditorState, Transaction } from "@tiptap/pm/state"
import type { Clip } from "../../core/model"
import { beginnings, msAt, timedStretches } from "../../core/timeline"
import { type Hearing, PASTED, startFrom } from "./hearing"
import { turnsFromLines } from "./paste"
import { placedTurns } from "./turnTimes"

/**
 * Begins a turn at the cursor, of the same speaker. Before the first word of a turn: an empty one before it. It begins
 * where the recording stands, unless words go along that may have been said long before (C40).
 */
export function splitAtCursor(state: EditorState, hearing: Hearing | null = null): Transaction {
  const tr = state.selection.empty ? state.tr : state.tr.deleteSelection()
  const { $from } = tr.selection
  const { parent, parentOffset } = $from
  const type = state.schema.nodes.turn!
  const isBefore = parentOffset === 0 && parent.content.size > 0
  const takesWords = !isBefore && parentOffset < parent.content.size
  const startMs =
    takesWords && !hearing?.playing ? null : startFrom(hearing, tr.doc, $from.index(0) + (isBefore ? 0 : 1))
  // When a turn ends goes with its last word.
  const endMs: unknown = takesWords ? parent.attrs.endMs : null
  const attrs = { speaker: parent.attrs.speaker, startMs, endMs }
  if (isBefore) tr.insert($from.before(), type.create(attrs))
  else tr.split($from.pos, 1, [{ type, attrs }])
  if (endMs !== null) tr.setNodeAttribute($from.before(), "endMs", null)
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

/** When the turn with the cursor begins, be it by estimate, or the nearest before it that has a time. */
export function startOfTurn(state: EditorState): number | null {
  const until = state.selection.$from.index(0) + 1
  return (
    beginnings(placedTurns(state))
      .slice(0, until)
      .findLast((begins) => begins !== null)?.ms ?? null
  )
}

/**
 * What is heard of the turn with the cursor: up to when the next begins or, of the last, as far as it may reach by now.
 * Null where nobody knows when it begins.
 */
export function soundOfTurn(state: EditorState, nowMs: number): Clip | null {
  const turns = placedTurns(state)
  const index = state.selection.$from.index(0)
  const [begins, ...later] = beginnings(turns).slice(index)
  if (!begins) return null
  const startMs = begins.ms
  const next = later.find((each) => each && each.ms > startMs)
  const reach = msAt(timedStretches(turns), turns[index]!.to) ?? startMs
  const endMs = next?.ms ?? Math.max(reach, nowMs)
  return endMs > startMs ? { startMs, endMs } : null
}

/** Puts words where the selection is, a turn for each line. */
export function pasteLines(state: EditorState, pasted: string): Transaction | null {
  const { speaker } = state.selection.$from.parent.attrs
  const slice = turnsFromLines(pasted, { speaker: speaker ?? null, startMs: null, endMs: null }, state.schema)
  return slice.size === 0 ? null : state.tr.replaceSelection(slice).setMeta(PASTED, true).scrollIntoView()
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
