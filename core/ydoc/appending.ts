import * as Y from "yjs"
import type { Transcript } from "../model"
import { edit } from "./editing"
import { writeAttributes } from "./source"

/**
 * Puts turns and their speakers below what a transcript holds. Where it holds no word and no second turn, the first
 * of them takes the place of the empty one.
 */
export function appendTurns(doc: Y.Doc, { speakers, turns }: Transcript): void {
  edit(doc, (_, text) => {
    for (const speaker of speakers) doc.getMap("speakers").set(speaker.id, { ...speaker })
    for (const turn of turns) {
      const isFirst = text.length === 0 && turn === turns[0]
      const attributes = isFirst ? doc.getMap("head") : new Y.Map<unknown>()
      if (!isFirst) text.insertEmbed(text.length, attributes)
      writeAttributes(attributes, turn)
      if (turn.text) text.insert(text.length, turn.text)
    }
  })
}
