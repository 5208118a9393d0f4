import { type KeyboardEvent, useRef } from "react"
import { type Row, rowTyped } from "./rows"
import type { GridProps } from "./TreeGrid"

const TYPING_MS = 700

/** Keys of a treegrid: arrows move and fold, Home and End, typing finds, Enter shows, F2 renames, F6 moves. */
export function useTreeKeys({ rows, ask, onChoose, onOpen, onFold, onRename }: GridProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const typed = useRef({ text: "", at: 0 })

  const go = (code: string | null | undefined) => {
    if (!code) return
    onChoose(code)
    body.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof Element && event.target.closest("input, textarea")) return
    const id = (event.target as Element).closest<HTMLElement>("[data-code]")?.dataset.code
    const at = rows.findIndex((row) => row.id === id)
    const row = rows[at]
    if (!row) return
    if (event.metaKey || event.ctrlKey || event.altKey) return
    if (act(event, row, at)) event.preventDefault()
  }

  /** Whether the key was meant for the grid. */
  function act({ key, timeStamp }: KeyboardEvent, row: Row, at: number): boolean {
    if (key === "ArrowDown") go(rows[at + 1]?.id)
    else if (key === "ArrowUp") go(rows[at - 1]?.id)
    else if (key === "Home") go(rows[0]?.id)
    else if (key === "End") go(rows.at(-1)?.id)
    else if (key === "ArrowRight" && row.expanded === false) onFold(row.id, true)
    else if (key === "ArrowRight" && row.expanded) go(rows[at + 1]?.id)
    else if (key === "ArrowLeft" && row.expanded) onFold(row.id, false)
    else if (key === "ArrowLeft") go(row.parent)
    else if (key === "Enter" || key === " ") onOpen(row.id)
    else if (key === "F2") onRename(row.id)
    else if (key === "F6") ask({ what: "move", code: row.id })
    else if (key.length === 1) go(find(key, timeStamp, at))
    else return false
    return true
  }

  function find(letter: string, now: number, at: number) {
    const going = now - typed.current.at < TYPING_MS
    typed.current = { text: going ? typed.current.text + letter : letter, at: now }
    return rowTyped(rows, at, typed.current.text)?.id
  }

  return { onKeyDown, body }
}
