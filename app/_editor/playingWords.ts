import { Plugin } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { msAt, stretchesOfWords, timedStretches } from "../../core/timeline"
import type { WordTime } from "../../core/wordTimes"
import { offsetOf } from "./selection"
import { placedTurns } from "./turnTimes"

/** Plays from a word, as exactly as its time is known: where one presses with Alt, or at the cursor by a key. */
export function playsWords(play: (ms: number) => void, words: () => readonly WordTime[]): Plugin {
  const playFrom = (view: EditorView, position: number) => {
    const ms = msAt(
      stretchesOfWords(timedStretches(placedTurns(view.state)), words()),
      offsetOf(view.state.doc, startOfWord(view, position)),
    )
    if (ms !== null) play(ms)
    return ms !== null
  }
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        // Where the key lies: with Alt, what it writes is anything.
        const isOurs =
          event.code === "KeyK" && event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
        return isOurs && playFrom(view, view.state.selection.head)
      },
      handleDOMEvents: {
        mousedown(view, event) {
          if (!event.altKey || event.button !== 0) return false
          const pressed = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (!pressed || pressed.inside < 0 || !playFrom(view, pressed.pos)) return false
          // The cursor stays where it is.
          event.preventDefault()
          return true
        },
      },
    },
  })
}

function startOfWord({ state }: EditorView, position: number): number {
  const { parent, parentOffset } = state.doc.resolve(position)
  return position - /\S*$/u.exec(parent.textContent.slice(0, parentOffset))![0].length
}
