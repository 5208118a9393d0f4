import { closingTime, timeAt } from "./times"
import type { Header } from "./transcriptDraft"

const OPENING = String.raw`[[(*_]*\s*`
const CLOSING = String.raw`[\])*_]*`
const LABEL = String.raw`(\p{L}[\p{L}\p{M}\p{N}'’._/&°# \u00a0\u202f-]{0,29}?)`
/** A label for certain short: a dash is too common between words to follow anything longer. */
const SHORT = String.raw`(\p{Lu}\p{L}{0,3}\.?\s?\d{0,3}|\p{L}\d{1,3})`

const beforeTime = new RegExp(
  `${OPENING}${LABEL}${CLOSING}\\s*(?=\\d{1,3}:\\d|[[(<{#]\\s*\\d{1,3}:\\d)`,
  "uy",
)
const beforeColon = new RegExp(`${OPENING}${LABEL}${CLOSING}\\s*[:：](?!//)${CLOSING}\\s*`, "uy")
const beforeRemark = new RegExp(
  `${OPENING}${LABEL}${CLOSING}\\s+(?=[([][^()[\\]]{1,60}[)\\]]\\s*[:：])`,
  "uy",
)
const beforeTab = new RegExp(`${OPENING}${LABEL}${CLOSING}[ \\u00a0\\u202f]*\\t\\s*`, "uy")
const beforeDash = new RegExp(`${OPENING}${SHORT}${CLOSING}\\s+[-–—]\\s+`, "uy")
const colon = /[\])*_]*\s*[:：](?!\/\/)[\])*_]*\s*/uy
const space = /\s*/uy
const dash = /[-–—]\s+/uy

/** Room for a label, two times and generous spaces; what lies beyond is not looked at. */
const LONGEST_HEADER = 200

interface Named {
  readonly label: string
  readonly startMs: number | null
  readonly endMs: number | null
  readonly textFrom: number
}

/**
 * What looks like the structure of a paragraph: a label and a time before the words, a time after them. Null when
 * nothing does. It says what could be a header, not what is one: "Problème : …" has the same shape as "M7 : …".
 */
export function recogniseHeader(text: string): Header | null {
  const closing = closingTime(text)
  const textTo = closing?.from ?? text.length
  const body = text.slice(0, Math.min(textTo, LONGEST_HEADER))
  const from = skip(space, body, 0)
  const leading = timeAt(body, from)
  const afterTime = leading ? skip(dash, body, skip(space, body, leading.to)) : from
  const named = nameAt(body, afterTime)
  const endMs = closing?.endMs ?? named?.endMs ?? leading?.endMs ?? null
  if (named) {
    const { label, textFrom } = named
    const labelFrom = leading?.enclosed ? afterTime : 0
    return {
      label,
      stated: false,
      startMs: leading?.startMs ?? named.startMs,
      endMs,
      labelFrom,
      textFrom,
      textTo,
    }
  }
  // A time nobody enclosed may be something said ("12:31, il était l'heure"), unless it stands alone.
  const believed = leading && (leading.enclosed || afterTime === textTo) ? leading : null
  if (!believed && !closing) return null
  const textFrom = believed ? afterTime : 0
  return {
    label: null,
    stated: false,
    startMs: believed?.startMs ?? null,
    endMs,
    labelFrom: textFrom,
    textFrom,
    textTo,
  }
}

function nameAt(text: string, at: number): Named | null {
  return separated(beforeDash, text, at) ?? colonAt(text, at) ?? timedAt(text, at) ?? separatorAt(text, at)
}

function colonAt(text: string, at: number): Named | null {
  const found = match(beforeColon, text, at)
  // "14:30" inside a sentence is a time, not the end of a label; "M7:30 patients" is a label.
  if (
    !found ||
    (/(^|[^\p{L}\p{N}])\d+$/u.test(found.label) && /:$/.test(found.whole) && isDigit(text, found.to))
  ) {
    return null
  }
  const time = timeAt(text, found.to)
  if (!time?.enclosed) return { label: found.label, startMs: null, endMs: null, textFrom: found.to }
  return {
    label: found.label,
    startMs: time.startMs,
    endMs: time.endMs,
    textFrom: skip(space, text, time.to),
  }
}

/** "M7 [00:12] :", "M7 (0:01 - 0:11) words", and "Name  0:12" alone on its line. */
function timedAt(text: string, at: number): Named | null {
  const found = match(beforeTime, text, at)
  if (!found) return null
  const time = timeAt(text, found.to)
  if (!time) return null
  const after = skip(colon, text, time.to)
  const alone = skip(space, text, time.to) === text.length
  if (after === time.to && !time.enclosed && !alone) return null
  return { label: found.label, startMs: time.startMs, endMs: time.endMs, textFrom: skip(space, text, after) }
}

/** "M7 (rires) : …" keeps the remark among the words; a tab is what a table's columns come as. */
function separatorAt(text: string, at: number): Named | null {
  return separated(beforeRemark, text, at) ?? separated(beforeTab, text, at)
}

function separated(pattern: RegExp, text: string, at: number): Named | null {
  const found = match(pattern, text, at)
  return found && { label: found.label, startMs: null, endMs: null, textFrom: found.to }
}

function match(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  if (!found) return null
  return { label: found[1]!.trim().replace(/\s+/g, " "), whole: found[0].trimEnd(), to: pattern.lastIndex }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at))
}
