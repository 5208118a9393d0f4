import type { Clip, PlacedTurn, Span, SpeakerId } from "../../../../../../core/model"
import type { WhereWords } from "../../../../../../server/queries/whereWords"

/** A place in the transcript that may be erased, with the words that stand there. */
export interface ChosenSpan extends Span {
  readonly words: string
  readonly ticked: boolean
  readonly by: "search" | "hand"
}

/** A place outside the transcript: a label, a title, a reason, a code. */
export interface ChosenPlace {
  readonly key: string
  readonly kind: WhereWords["elsewhere"][number]["kind"] | "speaker"
  readonly before: string
  readonly words: string
  readonly after: string
  readonly ticked: boolean
}

export interface Chosen {
  /** The word or name looked for; null where only places in the transcript were chosen. */
  readonly words: string | null
  readonly spans: readonly ChosenSpan[]
  readonly places: readonly ChosenPlace[]
}

export const nothingChosen: Chosen = { words: null, spans: [], places: [] }

/** All places where a word was found, ticked, in place of those of the search before; what was chosen by hand stays. */
export function found(
  chosen: Chosen,
  text: string,
  words: string,
  { transcript, speakers, elsewhere }: WhereWords,
): Chosen {
  const ticked = true
  const byHand = chosen.spans.filter(({ by }) => by === "hand")
  return {
    words,
    spans: transcript.reduce<readonly ChosenSpan[]>(
      (spans, span) => joined(spans, text, { ...span, by: "search" }),
      byHand,
    ),
    places: [
      ...speakers.map((place) => ({ ...place, kind: "speaker" as const, ticked })),
      ...elsewhere.map((place) => ({ ...place, ticked })),
    ],
  }
}

/** One more stretch of the transcript; those that it overlaps or touches become one with it. */
export function withSpan(chosen: Chosen, text: string, span: Span): Chosen {
  return { ...chosen, spans: joined(chosen.spans, text, { ...span, by: "hand" }) }
}

/** What is not ticked is to stay: of that it takes only what it covers itself. */
function joined(
  spans: readonly ChosenSpan[],
  text: string,
  span: Span & Pick<ChosenSpan, "by">,
): readonly ChosenSpan[] {
  const isApart = ({ from, to }: Span) => to < span.from || span.to < from
  const met = spans.filter((each) => each.ticked && !isApart(each))
  const from = Math.min(span.from, ...met.map((each) => each.from))
  const to = Math.max(span.to, ...met.map((each) => each.to))
  const by = met.some((each) => each.by === "hand") ? "hand" : span.by
  const others = spans.filter((each) => !met.includes(each) && (each.to <= from || to <= each.from))
  const all: ChosenSpan[] = [...others, { from, to, words: text.slice(from, to), ticked: true, by }]
  return all.sort((one, other) => one.from - other.from)
}

/** Everything one speaker said: for a participant who has withdrawn. */
export function withSpeaker(
  chosen: Chosen,
  text: string,
  turns: readonly PlacedTurn[],
  who: SpeakerId,
): Chosen {
  return turns
    .filter(({ speaker, from, to }) => speaker === who && to > from)
    .reduce((all, turn) => withSpan(all, text, turn), chosen)
}

/**
 * When the recording says what is ticked: from the beginning of each turn concerned to the beginning of the next.
 * Where in a turn a word is said is not known, and half a name silenced would be none.
 */
export function heardAt(
  turns: readonly PlacedTurn[],
  spans: readonly ChosenSpan[],
  durationMs: number | null,
): Clip[] {
  return turns.flatMap(({ from, to, startMs }, at) => {
    if (startMs === null || !spans.some((span) => span.ticked && span.from < to && from < span.to)) return []
    const next = turns.slice(at + 1).find((turn) => turn.startMs !== null && turn.startMs > startMs)
    return [{ startMs, endMs: next?.startMs ?? Math.max(durationMs ?? 0, startMs + LAST_TURN_MS) }]
  })
}

/** Of a last turn without an end, in a recording of unknown length: longer than anybody speaks. */
const LAST_TURN_MS = 3_600_000

export function countTicked({ spans, places }: Chosen): number {
  return [...spans, ...places].filter(({ ticked }) => ticked).length
}

const FEW = 4

/** The last few words before a place, and a sign where there were more. */
export function lastWords(before: string): string {
  const words = before.split(/(?<=\s)(?=\S)/)
  return words.length > FEW ? `… ${words.slice(-FEW).join("")}` : before
}

/** The first few words after a place, and a sign where there were more. */
export function firstWords(after: string): string {
  const words = after.split(/(?<=\s)(?=\S)/)
  return words.length > FEW ? `${words.slice(0, FEW).join("")}…` : after
}
