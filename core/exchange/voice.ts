import { type Clip, LONGEST_MS } from "../model"
import { storable } from "../text"
import { linesOf } from "./plainText"
import type { Header, ReadParagraph } from "./transcriptDraft"

/** Longer than a name; what a form takes for one. */
const LONGEST_LABEL = 100

/**
 * What a format that names its speakers says was said by whom; null where it says that nobody is named, which is
 * not the same as saying nothing. Null when there are no words. The label stands before the words, so that it can
 * be given back to them by whoever decides that it does not speak.
 */
export function voiceParagraph(name: string | null, said: string, cue: Clip | null): ReadParagraph | null {
  const words = oneLine(said)
  if (words === "") return null
  const label = name === null ? null : storable(oneLine(name).slice(0, LONGEST_LABEL)).trim() || null
  const text = label === null ? words : `${label}: ${words}`
  const header: Header = {
    label,
    stated: true,
    startMs: null,
    endMs: null,
    labelFrom: 0,
    textFrom: text.length - words.length,
    textTo: text.length,
  }
  return { text, header, cue }
}

/** Text as a paragraph can hold it: in one line, and storable. */
export function oneLine(text: string): string {
  return linesOf(storable(text)).join(" ")
}

/**
 * A time as programs write it, to milliseconds: a number, or digits with a point or a comma, in seconds unless it is
 * said how many milliseconds its unit has. Null where it is no time.
 */
export function timeMs(written: unknown, unit = 1000): number | null {
  const number =
    typeof written === "string" && /^\s*\d/.test(written) ? Number(written.replace(",", ".")) : written
  if (typeof number !== "number" || !(number >= 0)) return null
  const ms = Math.round(number * unit)
  return ms <= LONGEST_MS ? ms : null
}

/** A clip where both times are known and in order. */
export function clipOf(startMs: number | null, endMs: number | null): Clip | null {
  return startMs === null || endMs === null || endMs < startMs ? null : { startMs, endMs }
}
