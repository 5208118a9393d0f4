import { type Node, Schema } from "@tiptap/pm/model"
import type { Turn } from "../../core/model"

/** A transcript as the editor holds it: turns of plain words, with who speaks and when. */
export const schema = new Schema({
  nodes: {
    doc: { content: "turn+" },
    turn: {
      content: "text*",
      attrs: { speaker: { default: null }, startMs: { default: null }, endMs: { default: null } },
    },
    text: {},
  },
})

export function nodesOf(turns: readonly Turn[], within = schema): Node {
  return within.node(
    "doc",
    null,
    turns.map(({ text, ...attributes }) =>
      // A stranger's line break keeps its place and is no border.
      within.node("turn", attributes, text ? [within.text(text.replaceAll("\n", " "))] : []),
    ),
  )
}
