/** A guide that was written elsewhere, as lines: what is pasted, or read from a text. */
import { type GuideLine, LONGEST_QUESTION } from "./guide"

const BULLET = /^[-–—•*·◦▪o→>]\s+/u
const NUMBER = /^(?:q(?:uestion)?\s*)?\d{1,3}\s*(?:[.):]|[-–—]\s)\s*/iu
const LETTER = /^[a-z][.)]\s+/u

type Told = Pick<GuideLine, "is" | "text">

/**
 * The lines of a text without their numbers and bullets. What is set in, or has a bullet or a letter, is a prompt of the
 * question above it; where all lines look alike, all are questions.
 */
export function linesFromText(text: string): Told[] {
  const lines = text
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ line: line.trim(), isUnder: isUnder(line) }))
  const first = lines.findIndex(({ isUnder }) => !isUnder)
  return lines.flatMap(({ line, isUnder }, at) => {
    const told = bare(line)
    return told === ""
      ? []
      : [{ is: isUnder && first >= 0 && at > first ? "prompt" : "question", text: told }]
  })
}

function isUnder(line: string): boolean {
  if (/^(?:\t| {2,})\s*\S/u.test(line)) return true
  return BULLET.test(line) || LETTER.test(line)
}

function bare(line: string): string {
  const stripped = line.replace(BULLET, "").replace(NUMBER, "").replace(LETTER, "")
  return stripped.replace(/\s+/gu, " ").trim().slice(0, LONGEST_QUESTION)
}
