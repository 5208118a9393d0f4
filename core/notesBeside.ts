/** Live notes laid beside a transcript: which turn was being said when something was noted, and how that is written in it. */
import { type FieldNotes, type Mark, type MarksAlike, mergeAlike, toRecording } from "./fieldNotes"
import type { PlacedTurn } from "./model"
import { beginnings } from "./timeline"

/** What was noted at a moment of the recording. */
export interface HeardNote {
  /** The earliest first. */
  readonly marks: MarksAlike
  readonly ms: number
}

/** What was noted while a turn was said. */
export interface NotesOfTurn {
  readonly turn: number
  /** A border of the turn, as far as it says what is in it, is taken from its neighbours or not known. */
  readonly estimated: boolean
  readonly notes: readonly HeardNote[]
}

export interface NotesBeside {
  /** What is heard before the first turn that has a time. */
  readonly before: readonly HeardNote[]
  /** In the order of the transcript; a turn beside which nothing was noted is left out. */
  readonly turns: readonly NotesOfTurn[]
  /** What has no place in the recording, or where no turn has a time. */
  readonly nowhere: readonly MarksAlike[]
}

/**
 * The notes at their turns (F10): at the one that began last before they were made, as far as is said or estimated when
 * turns begin. What several people marked alike is there once.
 */
export function notesBeside(
  turns: readonly PlacedTurn[],
  notes: Pick<FieldNotes, "alignment" | "clock" | "marks">,
): NotesBeside {
  const inRecording = toRecording(notes)
  const begins = beginnings(turns)
  const isTimed = begins.some((one) => one !== null)
  const before: HeardNote[] = []
  const nowhere: MarksAlike[] = []
  const atTurn = new Map<number, HeardNote[]>()
  for (const marks of mergeAlike(notes.marks)) {
    const ms = isTimed ? inRecording(marks[0].at) : null
    if (ms === null) {
      nowhere.push(marks)
      continue
    }
    const turn = turnHeard(begins, ms)
    if (turn === null) before.push({ marks, ms })
    else atTurn.set(turn, [...(atTurn.get(turn) ?? []), { marks, ms }])
  }
  const inOrder = [...atTurn].sort(([one], [other]) => one - other)
  return {
    before,
    turns: inOrder.map(([turn, notes]) => ({ turn, estimated: isEstimated(begins, turn), notes })),
    nowhere,
  }
}

type Begins = ReturnType<typeof beginnings>

/** Of the turns that have begun by then, the one that began last. */
function turnHeard(begins: Begins, ms: number): number | null {
  let heard: number | null = null
  let since = Number.NEGATIVE_INFINITY
  for (const [turn, begin] of begins.entries()) {
    if (!begin || begin.ms > ms || begin.ms < since) continue
    heard = turn
    since = begin.ms
  }
  return heard
}

function isEstimated(begins: Begins, turn: number): boolean {
  const next = begins[turn + 1]
  return begins[turn]?.estimated === true || next === null || next?.estimated === true
}

/** How remarks are put into words; the language's. */
export interface RemarkWords {
  /** Everybody. */
  readonly all: string
  readonly list: (letters: readonly string[]) => string
  readonly of: (who: string, what: string) => string
}

/** As long as a remark in parentheses may be. */
const LONGEST_REMARK = 120

/**
 * A mark as a transcript writes it, in parentheses; null where it is none that belongs there: who speaks is said by the
 * turns, a quiet word was not for the group.
 */
export function remarkOf({ kind, who, sign, text }: Mark, words: RemarkWords): string | null {
  if (kind !== "sign" && kind !== "note") return null
  const what = plain([sign, text].map(plain).filter(Boolean).join(", "))
  if (what === "") return null
  const whose = who === "all" ? words.all : words.list(who)
  const said = who.length === 0 ? what : words.of(whose, what)
  return said.length > LONGEST_REMARK ? null : `(${said})`
}

/** Without what would end the remark or the turn. */
function plain(words: string): string {
  return words.replace(/[()\s]+/gu, " ").trim()
}
