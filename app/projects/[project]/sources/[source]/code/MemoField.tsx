"use client"

import { type Ref, useEffect, useRef, useState } from "react"
import { bothTexts } from "../../../../../../core/writings"

interface Props {
  readonly label: string
  readonly text: string
  readonly write: (text: string) => void
  readonly placeholder: string
  readonly field?: Ref<HTMLTextAreaElement>
}

const PAUSE_MS = 600

/**
 * Saved as one types: after a short pause, and at once when one leaves it, so that one thought is one step of undo.
 * What arrives from elsewhere is shown unless one is writing; then it is kept beside what one writes.
 */
export function MemoField({ label, text, write, placeholder, field }: Props) {
  const [typed, setTyped] = useState(text)
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const now = useRef({ text, write })
  now.current = { text, write }
  /** What the field showed or wrote last: what one types takes its place, and no other's. */
  const known = useRef(text)

  const flush = useRef(() => {
    if (!pending.current) return
    clearTimeout(pending.current.timer)
    const { text: typed } = pending.current
    const { text: standing, write } = now.current
    const words = standing === known.current ? typed : bothTexts(standing, typed)
    pending.current = null
    known.current = words
    setTyped(words)
    write(words)
  })
  useEffect(() => {
    if (pending.current) return
    known.current = text
    setTyped(text)
  }, [text])
  useEffect(() => {
    const { current } = flush
    return () => current()
  }, [])

  return (
    <textarea
      ref={field}
      className="memo-field"
      aria-label={label}
      placeholder={placeholder}
      rows={Math.min(12, Math.max(2, Math.ceil(typed.length / 34) + typed.split("\n").length - 1))}
      maxLength={20_000}
      value={typed}
      onChange={(event) => {
        const { value } = event.target
        setTyped(value)
        if (pending.current) clearTimeout(pending.current.timer)
        pending.current = { text: value, timer: setTimeout(flush.current, PAUSE_MS) }
      }}
      onBlur={flush.current}
      onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
    />
  )
}
