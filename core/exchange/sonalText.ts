import { linesOf } from "./plainText"
import type { ReadSonal } from "./sonal"
import type { ReadParagraph } from "./transcriptDraft"
import { timeMs, voiceParagraph } from "./voice"

const BLOCK = /^<\|([A-Z]+)\|/
const EXTRACT = /^::(\d[\d.,]*)(?:::(.*))?$/
/** Who speaks, when, and how much a word weighs. */
const MARK = /\[>([^\]]{1,100})\]\s*:?|\[(\d{1,6}(?:,\d{1,6})?)\]|\{[+-]\d?\}/g

interface Piece {
  speaker: string | null
  startMs: number | null
  text: string
}

/** Whether a text is an interview of the Sonal of before: extracts between lines of "::", speakers as "[>Name]". */
export function isSonalText(text: string): boolean {
  return /^::\d[\d.,]*::/m.test(text) && (BLOCK.test(text) || /\[>[^\]]{1,100}\]/.test(text))
}

/**
 * The paragraphs of an .rtr file: one a mark of a speaker or of a time. Marks stand among the words and are taken out
 * of them; themes of extracts and lines of notes are counted, and not read. Null where the file breaks off inside an
 * extract or a block of notes.
 */
export function paragraphsOfSonalText(text: string): ReadSonal | null {
  const pieces: Piece[] = []
  let [extracts, coded, notes] = [0, 0, 0]
  let block: string | null = null
  for (const line of linesOf(text)) {
    const extract = EXTRACT.exec(line)
    if (block !== null) {
      if (line.startsWith(`>|${block}|`)) block = null
      else notes++
    } else if (BLOCK.test(line)) {
      block = BLOCK.exec(line)![1]!
    } else if (extract) {
      extracts++
      if (extracts % 2 === 0) continue
      begin(pieces, { startMs: timeMs(extract[1]) })
      if (/[1-9]/.test((extract[2] ?? "").replace(/Tags=.*$/, ""))) coded++
    } else if (extracts === 0) {
      notes++
    } else addLine(pieces, line)
  }
  if (block !== null || extracts % 2 === 1) return null
  return {
    paragraphs: pieces.map(paragraphOf).filter((paragraph) => paragraph !== null),
    notes: [
      { kind: "coding", count: coded },
      { kind: "comment", count: notes },
    ],
  }
}

/** Marks that follow each other without a word between them tell of the same piece. */
function begin(pieces: Piece[], told: Partial<Piece>): void {
  const last = pieces.at(-1)
  if (last && last.text.trim() === "") Object.assign(last, told)
  else pieces.push({ speaker: last?.speaker ?? null, startMs: null, text: "", ...told })
}

function addLine(pieces: Piece[], line: string): void {
  const say = (words: string) => {
    pieces.at(-1)!.text += words
  }
  let from = 0
  say(" ")
  for (const mark of line.matchAll(MARK)) {
    say(line.slice(from, mark.index))
    from = mark.index + mark[0].length
    if (mark[1]) begin(pieces, { speaker: mark[1] })
    else if (mark[2]) begin(pieces, { startMs: timeMs(mark[2]) })
  }
  say(line.slice(from))
}

function paragraphOf({ speaker, startMs, text }: Piece): ReadParagraph | null {
  const paragraph = voiceParagraph(speaker, text.replace(/ {2,}/g, " "), null)
  return paragraph && { ...paragraph, header: { ...paragraph.header!, startMs } }
}
