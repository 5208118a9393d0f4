import { applyLabels, emptyTurns, type LabelDecision } from "../../../../../core/exchange/applyLabels"
import type { TranscriptDraft } from "../../../../../core/exchange/transcriptDraft"
import type { Transcript } from "../../../../../core/model"
import { wordsOf } from "../../../../../core/text"

/** Under which name a label speaks. */
export function nameOf({ as, label }: LabelDecision): string {
  return as.trim() || label
}

/** The speakers these decisions come to, in the order in which they are decided. */
export function speakersOf(decisions: readonly LabelDecision[]): string[] {
  return [...new Set(decisions.filter(({ speaks }) => speaks).map(nameOf))]
}

type Change = Partial<Pick<LabelDecision, "speaks" | "as" | "interviewer">>

/**
 * The decisions with one changed. Labels of one name are one speaker: to call them interviewer is to call all of them
 * so, and a label that takes another's name takes what was said of it too.
 */
export function decide(decisions: readonly LabelDecision[], label: string, change: Change): LabelDecision[] {
  const before = decisions.find((one) => one.label === label)
  if (!before) return [...decisions]
  const changed = { ...before, ...change }
  const name = nameOf(changed)
  const same = decisions.find((one) => one.label !== label && one.speaks && nameOf(one) === name)
  const interviewer =
    change.interviewer ?? (change.as !== undefined && same ? same.interviewer : changed.interviewer)
  return decisions.map((one) => {
    if (one.label === label) return { ...changed, interviewer }
    return change.interviewer !== undefined && nameOf(one) === name ? { ...one, interviewer } : one
  })
}

/** What becomes of a draft's words: every one stands in a turn, or was a speaker's name or a time. */
export interface Account {
  readonly transcript: Transcript
  readonly words: number
  readonly inTurns: number
  readonly emptyTurns: number
  readonly turnsOfNobody: number
}

export function accountOf(draft: TranscriptDraft, decisions: readonly LabelDecision[]): Account {
  let number = 0
  const transcript = applyLabels(draft, decisions, () => String(number++))
  const count = (texts: readonly { readonly text: string }[]) =>
    texts.reduce((sum, { text }) => sum + wordsOf(text).length, 0)
  return {
    transcript,
    words: count(draft.paragraphs),
    inTurns: count(transcript.turns),
    emptyTurns: emptyTurns(draft, decisions),
    turnsOfNobody: transcript.turns.filter(({ speaker }) => speaker === null).length,
  }
}
