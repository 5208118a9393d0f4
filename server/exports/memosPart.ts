import { HeadingLevel, Paragraph } from "docx"
import type { ProjectExport } from "../queries/exportProject"
import { quiet } from "./paragraphs"
import type { DecisionWords } from "./words"

/**
 * What is written together of a project, the oldest first, to be read after its decisions. Shared memos alone: the
 * document is passed on, and whoever has it made may forget that one of them is theirs.
 */
export function memosPart(
  { memos, sources, codebook }: ProjectExport,
  words: DecisionWords,
  date: (at: string) => string,
): Paragraph[] {
  const shared = memos.filter(({ sharing }) => sharing === "shared").reverse()
  if (shared.length === 0) return []
  const aboutOf = ({ source, code }: (typeof shared)[number]): string[] => {
    const about = code ? codebook.codes[code]?.name : sources.find(({ id }) => id === source)?.title
    return about ? [about] : []
  }
  return [
    new Paragraph({ text: words.memos, heading: HeadingLevel.HEADING_1, spacing: { before: 480 } }),
    ...shared.flatMap((memo) => [
      new Paragraph({
        text: memo.title || words.untitled,
        heading: HeadingLevel.HEADING_2,
        spacing: { before: 280 },
        keepNext: true,
      }),
      quiet(
        [words.memoKind[memo.kind], ...aboutOf(memo), memo.author.name, date(memo.createdAt)].join(" · "),
      ),
      ...memo.text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => new Paragraph({ text: line, spacing: { before: 80 } })),
    ]),
  ]
}
