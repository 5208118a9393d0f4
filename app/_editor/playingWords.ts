import { Plugin } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { msAt, stretchesOfWords, timedStretches } from "../../core/timeline"
import type { WordTime } from "../../core/wordTimes"
import { offsetOf } from "./selection"
import { placedTurns } from "./turnTimes"

/** Plays from the word at a place of the editor, as exactly as its time is known. False where nobody knows it. */
export function playWord(
  view: EditorView,
  position: number,
  play: (ms: number) => void,
  words: readonly WordTime[],
): boolean {
  const ms = msAt(
    stretchesOfWords(timedStretches(placedTurns(view.state)), words),
    offsetOf(view.state.doc, startOfWord(view, position)),
  )
  if (ms !== null) play(ms)
  return ms !== null
}

/** Plays from the word that one presses with Alt. */
export function playsWords(play: (ms: number) => void, words: () => readonly WordTime[]): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown(view, event) {
          if (!event.altKey || event.button !== 0) return false
          const pressed = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (!pressed || pressed.inside < 0 || !playWord(view, pressed.pos, play, words())) return false
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
