import type { Node as Shown } from "@tiptap/pm/model"
import type { NodeView } from "@tiptap/pm/view"
import { positionText } from "../_sound/positionText"
import type { SpeakerLabels } from "./speakerLabels"

export interface TurnViewOptions {
  readonly labels: SpeakerLabels
  /** Plays the recording from here; null where nothing can be heard. */
  readonly play: ((ms: number) => void) | null
}

/**
 * A turn on the page. Its words are its only element: who speaks and when are drawn beside them by the style sheet,
 * out of attributes, so that no key leads the cursor there.
 */
export function turnView(first: Shown, { labels, play }: TurnViewOptions): NodeView {
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
  }
  dom.addEventListener("mousedown", (event) => {
    const startMs = beginningOf(node, dom)
    if (!play || startMs === null || event.target !== dom) return
    if (event.clientX <= words.getBoundingClientRect().right) return
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

/** When a turn begins, be it by estimate (turnTimes); null where nobody knows. */
function beginningOf(node: Shown, { dataset }: HTMLElement): number | null {
  if (typeof node.attrs.startMs === "number") return node.attrs.startMs
  return dataset.aboutMs === undefined ? null : Number(dataset.aboutMs)
}
