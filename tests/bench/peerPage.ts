/** The page of the peer, in the browser: StarterKit and Collaboration, as their documentation puts them together. */
import { Editor, Extension } from "@tiptap/core"
import Collaboration from "@tiptap/extension-collaboration"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import StarterKit from "@tiptap/starter-kit"
import * as Y from "yjs"
import { drawsOf } from "../support/chance"

const coded = new PluginKey<DecorationSet>("coded")

/** Decorations that follow the words: the way its documentation shows. */
const Coded = Extension.create({
  name: "coded",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: coded,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, set) =>
          (transaction.getMeta(coded) as DecorationSet | undefined) ??
          set.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => coded.getState(state) },
    }),
  ],
})

const doc = new Y.Doc()
const socket = new WebSocket(location.href.replace(/^http/, "ws"))
socket.binaryType = "arraybuffer"
let isOpen = false
socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
  Y.applyUpdate(doc, new Uint8Array(data), socket)
  if (!isOpen) open()
  isOpen = true
}
doc.on("update", (update: Uint8Array, origin: unknown) => {
  if (origin !== socket) socket.send(new Uint8Array(update))
})

function open(): void {
  const made = new Editor({
    element: document.querySelector<HTMLElement>(".sheet")!,
    extensions: [
      StarterKit.configure({ undoRedo: false }),
      Collaboration.configure({ document: doc }),
      Coded,
    ],
    editorProps: { attributes: { spellcheck: "true" } },
  })
  const count = Number(new URLSearchParams(location.search).get("decorations"))
  if (count > 0) whenFilled(made, () => decorate(made, count))
}

function whenFilled(made: Editor, act: () => void): void {
  if (made.state.doc.childCount > 1) act()
  else requestAnimationFrame(() => whenFilled(made, act))
}

function decorate({ state, view }: Editor, count: number): void {
  const random = drawsOf(11)
  const { size } = state.doc.content
  const decorations = Array.from({ length: count }, () => {
    const from = Math.floor(random() * (size - 400))
    return Decoration.inline(from, from + 20 + Math.floor(random() * 150), { class: "coded" })
  })
  view.dispatch(state.tr.setMeta(coded, DecorationSet.create(state.doc, decorations)))
}
