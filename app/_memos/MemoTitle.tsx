"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { LONGEST_TITLE } from "../../core/memos"
import { useProblem } from "../_sync/useProblem"

interface Props {
  readonly value: string
  /** Rejects where it was not kept. */
  readonly save: (title: string) => Promise<unknown>
  /** Hears what is being written, kept or not. */
  readonly hear?: (title: string) => void
}

/** What a memo is called: kept a moment after it was written, on Enter, and on leaving it. */
export function MemoTitle({ value, save, hear }: Props) {
  const t = useTranslations("projectMemos")
  const sentence = useProblem()
  const [draft, setDraft] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const held = useRef({ draft, value, save })
  held.current = { draft, value, save }
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => void keep(), PAUSE_MS)
    return () => clearTimeout(timer)
  })
  useEffect(
    () => () => {
      const { draft, value, save } = held.current
      if (draft !== null && draft.trim() !== value) save(draft.trim()).catch(() => {})
    },
    [],
  )
  /** What the others call it is shown again, once it is what was written here. */
  function settle() {
    if (held.current.draft?.trim() === held.current.value) setDraft(null)
  }
  async function keep() {
    const words = held.current.draft?.trim()
    if (words === undefined || words === value) return
    try {
      await save(words)
      setFailed(null)
    } catch (error) {
      setFailed(sentence(error))
    }
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter") return
    event.preventDefault()
    void keep()
  }
  return (
    <div className="memo-title">
      <input
        type="text"
        aria-label={t("titleLabel")}
        placeholder={t("untitled")}
        maxLength={LONGEST_TITLE}
        value={draft ?? value}
        onChange={(event) => {
          setDraft(event.target.value)
          hear?.(event.target.value.trim())
        }}
        onBlur={() => void keep().then(settle)}
        onKeyDown={onKeyDown}
      />
      {failed !== null && (
        <p className="small wrong" role="alert">
          {failed}
        </p>
      )}
    </div>
  )
}

const PAUSE_MS = 900
