/** Who spoke how much of a group or an interview, in all and at each question (F12). */
import { byTime, type FieldNotes, type Listed, mergeAlike, type Part, toRecording } from "./fieldNotes"
import type { Speaker } from "./model"
import { questionsHeard } from "./questionsHeard"
import type { SaidTime, SaidTurn } from "./saidTurns"

/** What one person said of it. */
export interface Share {
  /** Their letter; empty for what nobody is named for. */
  readonly who: string
  readonly part: Part
  readonly turns: number
  /** Of their turns, those of which nobody knows how long they are: `ms` is without them. */
  readonly untimed: number
  /** Null where nothing counts them. */
  readonly words: number | null
  readonly ms: number
  /** Something of `ms` is an estimate. */
  readonly estimated: boolean
  readonly longestMs: number | null
  /** Of all time that is known, and of all words; null where there is none. */
  readonly ofTime: number | null
  readonly ofWords: number | null
}

/** Shares of one stretch. */
export interface Shares {
  readonly shares: readonly Share[]
  /** Letters of those who were there to speak, and have no turn in it. */
  readonly silent: readonly string[]
}

export interface SharesOfQuestion extends Shares {
  /** Null: what was said of none, before the first was put or after the last was done. */
  readonly question: Listed | null
}

export interface Speaking {
  /** Whether time is the transcript's, or the observers', from one mark of who speaks to the next. */
  readonly from: "transcript" | "marks"
  readonly whole: Shares
  /** In the order in which they were put; none where none was, or nothing says when it is heard. */
  readonly questions: readonly SharesOfQuestion[]
}

/** A transcript by what can be counted of it. */
export interface Said {
  readonly speakers: readonly Speaker[]
  readonly turns: readonly SaidTurn[]
}

export type SpeakingNotes = Pick<
  FieldNotes,
  "people" | "marks" | "guide" | "ticks" | "clock" | "alignment" | "event"
>

/** One time at which somebody has the floor, whatever tells of it. */
interface Floor {
  readonly who: string
  readonly words: number | null
  readonly time: SaidTime | null
  readonly says?: SaidTurn["says"]
}

/**
 * Counts turns, words and time by who speaks. A turn counts whole at the question that had begun when it did, and a
 * question begins with the turn that asks it. Time in which several speak counts for each.
 */
export function speaking(said: Said, notes: SpeakingNotes): Speaking {
  const named = namesOf(said, notes)
  const turns = said.turns.map(({ speaker, ...turn }): Floor => ({ ...turn, who: named.bySpeaker(speaker) }))
  const marked = floorsMarked(notes).map((floor) => ({ ...floor, who: named.byLetter(floor.who) }))
  const from = turns.some(({ time }) => time) || marked.length === 0 ? "transcript" : "marks"
  const floors = from === "transcript" ? turns : marked
  const isUnnamed = turns.some(({ who }) => who === "")
  const whole = shareOut(floors, isUnnamed ? [...named.table, NOBODY] : named.table)
  return {
    from,
    whole: from === "marks" && turns.length > 0 ? withWords(whole, turns) : whole,
    questions: byQuestion(floors, notes, from, named.table).map(({ question, floors }) => ({
      question,
      ...shareOut(floors, named.table),
    })),
  }
}

interface Seat {
  readonly who: string
  readonly part: Part
}

/** Of whom no turn says who they are. */
const NOBODY: Seat = { who: "", part: "participant" }

/** Who is there to speak: at the table in its order, then as the transcript names them; a letter is one in both. */
function namesOf({ speakers, turns }: Said, { people }: SpeakingNotes) {
  const table = people
    .filter(({ part, presence }) => part !== "observer" && presence !== "absent")
    .map(({ letter, part }): Seat => ({ who: letter, part }))
  const bySpeaker = new Map<string, string>()
  for (const { id, label, interviewer } of speakers) {
    const plain = plainLabel(label)
    const who = people.find(({ letter }) => alike(letter, plain))?.letter ?? plain
    bySpeaker.set(id, who)
    const isThere = table.some((seat) => seat.who === who)
    const isSilent = !turns.some((one) => one.speaker === id)
    // Where people are written down, a label of the transcript that nobody has is nobody.
    if (!isThere && !(isSilent && people.length > 0))
      table.push({ who, part: interviewer ? "animator" : "participant" })
  }
  return {
    table,
    bySpeaker: (id: string | null) => (id === null ? "" : (bySpeaker.get(id) ?? "")),
    byLetter: (letter: string) => table.find(({ who }) => alike(who, letter))?.who ?? letter,
  }
}

const plainLabel = (label: string) => label.trim().replace(/[\s:]+$/u, "")
const alike = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/**
 * From each mark of who speaks to the next, or until the event pauses or ends; of the last, where nothing ends it, nobody
 * knows. Marked again is the same floor; where all are meant, nobody has it.
 */
function floorsMarked({ marks, clock }: SpeakingNotes): Floor[] {
  const spoken = mergeAlike(marks.filter(({ kind }) => kind === "speaks")).map(([{ id, at, who }]) => ({
    id,
    at,
    who: who === "all" ? [] : [...who].sort(),
  }))
  const ends = clock.filter(({ is }) => is === "ended").map(({ id, at }) => ({ id, at, who: [] as string[] }))
  const steps = [...spoken, ...ends].sort(byTime)
  const changes = steps.filter(({ who }, at) => who.join() !== steps[at - 1]?.who.join())
  return changes.flatMap(({ at, who }, place) => {
    const next = changes[place + 1]
    const time = next && next.at > at ? { startMs: at, endMs: next.at, estimated: true } : null
    return who.map((letter) => ({ who: letter, words: null, time }))
  })
}

/** What is said of no question, and at each. What has no time is at none. */
function byQuestion(
  floors: readonly Floor[],
  notes: SpeakingNotes,
  from: Speaking["from"],
  table: readonly Seat[],
) {
  const inRecording = from === "marks" ? (at: number) => at : toRecording(notes)
  const asks = (who: string) => table.some((seat) => seat.who === who && seat.part === "animator")
  const said = floors.flatMap(({ who, time, says = {} }) =>
    time ? [{ startMs: time.startMs, endMs: time.endMs, asks: asks(who), says }] : [],
  )
  const { begins, endMs } = questionsHeard(notes, inRecording, said)
  if (begins.length === 0) return []
  const at = (ms: number) => {
    if (endMs !== null && ms >= endMs) return null
    return begins.findLast((one) => one.ms <= ms)?.question ?? null
  }
  const within = (question: string | null) =>
    floors.filter(({ time }) => time && at(time.startMs) === question)
  const outside = within(null)
  const each = begins.map(({ question }) => ({
    question: notes.guide.find(({ id }) => id === question)!,
    floors: within(question),
  }))
  return outside.length > 0 ? [{ question: null, floors: outside }, ...each] : each
}

function shareOut(floors: readonly Floor[], table: readonly Seat[]): Shares {
  const others = [...new Set(floors.map(({ who }) => who))]
    .filter((who) => !table.some((seat) => seat.who === who))
    .sort()
    .map((who): Seat => ({ who, part: "participant" }))
  const counted = [...table, ...others].map((seat) => count(seat, floors))
  return {
    shares: withShares(counted),
    silent: counted
      .filter(({ who, part, turns }) => who !== "" && part === "participant" && turns === 0)
      .map(({ who }) => who),
  }
}

type Counted = Omit<Share, "ofTime" | "ofWords">

function count({ who, part }: Seat, floors: readonly Floor[]): Counted {
  const own = floors.filter((floor) => floor.who === who)
  const times = own.flatMap(({ time }) => time ?? [])
  const lengths = times.map(({ startMs, endMs }) => endMs - startMs)
  const isCounted = floors.some(({ words }) => words !== null)
  return {
    who,
    part,
    turns: own.length,
    untimed: own.length - times.length,
    words: isCounted ? sum(own.map(({ words }) => words ?? 0)) : null,
    ms: sum(lengths),
    estimated: times.some(({ estimated }) => estimated),
    longestMs: lengths.length > 0 ? Math.max(...lengths) : null,
  }
}

/** The words are the transcript's even where the time is not. */
function withWords({ shares, silent }: Shares, turns: readonly Floor[]): Shares {
  const words = (who: string) => sum(turns.map((turn) => (turn.who === who ? (turn.words ?? 0) : 0)))
  return { silent, shares: withShares(shares.map((share) => ({ ...share, words: words(share.who) }))) }
}

function withShares(counted: readonly Counted[]): Share[] {
  const allMs = sum(counted.map(({ ms }) => ms))
  const allWords = sum(counted.map(({ words }) => words ?? 0))
  return counted.map((one) => ({
    ...one,
    ofTime: allMs > 0 ? one.ms / allMs : null,
    ofWords: one.words !== null && allWords > 0 ? one.words / allWords : null,
  }))
}

const sum = (all: readonly number[]) => all.reduce((so, one) => so + one, 0)
