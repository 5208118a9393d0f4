import { type GuideLine, movedLine } from "../../../../core/guide"
import { linesFromText } from "../../../../core/guideText"
import { emptyLine } from "./useDraft"

type Lines = readonly GuideLine[]

/** Lines after a key, and where the cursor stands then. */
export interface Edited {
  readonly lines: Lines
  readonly focus: { readonly line: string; readonly at: number }
}

interface Key {
  readonly key: string
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What a key does to the lines, pressed in one of them with the cursor there; null where it does what it always does. */
export function edited(
  lines: Lines,
  at: number,
  selection: readonly [number, number],
  key: Key,
): Edited | null {
  const line = lines[at]!
  if (key.ctrlKey || key.metaKey) return null
  const [from, to] = selection
  const isEmpty = line.text === ""
  if (key.altKey) {
    if (key.key !== "ArrowUp" && key.key !== "ArrowDown") return null
    return {
      lines: movedLine(lines, line.id, key.key === "ArrowUp" ? -1 : 1),
      focus: { line: line.id, at: to },
    }
  }
  switch (key.key) {
    case "Enter":
      if (key.shiftKey) return null
      return isEmpty && line.is === "prompt" ? turned(lines, at, "question") : split(lines, at, selection)
    case "Tab":
      // Only on an empty line, so that nobody who walks through the page by Tab is held here.
      if (!isEmpty || key.shiftKey !== (line.is === "prompt") || at === 0) return null
      return turned(lines, at, key.shiftKey ? "question" : "prompt")
    case "Backspace":
      return from === 0 && to === 0 && isEmpty && lines.length > 1 ? removed(lines, at) : null
    case "ArrowUp":
      return from === 0 && to === 0 && at > 0 ? atEnd(lines, at - 1) : null
    case "ArrowDown":
      return from === line.text.length && at < lines.length - 1 ? atEnd(lines, at + 1) : null
    default:
      return null
  }
}

/** The lines of a list that is pasted, the first into the line with the cursor. Null where it is one line. */
export function pasted(
  lines: Lines,
  at: number,
  [from, to]: readonly [number, number],
  text: string,
): Edited | null {
  if (!/\S[^\S\n]*\r?\n/.test(text)) return null
  const told = linesFromText(text).map((one) => ({ ...emptyLine(one.is), ...one }))
  const last = told.at(-1)
  if (!last) return null
  const line = lines[at]!
  const isFree = line.text === ""
  const kept = isFree ? [] : [{ ...line, text: line.text.slice(0, from) + line.text.slice(to) }]
  return {
    lines: [...lines.slice(0, at), ...kept, ...told, ...lines.slice(at + 1)],
    focus: { line: last.id, at: last.text.length },
  }
}

export function turned(lines: Lines, at: number, is: GuideLine["is"]): Edited {
  const line = { ...lines[at]!, is }
  return { lines: lines.with(at, line), focus: { line: line.id, at: line.text.length } }
}

export function removed(lines: Lines, at: number): Edited {
  const left = lines.toSpliced(at, 1)
  return left.length === 0 ? withLine(left, 0, emptyLine("question")) : atEnd(left, Math.max(0, at - 1))
}

/** A question behind the last, or a prompt behind those of a question. */
export function added(lines: Lines, behind: number, is: GuideLine["is"]): Edited {
  return withLine(lines, is === "question" ? lines.length : blockEnd(lines, behind), emptyLine(is))
}

function split(lines: Lines, at: number, [from, to]: readonly [number, number]): Edited {
  const line = lines[at]!
  const [before, after] = [line.text.slice(0, from), line.text.slice(to)]
  const next = { ...emptyLine(line.is), text: after }
  // Behind a whole question comes the next one, past its prompts; half a question takes them along.
  const place = line.is === "question" && after === "" ? blockEnd(lines, at) : at + 1
  const kept = lines.with(at, { ...line, text: before })
  return { lines: kept.toSpliced(place, 0, next), focus: { line: next.id, at: 0 } }
}

function withLine(lines: Lines, place: number, line: GuideLine): Edited {
  return { lines: lines.toSpliced(place, 0, line), focus: { line: line.id, at: 0 } }
}

function atEnd(lines: Lines, at: number): Edited {
  const line = lines[at]!
  return { lines, focus: { line: line.id, at: line.text.length } }
}

function blockEnd(lines: Lines, at: number): number {
  const next = lines.findIndex((line, place) => place > at && line.is === "question")
  return next < 0 ? lines.length : next
}
