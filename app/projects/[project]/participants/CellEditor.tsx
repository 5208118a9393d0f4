"use client"

import { useId, useRef, useState } from "react"

/** Where one goes from a cell: with what was typed, or leaving it as it was. */
export type Leaving = "down" | "up" | "right" | "left" | "elsewhere" | "as it was"

interface Props {
  readonly label: string
  readonly options: readonly string[]
  readonly first: string
  /** Why what was typed cannot stand here. */
  readonly wrong: string | null
  /** Whether one has left; else one goes on. */
  readonly onLeave: (text: string, how: Leaving) => boolean
}

/** What is wrong is read without scrolling to it. */
const intoView = (element: HTMLElement | null) =>
  element?.scrollIntoView({ block: "nearest", inline: "nearest" })

/** A cell that is written in. */
export function CellEditor({ label, options, first, wrong, onLeave }: Props) {
  const id = useId()
  const [text, setText] = useState(first)
  const isLeft = useRef(false)
  const leave = (how: Leaving) => {
    // Before: an input that is taken away says that it is left.
    isLeft.current = true
    isLeft.current = onLeave(text, how)
  }
  return (
    <span className="editor">
      <input
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the cell that has the focus.
        autoFocus
        aria-label={label}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        list={options.length > 0 ? `${id}-options` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        // What was typed to begin with is gone on with; what stood there is typed over.
        onFocus={({ currentTarget }) =>
          currentTarget.setSelectionRange(first.length > 1 ? 0 : first.length, first.length)
        }
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={() => {
          if (!isLeft.current) leave("elsewhere")
        }}
        onKeyDown={(event) => {
          const { key, shiftKey } = event
          if (key === "Enter") leave(shiftKey ? "up" : "down")
          else if (key === "Tab") leave(shiftKey ? "left" : "right")
          else if (key === "Escape") leave("as it was")
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {options.length > 0 && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {wrong !== null && (
        <span className="wrong-here" id={`${id}-wrong`} role="alert" ref={intoView}>
          {wrong}
        </span>
      )}
    </span>
  )
}
