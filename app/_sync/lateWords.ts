import * as Y from "yjs"

/** The words that some updates of a transcript write: what their writer would miss if they were never taken. */
export function wordsWritten(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return ""
  const { structs } = Y.decodeUpdate(Y.mergeUpdates([...updates]))
  let words = ""
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentString) words += struct.content.str
    // What begins a turn; what else is written in a map is no words.
    else if (struct.parentSub === null && words !== "") words += "\n"
  }
  return words.trim()
}
