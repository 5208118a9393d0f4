import type { Clip } from "../model"
import { clockMs } from "./times"
import type { ReadParagraph } from "./transcriptDraft"
import { clipOf, voiceParagraph } from "./voice"

const CLOCK = String.raw`(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`
const TIMING = new RegExp(`^${CLOCK}\\s*-->\\s*${CLOCK}$`)
const LONGEST_NAME = 100

/**
 * The turns of a meeting as Teams wrote them into Word documents until 2023: a line of times, a line with a name, and
 * what was said. Null for any other document. The later documents ("Name  0:12" above the words) need no such reading.
 */
export function paragraphsOfTeams(paragraphs: readonly ReadParagraph[]): ReadParagraph[] | null {
  const first = paragraphs.findIndex(({ text }) => TIMING.test(text))
  if (first < 0) return null
  const read = [...paragraphs.slice(0, first)]
  let [cue, name, awaits] = [null as Clip | null, null as string | null, "time" as "time" | "name" | "words"]
  paragraphs.slice(first).forEach(({ text }, index, rest) => {
    const timing = TIMING.exec(text)
    if (timing) {
      cue = clipOf(clockMs(timing.slice(1)), clockMs(timing.slice(5)))
      name = null
      awaits = "name"
      return
    }
    const next = rest[index + 1]
    // A line of its own between two times is said by nobody known.
    const isName = awaits === "name" && next && !TIMING.test(next.text) && text.length <= LONGEST_NAME
    awaits = "words"
    if (isName) name = text
    const said = isName ? null : voiceParagraph(name, text, cue)
    if (said) read.push(said)
  })
  return read
}
