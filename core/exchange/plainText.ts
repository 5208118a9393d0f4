import type { ReadParagraph } from "./transcriptDraft"

/** A line is a paragraph; empty lines are nothing. Expects any line endings, also form feeds. */
export function paragraphsOfText(text: string): ReadParagraph[] {
  return linesOf(text).map((line) => ({ text: line }))
}

/** Headings lose their #, emphasis loses its marks, everything else is read as plain text. */
export function paragraphsOfMarkdown(text: string): ReadParagraph[] {
  return linesOf(text)
    .filter((line) => !/^([-*_])(\s*\1){2,}$/.test(line))
    .map((line) => {
      const mark = /^#{1,6}\s+/.exec(line)
      if (!mark) return { text: withoutEmphasis(line) }
      return { text: withoutEmphasis(line.slice(mark[0].length).replace(/#+$/, "").trimEnd()), heading: true }
    })
    .filter(({ text: words }) => words !== "")
}

export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
}

function withoutEmphasis(line: string): string {
  return line
    .replace(/^>\s+/, "")
    .replace(/(\*\*|__)(?=\S)(.{0,2000}?\S)\1/g, "$2")
    .replace(/\\([\\`*_{}[\]()#+.!<>-])/g, "$1")
    .trim()
}
