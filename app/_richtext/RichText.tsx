"use client"

import type { Editor } from "@tiptap/core"
import { useTranslations } from "next-intl"
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react"
import type { MemberId } from "../../core/model"
import { type Others, showCarets } from "../_editor/carets"
import { type RichTextRoom, useRichText } from "../_sync/useRichText"
import { classes } from "../_ui/classes"
import { Skeleton } from "../_ui/States"
import { caretPlaces } from "./caretPlaces"
import { RichTextState } from "./RichTextState"
import { openRichTextEditor } from "./richTextEditor"
import { Toolbar } from "./Toolbar"
import { useEditorNow } from "./useEditorNow"
import "./richtext.css"

interface Props {
  readonly room: string
  /** The name of the fragment of the room's document that is written here. */
  readonly field: string
  readonly mayWrite: boolean
  /** What it is: its name for those who hear the page. */
  readonly label: string
  /** Shown while nothing is written. */
  readonly placeholder: string
  /** Oneself, and whoever may be met here. */
  readonly me: MemberId
  readonly people: readonly { readonly id: MemberId; readonly name: string }[]
  /** Its title in the page. With one the tools are shown only while one writes: of several texts side by side one has them. */
  readonly heading?: ReactNode
  /** Begins where one can write at once. */
  readonly autoFocus?: boolean
  /** Is given what reads the words as they stand, without their formats; null while they are not here. */
  readonly read?: RefObject<(() => string) | null>
}

/**
 * Rich text that several write at once, each seeing where the others are. What is typed is kept on this device until
 * the server has it, and is sent also when the page was left.
 */
export function RichText({ room, ...rest }: Props) {
  return <RichTextIn text={useRichText(room)} {...rest} />
}

/** The same in a room that is open already: several fields of it are written side by side. */
export function RichTextIn({
  text,
  label,
  people,
  me,
  ...rest
}: Omit<Props, "room"> & { readonly text: RichTextRoom }) {
  const t = useTranslations("richText")
  const { doc, awareness, state } = text
  const others = useMemo<Others | null>(() => {
    const names = new Map(people.map(({ id, name }) => [id, name]))
    const known = (member: MemberId) => ({ name: names.get(member) ?? "…", side: "s" as const })
    return awareness && { awareness, me, known }
  }, [awareness, me, people])
  if (state === "refused") {
    return (
      <section className="rich-text" aria-label={label}>
        {rest.heading}
        <p className="notice" role="status">
          {t("refused")}
        </p>
      </section>
    )
  }
  if (!doc) {
    return (
      <section className="rich-text" aria-label={label}>
        {rest.heading}
        {state === "offline" ? (
          <p className="q2 prose" role="status">
            {t("notHere")}
          </p>
        ) : (
          <Skeleton lines={4} />
        )}
      </section>
    )
  }
  return <Writing {...{ ...rest, label, text, doc, others }} />
}

interface WritingProps extends Omit<Props, "room" | "people" | "me"> {
  readonly text: RichTextRoom
  readonly doc: NonNullable<RichTextRoom["doc"]>
  readonly others: Others | null
}

function Writing({
  text,
  doc,
  others,
  field,
  mayWrite,
  label,
  heading,
  placeholder,
  autoFocus,
  read,
}: WritingProps) {
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const isEmpty = useEditorNow(editor, ({ isEmpty }) => isEmpty) ?? false
  const begins = useRef(autoFocus)
  useEffect(() => {
    if (!place.current) return
    const opened = openRichTextEditor(place.current, doc, { field, label, mayWrite })
    if (begins.current) opened.commands.focus("end")
    setEditor(opened)
    if (read) read.current = () => opened.getText({ blockSeparator: "\n" }).trim()
    return () => {
      if (read) read.current = null
      setEditor(null)
      opened.destroy()
    }
  }, [doc, field, label, mayWrite, read])
  useCarets(editor, mayWrite ? others : null, text.state === "synced")
  return (
    <section className={classes("rich-text", heading !== undefined && "calm")} aria-label={label}>
      <header className="rich-head">
        {heading}
        {mayWrite && (
          <div className="rich-tools">
            <Toolbar editor={editor} label={label} />
            <RichTextState state={text.state} safety={text.safety} />
          </div>
        )}
      </header>
      <div className="rich-sheet">
        {isEmpty && (
          <p className="rich-placeholder" aria-hidden="true">
            {placeholder}
          </p>
        )}
        <div className="rich-place" ref={place} />
      </div>
    </section>
  )
}

/** Draws where others write, and says to them where one writes oneself. */
function useCarets(editor: Editor | null, others: Others | null, isOnline: boolean): void {
  useEffect(() => {
    if (!editor || !others) return
    const carets = showCarets(editor.view, caretPlaces, others)
    editor.on("transaction", carets.moved)
    return () => {
      editor.off("transaction", carets.moved)
      carets.destroy()
    }
  }, [editor, others])
  // Said anew on a new line: the others have forgotten this page, and believe only what they have not heard yet.
  useEffect(() => {
    const said = others?.awareness.getLocalState()
    if (isOnline && said) others?.awareness.setLocalState(said)
  }, [others, isOnline])
}
