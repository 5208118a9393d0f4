"use client"

import type { Editor } from "@tiptap/core"
import { useTranslations } from "next-intl"
import { type KeyboardEvent, useRef, useState } from "react"
import { IconButton } from "../_ui/IconButton"
import type { IconName } from "../_ui/icons"
import { useChord } from "../_ui/useChord"
import { useEditorNow } from "./useEditorNow"

interface Act {
  readonly name: "heading" | "bold" | "italic" | "bullets" | "numbers" | "quote"
  readonly icon: IconName
  readonly isOn: (editor: Editor) => boolean
  readonly run: (editor: Editor) => void
}

const acts: readonly Act[] = [
  {
    name: "heading",
    icon: "heading",
    isOn: (editor) => editor.isActive("heading"),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: "bold",
    icon: "bold",
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    icon: "italic",
    isOn: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "bullets",
    icon: "list",
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "numbers",
    icon: "listOrdered",
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "quote",
    icon: "quote",
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
]

interface Props {
  readonly editor: Editor | null
  /** Of the text it belongs to. */
  readonly label: string
}

/** One stop of Tab; arrows lead along it. */
export function Toolbar({ editor, label }: Props) {
  const t = useTranslations("richText")
  const now = useEditorNow(editor, (editor) => ({
    on: acts.filter(({ isOn }) => isOn(editor)).map(({ name }) => name),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  }))
  const keys: Partial<Record<Act["name"] | "undo" | "redo", string>> = {
    bold: useChord("B"),
    italic: useChord("I"),
    undo: useChord("Z"),
    redo: useChord("⇧Z"),
  }
  const [stop, setStop] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])]
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
    const next = buttons[(stop + by + buttons.length) % buttons.length]
    if (by === 0 || !next) return
    event.preventDefault()
    next.focus()
  }
  const place = (at: number) => ({ tabIndex: at === stop ? 0 : -1, onFocus: () => setStop(at) })
  return (
    <div className="rich-bar" role="toolbar" aria-label={t("toolbar", { label })} ref={bar} onKeyDown={move}>
      {acts.map(({ name, icon, run }, at) => (
        <IconButton
          key={name}
          icon={icon}
          label={t(name)}
          shortcut={keys[name]}
          aria-pressed={now?.on.includes(name) ?? false}
          // What is selected stays selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => editor && run(editor)}
          {...place(at)}
        />
      ))}
      <span className="divider" aria-hidden="true" />
      {(["undo", "redo"] as const).map((name, at) => (
        <IconButton
          key={name}
          icon={name}
          label={t(name)}
          shortcut={keys[name]}
          aria-disabled={!now?.[name]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => editor?.commands[name]()}
          {...place(acts.length + at)}
        />
      ))}
    </div>
  )
}
