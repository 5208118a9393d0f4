import type { EditorState } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import type { MemberId, Side } from "../../core/model"
import { type Awareness, readWriters, type Writer } from "./writers"

export interface Known {
  readonly name: string
  /** "s" is whoever codes on neither side. */
  readonly side: Side | "s"
}

/** Who else may be met in a transcript, and by what line. */
export interface Others {
  readonly awareness: Awareness
  readonly me: MemberId
  readonly known: (member: MemberId) => Known | null
}

/** How places in what is written are held, so that they are the same for the others. */
export interface Places {
  /** Where a writer's cursor stands in the editor; null where it is nowhere. */
  readonly of: (writer: Writer, state: EditorState) => number | null
  /** What one says of oneself: that one is here, and where, once one has been in the words. */
  readonly own: (state: EditorState | null) => unknown
}

export interface Carets {
  /** One's own cursor or the words have moved. */
  readonly moved: () => void
  readonly destroy: () => void
}

/** So often at most one says where one is. */
const TOLD_MS = 80
/** So long a name is written at a cursor that has moved. */
const NAMED_MS = 2_500

/**
 * Draws the cursors of others over the words, in a layer of its own: no word is drawn anew for them, and no key leads
 * into them. Says where one's own is, once one has been among the words.
 */
export function showCarets(view: EditorView, places: Places, { awareness, me, known }: Others): Carets {
  const layer = document.createElement("div")
  layer.className = "carets"
  layer.setAttribute("aria-hidden", "true")
  view.dom.parentElement!.append(layer)
  const drawn = new Map<number, Caret>()
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasWritten = false
  let told = ""

  const draw = () => {
    frame = 0
    if (view.isDestroyed) return
    const origin = layer.getBoundingClientRect()
    const writers = readWriters(awareness, me)
    for (const [client, caret] of drawn) {
      if (writers.some((writer) => writer.client === client)) continue
      caret.destroy()
      drawn.delete(client)
    }
    for (const writer of writers) {
      const who = known(writer.member)
      const place = who && places.of(writer, view.state)
      if (!who || place === null) continue
      const caret = drawn.get(writer.client) ?? openCaret(layer, who)
      drawn.set(writer.client, caret)
      const at = view.coordsAtPos(place)
      caret.put(at.left - origin.left, at.top - origin.top, at.bottom - at.top, place)
    }
  }
  const drawSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const tell = () => {
    timer = undefined
    if (view.isDestroyed) return
    hasWritten ||= view.hasFocus()
    const writing = places.own(hasWritten ? view.state : null)
    if (JSON.stringify(writing) === told) return
    told = JSON.stringify(writing)
    awareness.setLocalStateField("writing", writing)
  }
  const moved = () => {
    drawSoon()
    timer ??= setTimeout(tell, TOLD_MS)
  }
  const sizes = new ResizeObserver(drawSoon)
  sizes.observe(view.dom)
  awareness.on("change", drawSoon)
  view.dom.addEventListener("focus", moved)
  tell()
  drawSoon()
  return {
    moved,
    destroy() {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      sizes.disconnect()
      awareness.off("change", drawSoon)
      view.dom.removeEventListener("focus", moved)
      awareness.setLocalStateField("writing", undefined)
      for (const caret of drawn.values()) caret.destroy()
      layer.remove()
    },
  }
}

interface Caret {
  readonly put: (left: number, top: number, height: number, place: number) => void
  readonly destroy: () => void
}

function openCaret(layer: HTMLElement, { name, side }: Known): Caret {
  const dom = document.createElement("span")
  const flag = document.createElement("span")
  dom.className = `caret ${side}`
  flag.className = "flag-name"
  flag.textContent = name
  dom.append(flag)
  layer.append(dom)
  let named: ReturnType<typeof setTimeout> | undefined
  let was = ""
  return {
    put(left, top, height, place) {
      dom.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
      dom.style.height = `${Math.round(height)}px`
      // At the first line there is no room above.
      dom.classList.toggle("low", top < 20)
      if (was === `${place}`) return
      was = `${place}`
      dom.classList.add("named")
      clearTimeout(named)
      named = setTimeout(() => dom.classList.remove("named"), NAMED_MS)
    },
    destroy() {
      clearTimeout(named)
      dom.remove()
    },
  }
}
