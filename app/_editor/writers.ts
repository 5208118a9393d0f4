import type { EditorState } from "@tiptap/pm/state"
import * as Y from "yjs"
import type { MemberId } from "../../core/model"
import type { Places } from "./carets"
import { holdSelection, positionOf } from "./selection"

/** What the writers of a transcript show each other of themselves. */
export interface Awareness {
  readonly clientID: number
  getStates(): Map<number, Record<string, unknown>>
  getLocalState(): Record<string, unknown> | null
  setLocalState(state: Record<string, unknown> | null): void
  setLocalStateField(field: string, value: unknown): void
  on(event: "change", changed: () => void): void
  off(event: "change", changed: () => void): void
}

/** Somebody who has the transcript open to write it. */
export interface Writer {
  readonly client: number
  readonly member: MemberId
  /** Where the cursor stands, held by its character; null where they have not been in the words yet. */
  readonly head: Y.RelativePosition | null
}

/** Everybody else who is here. What they say of themselves may be anything; who they are is the server's word. */
export function readWriters(awareness: Awareness, me: MemberId): Writer[] {
  return [...awareness.getStates()].flatMap(([client, { member, writing }]) => {
    if (client === awareness.clientID || typeof member !== "string" || member === me) return []
    if (typeof writing !== "object" || writing === null) return []
    return [{ client, member, head: readPosition((writing as { head?: unknown }).head) }]
  })
}

/** Where in the text a writer's cursor stands today; null where it is nowhere, or where nothing can be. */
export function placeOfWriter(doc: Y.Doc, { head }: Writer): number | null {
  try {
    const found = head && Y.createAbsolutePositionFromRelativePosition(head, doc)
    return found && found.type === doc.getText("text") ? found.index : null
  } catch {
    // Yjs looks for whatever it is told, such as a character before the first.
    return null
  }
}

/** What one says of oneself: that one is here, and where. */
export function ownWriting(doc: Y.Doc, state: EditorState | null) {
  return { head: state && Y.relativePositionToJSON(holdSelection(doc, state).head) }
}

/** Places in a transcript, for its carets. */
export function placesIn(doc: Y.Doc): Places {
  return {
    of(writer, state) {
      const place = placeOfWriter(doc, writer)
      return place === null ? null : positionOf(state.doc, place)
    },
    own: (state) => ownWriting(doc, state),
  }
}

function readPosition(value: unknown): Y.RelativePosition | null {
  if (typeof value !== "object" || value === null) return null
  try {
    return Y.createRelativePositionFromJSON(value)
  } catch {
    return null
  }
}
