"use client"

import { useTranslations } from "next-intl"
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react"
import { type Column, columnsOf, said, variableOf } from "../../../../core/participants/cells"
import type { Problem } from "../../../../core/participants/edits"
import type { Sample, Variable } from "../../../../core/participants/model"
import type { Language } from "../../../../core/participants/words"
import { classes } from "../../../_ui/classes"
import { CellEditor, type Leaving } from "./CellEditor"
import { headingIn, optionsOf } from "./columnWords"
import { useWrong } from "./useWrong"

export interface Place {
  readonly row: number
  readonly column: number
}

interface Props {
  readonly sample: Sample
  readonly language: Language
  readonly active: Place
  readonly onActive: (place: Place) => void
  /** A text for a cell; the row after the last is somebody new. Answers what is wrong with it. */
  readonly onWrite: (place: Place, text: string) => readonly Problem[]
  readonly onPaste: (place: Place, text: string) => void
  readonly onUndo: () => void
  readonly onVariable: (variable: Variable) => void
  /** What was typed is not kept, since one has left it. */
  readonly onRefused: (why: string) => void
}

interface Editing {
  /** What the editor begins with; null: what stands in the cell. */
  readonly text: string | null
  readonly wrong: string | null
}

/**
 * The table as a sheet: arrows move, what is typed goes into the cell, Enter goes down and Tab to the right, Escape
 * leaves the cell as it was. The line below the last makes somebody new.
 */
export function Grid({ sample, language, active, ...on }: Props) {
  const { onActive, onWrite, onPaste, onUndo, onVariable, onRefused } = on
  const t = useTranslations("participants")
  const wrongWords = useWrong()
  const columns = columnsOf(sample)
  const last = { row: sample.participants.length, column: columns.length - 1 }
  const [editing, setEditing] = useState<Editing | null>(null)
  const sheet = useRef<HTMLTableElement>(null)
  const wantsFocus = useRef(false)

  const textAt = ({ row, column }: Place) => {
    const one = sample.participants[row]
    return one ? said(one, columns[column]!, sample, language) : ""
  }
  const go = (row: number, column: number, below = last.row) => {
    wantsFocus.current = true
    onActive({
      row: Math.min(Math.max(row, 0), below),
      column: Math.min(Math.max(column, 0), last.column),
    })
  }
  useEffect(() => {
    if (!wantsFocus.current || editing) return
    wantsFocus.current = false
    sheet.current?.querySelector<HTMLElement>(`[data-cell="${active.row} ${active.column}"]`)?.focus()
  })

  /** Why the cell does not take a text; null where it does. */
  const keep = (text: string): string | null => {
    const [wrong] = text.trim() === textAt(active).trim() ? [] : onWrite(active, text)
    return wrong ? wrongWords(wrong) : null
  }
  /** Whether one has left the cell. */
  function leave(text: string, how: Leaving): boolean {
    const wrong = how === "as it was" ? null : keep(text)
    if (wrong !== null && how !== "elsewhere") {
      setEditing({ text, wrong })
      return false
    }
    setEditing(null)
    if (wrong !== null) onRefused(wrong)
    // Below somebody new there is a line again.
    const below = last.row + (active.row === last.row && text.trim() !== "" ? 1 : 0)
    if (how === "as it was") go(active.row, active.column)
    if (how === "down") go(active.row + 1, active.column, below)
    if (how === "up") go(active.row - 1, active.column)
    if (how === "right" || how === "left") {
      const next = beside(active, how === "right" ? 1 : -1, columns.length)
      const isThere = next.row >= 0 && next.row <= below
      if (isThere) go(next.row, next.column, below)
      else go(active.row, active.column, below)
      if (isThere) setEditing({ text: null, wrong: null })
    }
    return true
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing) return
    const { key } = event
    const isCommand = event.ctrlKey || event.metaKey
    const move = moves[key]
    if (isCommand && key.toLowerCase() === "z") onUndo()
    else if (isCommand && key === "Home") go(0, 0)
    else if (isCommand && key === "End") go(last.row, last.column)
    else if (isCommand || event.altKey) return
    else if (key === "Home") go(active.row, 0)
    else if (key === "End") go(active.row, last.column)
    else if (move) go(active.row + move[0], active.column + move[1])
    else if (key === "Enter" || key === "F2") setEditing({ text: null, wrong: null })
    else if (key === "Delete" || key === "Backspace") clear()
    else if (key.length === 1) setEditing({ text: key, wrong: null })
    else return
    event.preventDefault()
  }
  function clear() {
    const wrong = keep("")
    if (wrong !== null) onRefused(wrong)
  }
  function onClipboard(event: ClipboardEvent) {
    const isPaste = event.type === "paste"
    const text = isPaste ? event.clipboardData.getData("text/plain") : textAt(active)
    if (editing && !/[\t\n]/.test(text)) return
    if (editing && !isPaste) return
    event.preventDefault()
    if (!isPaste) event.clipboardData.setData("text/plain", text)
    else {
      setEditing(null)
      onPaste(active, text)
    }
  }

  return (
    <table
      ref={sheet}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cells of a sheet are moved through and written in.
      role="grid"
      className="people-sheet"
      aria-label={t("sheet")}
      onKeyDown={onKeyDown}
      onPaste={onClipboard}
      onCopy={onClipboard}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Heading {...{ column, sample, language, onVariable }} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: last.row + 1 }, (_, row) => (
          <tr
            // Somebody new has another id once the server knows them: the line stays.
            key={row}
            className={classes(
              row === active.row && "at",
              isGone(sample, row) && "withdrawn",
              row === sample.participants.length && "new-line",
            )}
          >
            {columns.map((column, place) => {
              const isActive = row === active.row && place === active.column
              const text = textAt({ row, column: place })
              return (
                <td
                  key={column}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a sheet.
                  role="gridcell"
                  data-cell={`${row} ${place}`}
                  tabIndex={isActive ? 0 : -1}
                  className={classes(isNumber(column, sample) && "r")}
                  onFocus={() => !isActive && onActive({ row, column: place })}
                  onDoubleClick={() => !editing && setEditing({ text: null, wrong: null })}
                  aria-label={row === last.row && place === 0 ? t("newLine") : undefined}
                >
                  {isActive && editing ? (
                    <CellEditor
                      key={`${row} ${column}`}
                      label={headingIn(column, sample, language)}
                      options={optionsOf(column, sample, language)}
                      first={editing.text ?? text}
                      wrong={editing.wrong}
                      onLeave={leave}
                    />
                  ) : (
                    <span className="words">{text || (row === last.row && place === 0 ? "+" : "")}</span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The cell before or after one, over the end of its line. */
function beside({ row, column }: Place, by: 1 | -1, width: number): Place {
  const at = row * width + column + by
  return { row: Math.floor(at / width), column: ((at % width) + width) % width }
}

const isGone = ({ participants }: Sample, row: number) =>
  participants[row] !== undefined && participants[row].withdrawal !== "none"

function isNumber(column: Column, sample: Sample): boolean {
  const kind = variableOf(column, sample)?.kind
  return kind === "whole" || kind === "decimal"
}

interface HeadingProps extends Pick<Props, "sample" | "language" | "onVariable"> {
  readonly column: Column
}

function Heading({ column, sample, language, onVariable }: HeadingProps) {
  const t = useTranslations("participants")
  const variable = variableOf(column, sample)
  const text = headingIn(column, sample, language)
  if (!variable) return text
  return (
    <button type="button" title={t("variable.change", { name: text })} onClick={() => onVariable(variable)}>
      {text}
    </button>
  )
}
