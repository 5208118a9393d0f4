/** The times people and programs write beside turns, read to milliseconds. */

export interface WrittenTime {
  readonly startMs: number
  readonly endMs: number | null
  /** Where it ends in the text. */
  readonly to: number
  /** Between brackets or hashes: a time for certain, not something said. */
  readonly enclosed: boolean
}

const CLOCK = String.raw`(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?(?!:?\d)`
const F4 = String.raw`#(\d{1,2}):(\d{2}):([0-5]\d)(?:[-.,](\d{1,3}))?#`
const RANGE = String.raw`${CLOCK}(?:\s*(?:-->|->|[-–—→]|à)\s*${CLOCK})?`
const bracketed = new RegExp(String.raw`[[(<{]\s*${RANGE}\s*[\])>}]`, "uy")
const hashed = new RegExp(F4, "uy")
const bare = new RegExp(RANGE, "uy")
const hashedAtEnd = new RegExp(`${F4}$`, "u")
const afterHashed = new RegExp(`(?<=${F4})\\s+`, "u")
/** Longer than any stamp. */
const STAMP_LENGTH = 20

/** The time written exactly at `at`: `[00:12]`, `(0:01 - 0:11)`, `#00:01:02-3#`, `12:31`; null if none is. */
export function timeAt(text: string, at: number): WrittenTime | null {
  for (const [pattern, enclosed] of [
    [bracketed, true],
    [hashed, true],
    [bare, false],
  ] as const) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) continue
    const endMs = found[7] === undefined ? null : clockMs(found.slice(5))
    return { startMs: clockMs(found.slice(1)), endMs, to: pattern.lastIndex, enclosed }
  }
  return null
}

/** The stamp f4 writes at the end of a turn, which is when the turn ends; `from` is where the stamp begins. */
export function closingTime(text: string): { readonly endMs: number; readonly from: number } | null {
  const words = text.trimEnd()
  const found = hashedAtEnd.exec(words.slice(-STAMP_LENGTH))
  if (!found || found[0].length === words.length) return null
  const from = words.slice(0, -found[0].length).trimEnd().length
  return { endMs: clockMs(found.slice(1)), from }
}

/** The pieces of a text that end with a stamp of f4, and what follows the last. */
export function cutAfterStamps(text: string): string[] {
  return text.includes("#") ? text.split(afterHashed).filter((_, index) => index % 5 === 0) : [text]
}

/** Hours (or none), minutes, seconds, and a decimal fraction of a second, as written. */
export function clockMs([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Math.round(Number(`0.${fraction ?? 0}`) * 1000)
}
