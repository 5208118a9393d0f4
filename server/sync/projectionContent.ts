import * as Y from "yjs"
import { answerFrame } from "./frames"
import type { OpenProjection } from "./ports"
import type { Content } from "./room"

/** The content of a room that the server alone writes. Changes are shown as the projection's document makes them. */
export function projectionContent(
  projection: OpenProjection,
  onChange: (update: Uint8Array) => void,
): Content {
  const { doc } = projection
  doc.on("update", onChange)
  return {
    vector: () => null,
    answer: (known) =>
      isCopyOf(doc, known)
        ? [answerFrame(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(known))))]
        : "stale",
    write: () => null,
    size: () => 0,
    isBusy: () => false,
    settle: async () => {},
    receive: () => {},
    close: () => {
      doc.off("update", onChange)
      projection.close()
    },
  }
}

/** False for a copy that holds something this document never wrote: what an earlier one, or the copy itself, did. */
function isCopyOf(doc: Y.Doc, known: ReadonlyMap<number, number>): boolean {
  for (const [client, clock] of known) {
    if (clock > Y.getState(doc.store, client)) return false
  }
  return true
}
