/**
 * A small language for comparisons: `"fear 0-9, clinic 2-4"` is a coding of the code "fear" on the words 0 to 9 (the
 * end excluded, as everywhere) and one of "clinic" on 2 to 4. Codings are called by their place: ana's are a1, a2…,
 * ben's b1, b2….
 */
import { compare, unitsOf } from "../../core/disagreement"
import type { CodeId, Side, Span } from "../../core/model"
import type { Group, HandedIn, MergeRow, Unit } from "../../core/reading"
import { deriveReveal } from "../../core/review"
import { textSpan, wordsOf } from "../../core/text"

export const coderOn = { a: "ana", b: "ben" } as const

/** Sixty words, so that every picture fits. */
export const passageText = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ")
export const passage = { id: "p1", from: 0, to: passageText.length }

export function handIn(side: Side, picture: string): HandedIn {
  const codings = picture.split(",").flatMap((coding, at) => {
    const parts = /^\s*(\S+) (\d+)-(\d+)\s*$/.exec(coding)
    if (!parts) return []
    const words = { from: Number(parts[2]), to: Number(parts[3]) }
    return [{ id: `${side}${at + 1}`, code: parts[1]!, words, ...quoted(words), memo: null }]
  })
  const seen = { revealed: 0, opened: 0, discussed: 0, codebookRevision: 1 }
  return { coder: coderOn[side], side, revision: 1, codings, suggested: [], seen, at: "2026-05-01T10:00:00Z" }
}

function quoted(words: Span): { text: Span; quote: string } {
  if (words.to <= words.from) return { text: { from: 0, to: 0 }, quote: "" }
  const text = textSpan(wordsOf(passageText), words)
  return { text, quote: passageText.slice(text.from, text.to) }
}

export interface PictureOptions {
  readonly tolerance?: number
  readonly canonical?: (code: CodeId) => CodeId
}

/** Compares two pictures, and draws what was found: one line for each group, "beside" after a bar. */
export function compareText(ana: string, ben: string, options: PictureOptions = {}): string[] {
  const [ours, theirs] = [unitsOf(handIn("a", ana), "p1"), unitsOf(handIn("b", ben), "p1")]
  const { tolerance = 0.5, canonical = (code: CodeId) => code } = options
  return draw(compare("p1", 1, ours, theirs, { tolerance, canonical }), [...ours, ...theirs])
}

export function draw(groups: readonly Group[], units: readonly Unit[]): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const picture = (id: string) => {
    const { code, from, to } = byId.get(id)!
    return `${code} ${from}-${to}`
  }
  // What both did to the very same words is drawn once.
  const once = (ids: readonly string[]) => [...new Set(ids.map(picture))].join(" / ")
  return groups.map(({ kind, units, beside }) =>
    [`${kind} ${once(units)}`, ...beside.map((unit) => `beside ${picture(unit)}`)].join(" | "),
  )
}

export function revealText(
  ana: string,
  ben: string | null,
  { tolerance = 0.5, merges = [] as MergeRow[] } = {},
) {
  const handIns =
    ben === null ? ([handIn("a", ana)] as const) : ([handIn("a", ana), handIn("b", ben)] as const)
  return deriveReveal({
    passage,
    round: 1,
    policy: "passage",
    independent: true,
    text: passageText,
    transcriptVersion: 1,
    handIns,
    tolerance,
    codebook: { revision: 1, merges },
    at: "2026-05-02T10:00:00Z",
  })
}

let merged = 0
export function merge(from: CodeId, into: CodeId, more: Partial<MergeRow> = {}): MergeRow {
  const at = `2026-06-01T10:00:${String(merged++ % 60).padStart(2, "0")}Z`
  const row = { id: `merge-${from}-${into}`, project: "study", how: "merging" as const, from, into }
  return { ...row, by: "ben", at, undone: false, ...more }
}
