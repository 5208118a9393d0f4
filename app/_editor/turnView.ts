import type { Node as Shown } from "@tiptap/pm/model"
import type { NodeView } from "@tiptap/pm/view"
import { positionText } from "../_sound/positionText"
import type { SpeakerLabels } from "./speakerLabels"

export interface TurnViewOptions {
  readonly labels: SpeakerLabels
  /** Plays the recording from here; null where nothing can be heard. */
  readonly play: ((ms: number) => void) | null
  /** When the turn of an element begins, be it by estimate; null where nobody knows. */
  readonly beginningOf: (dom: HTMLElement) => number | null
}

/** About how many stand in a line: by this a turn that is not seen is as high as it will be, or nearly so. */
const CHARACTERS_A_LINE = 64

/**
 * A turn on the page. Its words are its only element: who speaks and when are drawn beside them by the style sheet,
 * out of attributes, so that no key leads the cursor there.
 */
export function turnView(first: Shown, { labels, play, beginningOf }: TurnViewOptions): NodeView {
  let node = first
  const dom = document.createElement("div")
  const words = document.createElement("p")
  dom.className = "turn"
  dom.append(words)

  const show = () => {
    const who = labels.of(node.attrs.speaker as string | null)
    const startMs = node.attrs.startMs as number | null
    dom.dataset.speaker = who?.label ?? "–"
    dom.dataset.time = startMs === null ? "" : positionText(startMs)
    dom.classList.toggle("interviewer", who?.interviewer === true)
    dom.classList.toggle("heard", play !== null)
    const lines = String(Math.max(1, Math.ceil(node.content.size / CHARACTERS_A_LINE)))
    if (dom.style.getPropertyValue("--lines") !== lines) dom.style.setProperty("--lines", lines)
  }
  dom.addEventListener("mousedown", (event) => {
    if (!play || event.target !== dom || event.clientX <= words.getBoundingClientRect().right) return
    const startMs = beginningOf(dom)
    if (startMs === null) return
    // The editor keeps its focus and its selection.
    event.preventDefault()
    event.stopPropagation()
    play(startMs)
  })
  const forget = labels.onChange(show)
  show()
  return {
    dom,
    contentDOM: words,
    update(next) {
      if (next.type !== node.type) return false
      node = next
      show()
      return true
    },
    ignoreMutation: (mutation) => mutation.type === "attributes" && mutation.target === dom,
    destroy: forget,
  }
}
