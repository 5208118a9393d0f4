import type * as Y from "yjs"
import type { Speaker, SpeakerId } from "../../core/model"
import { readSpeakers } from "../../core/ydoc/source"

/** How speakers are called at this moment, for what shows their labels outside of any render. */
export interface SpeakerLabels {
  readonly of: (id: SpeakerId | null) => Speaker | null
  /** Calls back when any of them changed; answers its remover. */
  readonly onChange: (changed: () => void) => () => void
  readonly destroy: () => void
}

export function speakerLabels(doc: Y.Doc): SpeakerLabels {
  const map = doc.getMap("speakers")
  const listeners = new Set<() => void>()
  const read = () => new Map(readSpeakers(map).map((speaker) => [speaker.id, speaker]))
  let known = read()
  const changed = () => {
    known = read()
    for (const listener of listeners) listener()
  }
  map.observe(changed)
  return {
    of: (id) => (id === null ? null : (known.get(id) ?? null)),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy: () => map.unobserve(changed),
  }
}
