import { Fragment, type Node, Schema } from "@tiptap/pm/model"
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
    turns.map((turn) => nodeOf(turn, within)),
  )
}

/** The same, of the nodes of what was shown before: all turns but those around a change are the very nodes they were. */
export function nodesAfter(shown: Node, turns: readonly Turn[]): Node {
  const least = Math.min(shown.childCount, turns.length)
  let first = 0
  while (first < least && isOf(shown.child(first), turns[first]!)) first++
  let last = 0
  while (
    last < least - first &&
    isOf(shown.child(shown.childCount - 1 - last), turns[turns.length - 1 - last]!)
  )
    last++
  const { children } = shown
  return shown.copy(
    Fragment.from([
      ...children.slice(0, first),
      ...turns.slice(first, turns.length - last).map((turn) => nodeOf(turn, shown.type.schema)),
      ...children.slice(children.length - last),
    ]),
  )
}

function nodeOf({ text, ...attributes }: Turn, within: Schema): Node {
  return within.node("turn", attributes, text ? [within.text(shownWords(text))] : [])
}

function isOf({ attrs, firstChild }: Node, { text, ...attributes }: Turn): boolean {
  return (
    attrs.speaker === attributes.speaker &&
    attrs.startMs === attributes.startMs &&
    attrs.endMs === attributes.endMs &&
    (firstChild?.text ?? "") === shownWords(text)
  )
}

/** A stranger's line break keeps its place and is no border. */
function shownWords(text: string): string {
  return text.replaceAll("\n", " ")
}
