import { Fragment, type Schema, Slice } from "@tiptap/pm/model"
import type { Attributes } from "../../core/ydoc/source"

/** Pasted words as turns, one a line, empty lines left out; all of the speaker into whose turn they come. */
export function turnsFromLines(pasted: string, said: Attributes, within: Schema): Slice {
  const lines = pasted.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== "")
  const turns = lines.map((line) =>
    within.node("turn", { speaker: said.speaker, startMs: null, endMs: null }, within.text(line)),
  )
  // Open at both ends: the first line goes on the turn it comes into, and the last before what stood behind.
  return turns.length === 0 ? Slice.empty : new Slice(Fragment.from(turns), 1, 1)
}
