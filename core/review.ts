import { byName, canonicalOf } from "./codebook"
import { compare, unitsOf } from "./disagreement"
import type { Blindness, CodeId, MemberId, Passage, PassageId } from "./model"
import { byText } from "./overlap"
import type { HandedCoding, HandedIn, MergeRow, Reveal, SuggestedCode, Unit } from "./reading"

export interface AssignedPassage {
  readonly id: PassageId
  /** Those whose coding of this passage is to be compared: one or two; none while nobody is assigned. */
  readonly coders: readonly MemberId[]
  readonly revealed: boolean
}

export interface HandInStanding {
  readonly passage: PassageId
  readonly coder: MemberId
}

/**
 * The passages to be revealed now, in the order given (B22–B24). A passage is complete when all its coders have
 * handed it in. Under "source" nothing is revealed before every passage is complete; otherwise each on its own.
 */
export function dueForReveal(source: {
  readonly policy: Blindness
  readonly passages: readonly AssignedPassage[]
  /** Hand-ins not taken back. */
  readonly standing: readonly HandInStanding[]
}): PassageId[] {
  const handedIn = new Set(source.standing.map(({ passage, coder }) => JSON.stringify([passage, coder])))
  const complete = ({ id, coders }: AssignedPassage) =>
    coders.every((coder) => handedIn.has(JSON.stringify([id, coder])))

  const assigned = source.passages.filter((passage) => passage.coders.length > 0)
  const pending = assigned.filter((passage) => !passage.revealed)
  if (source.policy === "source" && !pending.every(complete)) return []
  return pending.filter(complete).map((passage) => passage.id)
}

export interface Revealing {
  readonly passage: Pick<Passage, "id" | "from" | "to">
  readonly round: number
  readonly policy: Blindness
  readonly independent: boolean
  /** The passage's words, as they stood when its coders had handed in. */
  readonly text: string
  readonly transcriptVersion: number
  readonly handIns: readonly [HandedIn] | readonly [HandedIn, HandedIn]
  readonly tolerance: number
  readonly codebook: { readonly revision: number; readonly merges: readonly MergeRow[] }
  /** ISO 8601, from the server. */
  readonly at: string
}

/**
 * Derives what may be shown of a passage from what has been handed in. This is the one place where two coders'
 * codings meet, so it is the one place that must not let them meet early: it asks for the hand-ins of everybody
 * assigned, and copies out of them only what is listed here (B16). With one coder there is nothing to compare and
 * there are no groups.
 */
export function deriveReveal(from: Revealing): Reveal {
  const { passage } = from
  const handIns = [...from.handIns].sort((a, b) => byText(a.side, b.side)).map(revealed)
  const [ours, theirs] = handIns
  const comparing = { tolerance: from.tolerance, canonical: canonicalOf(from.codebook.merges) }
  return {
    passage: passage.id,
    round: from.round,
    policy: from.policy,
    independent: from.independent,
    text: from.text,
    span: { from: passage.from, to: passage.to },
    transcriptVersion: from.transcriptVersion,
    tolerance: from.tolerance,
    codebookRevision: from.codebook.revision,
    handIns,
    groups:
      ours && theirs
        ? compare(passage.id, from.round, unitsOf(ours, passage.id), unitsOf(theirs, passage.id), comparing)
        : [],
    at: from.at,
  }
}

/** All units of a reveal, A's before B's. */
export function unitsRevealed(reveal: Pick<Reveal, "handIns" | "passage">): Unit[] {
  return reveal.handIns.flatMap((handIn) => unitsOf(handIn, reveal.passage))
}

/** The new codes that a reveal brings into the codebook: one batch in alphabetical order, whoever made them (B17). */
export function newCodesOf(reveal: Pick<Reveal, "handIns">): (SuggestedCode & { readonly by: MemberId })[] {
  return reveal.handIns
    .flatMap(({ coder, codings, suggested }) => {
      const used = new Set(codings.map((coding) => coding.code))
      return suggestedAmong(suggested, used).map((code) => ({ ...code, by: coder }))
    })
    .sort((a, b) => byName(a, b) || byText(a.by, b.by))
}

/** Field by field: what a hand-in may hold besides stays behind. In the order of the text, not of the work. */
function revealed(handIn: HandedIn): HandedIn {
  const used = new Set(handIn.codings.map((coding) => coding.code))
  return {
    coder: handIn.coder,
    side: handIn.side,
    revision: handIn.revision,
    codings: handIn.codings.map(revealedCoding).sort(byWords),
    suggested: suggestedAmong(handIn.suggested, used),
    seen: handIn.seen,
    at: handIn.at,
  }
}

function revealedCoding({ id, code, words, text, quote, memo }: HandedCoding): HandedCoding {
  return { id, code, words, text, quote, memo }
}

function suggestedAmong(suggested: readonly SuggestedCode[], used: ReadonlySet<CodeId>): SuggestedCode[] {
  const crossing = suggested.filter((code) => used.has(code.id))
  return crossing.map(({ id, name, definition }) => ({ id, name, definition })).sort(byName)
}

function byWords(a: HandedCoding, b: HandedCoding): number {
  return a.words.from - b.words.from || a.words.to - b.words.to || byText(a.id, b.id)
}
