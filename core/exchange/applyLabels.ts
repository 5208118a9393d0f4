import type { Speaker, SpeakerId, Transcript, Turn } from "../model"
import type { DraftParagraph, Header, TranscriptDraft } from "./transcriptDraft"

/** What the person who imports decided about a label. Two labels with the same `as` are one speaker. */
export interface LabelDecision {
  readonly label: string
  readonly speaks: boolean
  readonly as: string
  readonly interviewer: boolean
}

/** The decisions our guesses come to: what the form preselects, and what an import without a form does. */
export function guessedDecisions(draft: TranscriptDraft): LabelDecision[] {
  const interviewers = new Map(draft.labels.map(({ label, interviewer }) => [label, interviewer]))
  return draft.labels.map(({ label, speaks, like }) => {
    const as = like ?? label
    return { label, speaks, as, interviewer: interviewers.get(as) ?? false }
  })
}

/**
 * The transcript these decisions make of a draft. Labels that speak and times become structure; every other word
 * of the draft stands in a turn, in order, once; a label without a decision stays among the words.
 *
 * A header opens a turn. A paragraph without one goes on with the turn before it, after a space, since a turn's
 * text holds no line break; before anybody has spoken, and for headings, it is a turn of nobody. Cues of one
 * speaker in a row are one turn. Turns without words are left out: `emptyTurns` counts them.
 */
export function applyLabels(
  draft: TranscriptDraft,
  decisions: readonly LabelDecision[],
  newId: () => string,
): Transcript {
  const interviewers = new Set(decisions.filter((one) => one.speaks && one.interviewer).map(nameOf))
  const speakers = new Map<string, Speaker>()
  const idOf = (name: string): SpeakerId => {
    const known = speakers.get(name)
    if (known) return known.id
    const speaker = { id: newId(), label: name, interviewer: interviewers.has(name) }
    speakers.set(name, speaker)
    return speaker.id
  }
  const turns = spokenTurns(draft, decisions)
    .filter(({ text }) => text !== "")
    .map(({ name, startMs, endMs, text }) => ({
      speaker: name === null ? null : idOf(name),
      startMs,
      endMs,
      text,
    }))
  return { speakers: [...speakers.values()], turns }
}

/** How many turns these decisions leave without a word, and so out of the transcript. */
export function emptyTurns(draft: TranscriptDraft, decisions: readonly LabelDecision[]): number {
  return spokenTurns(draft, decisions).filter(({ text }) => text === "").length
}

interface SpokenTurn extends Omit<Turn, "speaker"> {
  readonly name: string | null
  readonly heading: boolean
  readonly cued: boolean
}

function spokenTurns(draft: TranscriptDraft, decisions: readonly LabelDecision[]): SpokenTurn[] {
  const names = new Map(decisions.filter(({ speaks }) => speaks).map((one) => [one.label, nameOf(one)]))
  const turns: SpokenTurn[] = []
  let speaking: string | null = null
  for (const paragraph of draft.paragraphs) {
    const last = turns.at(-1)
    const part = partOf(paragraph, names, speaking)
    if (!part.heading) speaking = part.name
    if (last && goesOn(last, part)) turns[turns.length - 1] = joined(last, part)
    else turns.push(part)
  }
  return turns.map((turn, index) => startedWhereTheLastEnded(turn, turns[index - 1]))
}

interface Part extends SpokenTurn {
  readonly opens: boolean
}

function partOf(
  { text, header, cue, heading }: DraftParagraph,
  names: ReadonlyMap<string, string>,
  speaking: string | null,
): Part {
  const name = named(header, names)
  const { from, startMs, endMs } = structureOf(header, text, typeof name === "string")
  return {
    name: heading ? null : name === undefined ? speaking : name,
    startMs: startMs ?? cue?.startMs ?? null,
    endMs: endMs ?? cue?.endMs ?? null,
    text: text.slice(from, header?.textTo).trim(),
    heading,
    cued: cue !== null,
    opens: name !== undefined || startMs !== null,
  }
}

/** Whoever speaks from here on; undefined where nothing is said about it. */
function named(header: Header | null, names: ReadonlyMap<string, string>): string | null | undefined {
  if (!header) return undefined
  if (header.label !== null) return names.get(header.label)
  return header.stated ? null : undefined
}

function structureOf(header: Header | null, text: string, speaks: boolean) {
  if (!header) return { from: 0, startMs: null, endMs: null }
  const { label, labelFrom, textFrom, textTo, startMs, endMs } = header
  if (speaks || label === null) return { from: textFrom, startMs, endMs }
  // A time after a word that is no speaker is part of what is said: "Le matin, 12:31 : rien."
  const leads = labelFrom > 0
  return {
    from: labelFrom,
    startMs: leads ? startMs : null,
    endMs: leads || textTo < text.length ? endMs : null,
  }
}

function goesOn(last: SpokenTurn, part: Part): boolean {
  if (last.heading || part.heading) return false
  if (last.cued && part.cued)
    return last.name === part.name && (part.name !== null || sentenceGoesOn(last, part))
  return !part.opens && part.name !== null
}

const PAUSE_MS = 1500

/** Cues nobody is named in: cut where a sentence ends or the voices rest, not in the middle of what is said. */
function sentenceGoesOn(last: SpokenTurn, part: SpokenTurn): boolean {
  const rest = (part.startMs ?? 0) - (last.endMs ?? 0)
  return rest < PAUSE_MS && !/[.?!…]["»”]?$/u.test(last.text)
}

function joined(last: SpokenTurn, part: SpokenTurn): SpokenTurn {
  const text = [last.text, part.text].filter((words) => words !== "").join(" ")
  return { ...last, startMs: last.startMs ?? part.startMs, endMs: part.endMs ?? last.endMs, text }
}

/** f4 writes only when a turn ends, which is when the next begins. */
function startedWhereTheLastEnded(turn: SpokenTurn, last: SpokenTurn | undefined): SpokenTurn {
  if (turn.startMs !== null || turn.endMs === null) return turn
  return { ...turn, startMs: last ? last.endMs : 0 }
}

function nameOf({ as, label }: LabelDecision): string {
  return as.trim() || label
}
