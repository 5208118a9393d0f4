import { Node } from "@tiptap/core"
import type { Node as Turn } from "@tiptap/pm/model"
import type { NodeView } from "@tiptap/pm/view"

/** A turn as the editor knows it (`schema`), with the view that draws it. */
export function turnNode(viewOf: (node: Turn) => NodeView) {
  return Node.create({
    name: "turn",
    content: "text*",
    addAttributes: () => ({
      speaker: { default: null, rendered: false },
      startMs: { default: null, rendered: false },
      endMs: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag: "p" }],
    renderHTML: () => ["p", 0],
    addNodeView:
      () =>
      ({ node }) =>
        viewOf(node),
  })
}
