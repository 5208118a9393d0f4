"use client"

import { type Ref, useEffect, useRef, useState } from "react"

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
 * What arrives from elsewhere is shown unless one is writing.
 */
export function MemoField({ label, text, write, placeholder, field }: Props) {
  const [typed, setTyped] = useState(text)
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const writing = useRef(write)
  writing.current = write

  const flush = useRef(() => {
    if (!pending.current) return
    clearTimeout(pending.current.timer)
    const { text } = pending.current
    pending.current = null
    writing.current(text)
  })
  useEffect(() => {
    if (!pending.current) setTyped(text)
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
