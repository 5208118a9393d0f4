import type { EditorState } from "@tiptap/pm/state"
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap"
import * as Y from "yjs"
import type { Places } from "../_editor/carets"

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2]

/** What the binding of an editor to its fragment knows. */
interface Bound {
  readonly doc: Y.Doc
  readonly type: Y.XmlFragment
  readonly binding: { readonly mapping: Mapping } | null
}

/** Places in a rich text, for its carets. */
export const caretPlaces: Places = {
  of({ head }, state) {
    const bound = boundOf(state)
    if (!bound || !head) return null
    try {
      const { doc, type, binding } = bound
      const place = relativePositionToAbsolutePosition(doc, type, head, binding.mapping)
      return place === null || place > state.doc.content.size ? null : place
    } catch {
      // Yjs looks for whatever it is told, such as a character before the first.
      return null
    }
  },
  own(state) {
    const bound = state && boundOf(state)
    if (!bound || !state) return { head: null }
    const { type, binding } = bound
    const head: Y.RelativePosition = absolutePositionToRelativePosition(
      state.selection.head,
      type,
      binding.mapping,
    )
    return { head: Y.relativePositionToJSON(head) }
  },
}

function boundOf(state: EditorState): (Bound & { readonly binding: NonNullable<Bound["binding"]> }) | null {
  const bound = ySyncPluginKey.getState(state) as Bound | undefined
  return bound?.binding ? { ...bound, binding: bound.binding } : null
}
