import { Editor, Extension, textblockTypeInputRule } from "@tiptap/core"
import { Collaboration } from "@tiptap/extension-collaboration"
import StarterKit from "@tiptap/starter-kit"
import type * as Y from "yjs"

interface Options {
  /** The name of the fragment of the room's document that is written here. */
  readonly field: string
  /** What those hear who hear the page. */
  readonly label: string
  readonly mayWrite: boolean
}

/** Titles begin below those of the page; one number sign is the first of them. Tab leads out: lists have other keys. */
const ownKeys = Extension.create({
  name: "ownKeys",
  addKeyboardShortcuts() {
    return {
      "Mod-]": () => this.editor.commands.sinkListItem("listItem"),
      "Mod-[": () => this.editor.commands.liftListItem("listItem"),
    }
  },
  addInputRules() {
    const type = this.editor.schema.nodes.heading!
    return [textblockTypeInputRule({ find: /^#\s$/, type, getAttributes: { level: 2 } })]
  },
})

/** An editor in a place of the page, over rich text that others write too. Undo is one's own, and takes back nobody else's words. */
export function openRichTextEditor(
  place: HTMLElement,
  doc: Y.Doc,
  { field, label, mayWrite }: Options,
): Editor {
  return new Editor({
    element: place,
    editable: mayWrite,
    injectCSS: false,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        undoRedo: false,
        // It would write of itself, on every screen at once.
        trailingNode: false,
        link: false,
        underline: false,
        strike: false,
        code: false,
        codeBlock: false,
        horizontalRule: false,
      }),
      ownKeys,
      Collaboration.configure({ document: doc, field }),
    ],
    editorProps: {
      // Left to the browser: who comes through with the keyboard changes nothing.
      handleDOMEvents: { keydown: (_, event) => event.key === "Tab" },
      attributes: {
        class: "rich-words",
        role: "textbox",
        "aria-label": label,
        "aria-multiline": "true",
        "aria-readonly": `${!mayWrite}`,
        spellcheck: "true",
      },
    },
  })
}
