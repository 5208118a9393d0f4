import type { RtfPreamble } from "./rtfPreamble"

/** What holds for the text of a group, and for the groups in it until they say otherwise. */
export interface RtfGroup {
  /** Nothing in it is read. */
  leftOut: boolean
  /** What stands in it is told to the preamble: a table of fonts or of styles. */
  preamble: "fonts" | "styles" | null
  /** How many characters stand after a Unicode one for programs that do not know it. */
  fallback: number
  codePage: number | null
  hidden: boolean
  deleted: boolean
  /** How deep in tables its paragraphs are: 0 for none. */
  level: number
  heading: boolean
}

export function outermostGroup(): RtfGroup {
  const text = { codePage: null, hidden: false, deleted: false, level: 0, heading: false }
  return { leftOut: false, preamble: null, fallback: 1, ...text }
}

/** Word stays below ten tables in each other. */
const DEEPEST_TABLE = 20

/** What a word says of the text after it; words that say nothing of it are the document's own. */
export function setProperty(
  group: RtfGroup,
  name: string,
  value: number | null,
  preamble: RtfPreamble,
): void {
  switch (name) {
    case "uc":
      group.fallback = Math.max(0, value ?? 1)
      break
    case "pard":
      group.level = 0
      group.heading = false
      break
    case "intbl":
      group.level = Math.max(1, group.level)
      break
    case "itap":
      group.level = Math.min(DEEPEST_TABLE, Math.max(0, value ?? 1))
      break
    case "outlinelevel":
      group.heading = (value ?? 0) < 9
      break
    case "s":
      group.heading = preamble.isHeading(value ?? 0)
      break
    case "f":
      group.codePage = preamble.codePageOf(value ?? 0)
      break
    case "plain":
      group.codePage = null
      group.hidden = false
      group.deleted = false
      break
    default:
      preamble.documentWord(name, value)
  }
}
