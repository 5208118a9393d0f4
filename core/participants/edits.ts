/** What a change of the table of participants comes to, whole or not at all. */
import { type Column, isFixed, kept, variableOf, type Wrong, write } from "./cells"
import {
  foldedLetter,
  freeLetter,
  MOST_PARTICIPANTS,
  MOST_VARIABLES,
  type Participant,
  type ParticipantId,
  type Sample,
  somebody,
  type Variable,
} from "./model"
import { fixedColumns } from "./words"

/** A text for a cell. */
export interface Edit {
  readonly participant: ParticipantId
  readonly column: Column
  readonly text: string
  /** What the cell kept when this was meant; left out: whatever it kept. */
  readonly was?: string | undefined
}

export interface Change {
  /** Variables that the edits may be about. */
  readonly variables?: readonly Variable[]
  /** Participants that are new. */
  readonly added?: readonly ParticipantId[]
  readonly edits: readonly Edit[]
}

/** A cell that cannot be as it was asked to be. */
export type Problem = { readonly participant: ParticipantId; readonly column: Column } & (
  | Wrong
  | { readonly why: "letter-taken" | "letter-taken-there"; readonly letter: string }
  | { readonly why: "gone" | "changed-meanwhile" | "too-many" | "a-name" }
)

export type Outcome =
  /** `before`: the edits that take it back, where nobody changed the cells again. */
  { readonly sample: Sample; readonly before: readonly Edit[] } | { readonly problems: readonly Problem[] }

/** The table as a change makes it, or every cell that is wrong. `today` is when who withdraws did, where nobody says. */
export function changed(sample: Sample, change: Change, today: string): Outcome {
  const added = addedTo(sample, change)
  const problems: Problem[] = []
  const people = new Map(added.participants.map((one) => [one.id, one]))
  const first = new Map(people)
  for (const edit of inOrder(change.edits, added)) {
    const of = people.get(edit.participant)
    const { participant, column } = edit
    if (!of) problems.push({ participant, column, why: "gone" })
    else if (edit.was !== undefined && edit.was !== kept(first.get(participant)!, column))
      problems.push({ participant, column, why: "changed-meanwhile" })
    else {
      const written = write(of, column, edit.text, added)
      if ("wrong" in written) problems.push({ participant, column, ...written.wrong })
      else people.set(participant, dated(written.is, column, today))
    }
  }
  const next = { ...added, participants: [...people.values()] }
  problems.push(...tooMany(next), ...lettersTwice(next))
  return problems.length > 0 ? { problems } : { sample: next, before: beforeOf(sample, next, change) }
}

function addedTo(sample: Sample, { variables = [], added = [], edits }: Change): Sample {
  const last = sample.participants.at(-1)?.order ?? 0
  const known = new Set(sample.participants.map(({ id }) => id))
  const named = new Map(
    edits.flatMap(({ participant, column, text }) =>
      column === "letter" ? [[participant, text.trim()]] : [],
    ),
  )
  const letters = new Set([...sample.participants.map(({ letter }) => letter), ...named.values()])
  const people = [...new Set(added)]
    .filter((id) => !known.has(id))
    .map((id, place) => {
      const letter = named.get(id) ?? freeLetter(letters)
      letters.add(letter)
      return somebody(id, letter, last + 1 + place)
    })
  return {
    ...sample,
    variables: [...sample.variables, ...variables],
    participants: [...sample.participants, ...people],
  }
}

/** A column after those it depends on: letters and attendance after the events. */
function inOrder(edits: readonly Edit[], sample: Sample): Edit[] {
  const place = (column: Column) =>
    isFixed(column) ? fixedColumns.indexOf(column) : variableOf(column, sample) ? fixedColumns.length : 0
  return [...edits].sort((one, other) => place(one.column) - place(other.column))
}

/** Who withdraws and is not said when did so today; who did not has no day of it. */
function dated(of: Participant, column: Column, today: string): Participant {
  if (column !== "withdrawal") return of
  return { ...of, withdrawnOn: of.withdrawal === "none" ? null : (of.withdrawnOn ?? today) }
}

function tooMany({ participants, variables }: Sample): Problem[] {
  const [first] = participants
  const isOver = participants.length > MOST_PARTICIPANTS || variables.length > MOST_VARIABLES
  return isOver && first ? [{ participant: first.id, column: "letter", why: "too-many" }] : []
}

/** Who is called as somebody before them is, in the study or in an event. */
function lettersTwice({ participants }: Sample): Problem[] {
  const taken = new Set<string>()
  const problems: Problem[] = []
  for (const { id: participant, letter, seats } of participants) {
    const own = foldedLetter(letter)
    if (taken.has(own)) problems.push({ participant, column: "letter", why: "letter-taken", letter })
    taken.add(own)
    for (const seat of seats) {
      const there = `${seat.source} ${foldedLetter(seat.letter)}`
      if (taken.has(there))
        problems.push({
          participant,
          column: "lettersThere",
          why: "letter-taken-there",
          letter: seat.letter,
        })
      taken.add(there)
    }
  }
  return problems
}

/** With the events of somebody goes all that is said of each, and with withdrawing its day. */
const together: Partial<Record<Column, readonly Column[]>> = {
  letter: ["letter", "lettersThere"],
  events: ["events", "lettersThere", "attendance", "third"],
  withdrawal: ["withdrawal", "withdrawnOn"],
}

function beforeOf(sample: Sample, next: Sample, { edits }: Change): Edit[] {
  const byId = (where: Sample) => new Map(where.participants.map((one) => [one.id, one]))
  const [before, after] = [byId(sample), byId(next)]
  const back = new Map<string, Edit>()
  for (const { participant, column: touched } of edits) {
    const [then, now] = [before.get(participant), after.get(participant)]
    if (!then || !now) continue
    const columns = together[touched] ?? [touched]
    if (columns.every((column) => kept(then, column) === kept(now, column))) continue
    for (const column of columns) {
      const edit = { participant, column, text: kept(then, column), was: kept(now, column) }
      back.set(`${participant} ${column}`, edit)
    }
  }
  return [...back.values()]
}
