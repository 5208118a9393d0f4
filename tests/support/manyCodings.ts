/** A passage as full of codings as any gets, by whoever sits at no desk. */
import { randomUUID } from "node:crypto"
import { textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { putCoding, suggestCode } from "../../core/ydoc/layer"
import { readTranscript } from "../../core/ydoc/source"
import type { Person } from "./person"

/** Writes into somebody's own layer a coding of a code of its own for each of these words. */
export async function codeMany(
  person: Person,
  source: string,
  codings: readonly { readonly code: string; readonly words: string }[],
): Promise<void> {
  const [transcript, layer] = [
    await person.room(`source/${source}`),
    await person.room(`layer/${source}/${person.id}`, { ack: true }),
  ]
  const text = textOf(readTranscript(transcript.doc).turns)
  const written = new Promise<void>((resolve) => {
    let left = codings.length * 2
    layer.provider.messageHandlers[100] = () => {
      left -= 1
      if (left <= 0) resolve()
    }
  })
  for (const { code, words } of codings) {
    const from = text.indexOf(words)
    if (from < 0) throw new Error(`nobody says: ${words}`)
    const id = randomUUID()
    suggestCode(layer.doc, { id, name: code, definition: null, parent: null }, null)
    const anchor = anchorTo(transcript.doc, text, { from, to: from + words.length })
    putCoding(layer.doc, { id: randomUUID(), code: id, anchor, createdAt: "", memo: null, shareMemo: false })
  }
  await Promise.race([written, new Promise((resolve) => setTimeout(resolve, 2_000))])
  transcript.close()
  layer.close()
}
