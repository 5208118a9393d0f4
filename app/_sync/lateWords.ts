import * as Y from "yjs"

/**
 * The words that some updates of a transcript write, and do not take away again: what their writer would miss if they
 * were never taken. What is written in another place stands on another line.
 */
export function wordsWritten(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return ""
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]))
  let words = ""
  /** The last character that stands; what was written behind it since and is gone again is no other place. */
  let last: { readonly client: number; readonly clock: number } | null = null
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { content, origin, parentSub, id } = struct
    if (!(content instanceof Y.ContentString)) {
      // What begins a turn; what else is written in a map is no words.
      if (content instanceof Y.ContentType && parentSub === null) words = onNewLine(words)
      continue
    }
    const stays = standing(content.str, id, ds)
    if (stays === "") continue
    const follows = last !== null && origin?.client === last.client && origin.clock >= last.clock
    words = (follows || last === null ? words : onNewLine(words)) + stays
    last = { client: id.client, clock: id.clock + content.str.length - 1 }
  }
  return words.trim()
}

/** What of an update is not in a document that holds these clocks; null where nothing would change there. */
export function lacking(doc: Y.Doc, update: Uint8Array): Uint8Array | null {
  const left = Y.diffUpdate(update, Y.encodeStateVector(doc))
  const tried = new Y.Doc()
  Y.applyUpdate(tried, Y.encodeStateAsUpdate(doc))
  let changes = false
  tried.on("update", () => {
    changes = true
  })
  Y.applyUpdate(tried, left)
  const waits = tried.store.pendingStructs !== null || tried.store.pendingDs !== null
  tried.destroy()
  return changes || waits ? left : null
}

function onNewLine(words: string): string {
  return words === "" || words.endsWith("\n") ? words : `${words}\n`
}

type Deleted = ReturnType<typeof Y.decodeUpdate>["ds"]

function standing(text: string, { client, clock }: Y.ID, { clients }: Deleted): string {
  const gone = clients.get(client) ?? []
  const isGone = (at: number) => gone.some((range) => range.clock <= at && at < range.clock + range.len)
  let stays = ""
  for (let at = 0; at < text.length; at++) if (!isGone(clock + at)) stays += text[at]
  return stays
}
