"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { classes } from "../../../_ui/classes"
import { useChord } from "../../../_ui/useChord"

interface Props {
  readonly label: string
  readonly value: string
  /** Answers whether it is kept. */
  readonly onSave: (value: string) => Promise<boolean>
  readonly hideLabel?: boolean
  readonly placeholder?: string
  readonly className?: string
  /** One line: Enter saves. */
  readonly single?: boolean
  /** Grows each time the field is to take the focus. */
  readonly summoned?: number
}

/** Words edited where they stand: saved on leaving them and on Enter with the command key; Escape gives back what was there. */
export function EditableText({
  label,
  value,
  onSave,
  hideLabel,
  placeholder,
  className,
  single,
  summoned,
}: Props) {
  const t = useTranslations("tree.panel")
  const chord = useChord("⏎")
  const [draft, setDraft] = useState<string | null>(null)
  const [saved, setSaved] = useState<{ before: string; words: string } | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  // What has been saved is shown until the tree that holds it has come.
  const standing = saved && saved.before === value ? saved.words : value
  // Once it has come, what is undone comes back to `before` and must be shown as it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every change of the words that stand
  useEffect(() => setSaved(null), [value])

  useEffect(() => {
    if (!summoned) return
    field.current?.focus()
    field.current?.select()
  }, [summoned])

  async function save() {
    const words = draft?.trim()
    if (words === undefined || words === standing || (single && words === "")) return setDraft(null)
    if (await onSave(words)) {
      setSaved({ before: value, words })
      setDraft(null)
    }
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape") {
      event.stopPropagation()
      event.nativeEvent.stopImmediatePropagation()
      setDraft(null)
      requestAnimationFrame(() => field.current?.blur())
    }
    if (event.key === "Enter" && (single || event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      field.current?.blur()
    }
  }
  return (
    <div className="editable">
      <label htmlFor={id} className={hideLabel ? "vh" : "micro q"}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={1}
        className={classes(className)}
        value={draft ?? standing}
        placeholder={placeholder}
        title={t("editHint", { chord })}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
