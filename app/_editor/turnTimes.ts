import { type EditorState, Plugin } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import type { Turn } from "../../core/model"
import { placeTurns } from "../../core/text"
import { beginnings } from "../../core/timeline"
import { positionText } from "../_sound/positionText"

/** So long after a key the times beside other turns may still be those before it. */
const PATIENCE_MS = 150

/** When the turn of a number begins, be it by estimate; null where nobody knows. */
export function beginningOf(state: Pick<EditorState, "doc">, index: number): number | null {
  return beginnings(placedTurns(state))[index]?.ms ?? null
}

/** The turns of an editor with their places in the transcript's text. */
export function placedTurns({ doc }: Pick<EditorState, "doc">) {
  return placeTurns(doc.children.map((turn) => ({ ...(turn.attrs as Turn), text: turn.textContent })))
}

/**
 * Shows beside the turns that nobody gave a time when they should begin. Written to the turns' elements, as attributes
 * that the style sheet draws: an estimate is nothing that is said of a turn, and moves with every word around it.
 */
export function estimatedTimes(say: (position: string) => string): Plugin {
  return new Plugin({
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined
      showEstimates(view, say)
      return {
        update(view, { doc }) {
          if (doc === view.state.doc) return
          clearTimeout(timer)
          timer = setTimeout(() => showEstimates(view, say), PATIENCE_MS)
        },
        destroy: () => clearTimeout(timer),
      }
    },
  })
}

function showEstimates(view: EditorView, say: (position: string) => string): void {
  for (const [index, begins] of beginnings(placedTurns(view.state)).entries()) {
    const dom = view.dom.children[index]
    if (!(dom instanceof HTMLElement)) return
    const about = begins?.estimated ? positionText(begins.ms) : undefined
    if (dom.dataset.about === about) continue
    if (about !== undefined) Object.assign(dom.dataset, { about, aboutSaid: say(about) })
    else for (const name of ["about", "aboutSaid"]) delete dom.dataset[name]
  }
}
