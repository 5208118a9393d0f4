import type { CodeId, Side } from "./model"
import { groupBy } from "./overlap"
import type { Group, LaterReading, Reveal, Standing, Unit } from "./reading"
import { unitsRevealed } from "./review"
import { textSpan, wordsOf } from "./text"
import type { Contribution, QuoteStatus, SourceReading, TreeQuote } from "./tree"
import { hull, type Outcome, outcomeOf } from "./verdict"

/** All that one source says of its codes, in the order of its text. */
export function contributionsOf(reading: SourceReading, canonical: (code: CodeId) => CodeId): Contribution[] {
  const reveals = latestRounds(reading.reveals)
  return [
    ...reveals.flatMap((reveal) => ofReveal(reading, reveal, canonical)),
    ...reading.laterReadings
      .filter((later) => counts(later, reading))
      .map((later) => ofLaterReading(reading, later)),
  ]
}

/** A passage that was reopened is read as it was coded last; its first round stays the record for figures. */
function latestRounds(reveals: readonly Reveal[]): Reveal[] {
  const rounds = [...groupBy(reveals, (reveal) => reveal.passage).values()]
  const latest = rounds.map((own) =>
    own.reduce((last, reveal) => (reveal.round > last.round ? reveal : last)),
  )
  return latest.sort((a, b) => a.span.from - b.span.from)
}

function ofReveal(
  reading: SourceReading,
  reveal: Reveal,
  canonical: (code: CodeId) => CodeId,
): Contribution[] {
  const units = unitsRevealed(reveal)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const quoted = quoter(reading, reveal)
  const made = units.map(
    (unit): Contribution => ({
      code: unit.code,
      counts: unit.side,
      id: unit.id,
      quote: reveal.handIns.length === 1 ? quoted(asHandedIn(unit), "single") : null,
      usedBy: [unit.coder],
    }),
  )
  const grouped = reveal.groups.flatMap((group) => {
    const members = group.units.map((unit) => byId.get(unit)!)
    return ofGroup(group, members, reading.decisions.get(group.id), quoted, canonical)
  })
  return [...made, ...grouped]
}

type Quoter = (outcome: Outcome, status: QuoteStatus) => TreeQuote

function ofGroup(
  group: Group,
  members: readonly Unit[],
  standing: Standing | undefined,
  quoted: Quoter,
  canonical: (code: CodeId) => CodeId,
): Contribution[] {
  const status = group.kind === "agreed" ? "agreed" : isDone(standing) ? "resolved" : "open"
  const outcomes = standingOutcomes(group, members, standing)
  // A code that lost out took part all the same.
  const codes = new Set([...members, ...outcomes].map(({ code }) => canonical(code)))
  return [
    ...[...codes].map((code) => ({ code, counts: status, id: group.id, quote: null, usedBy: [] }) as const),
    ...outcomes.map((outcome) => {
      return {
        code: outcome.code,
        counts: null,
        id: group.id,
        quote: quoted(outcome, status),
        usedBy: [],
      } as const
    }),
  ]
}

/** The codings to be read under their codes: until something is decided, those that were handed in. */
export function standingOutcomes(
  group: Group,
  members: readonly Unit[],
  standing: Standing | undefined,
): Outcome[] {
  if (group.kind === "agreed") return outcomeOf(group, members, null)
  if (standing?.is === "resolved") return outcomeOf(group, members, standing.resolution.verdict)
  if (standing?.is === "settled" && standing.by !== "relation" && group.kind !== "omission") {
    return [{ code: members[0]!.code, words: hull(members), from: "both" }]
  }
  return members.map(asHandedIn)
}

function isDone(standing: Standing | undefined): boolean {
  return standing?.is === "resolved" || standing?.is === "settled"
}

function asHandedIn({ code, from, to, side }: Unit): Outcome {
  return { code, words: { from, to }, from: side }
}

/** Passages are short and quoted many times over: their words are counted once. */
function quoter({ source }: SourceReading, reveal: Reveal): Quoter {
  const words = wordsOf(reveal.text)
  const codersOn = (side: Side) => reveal.handIns.filter((own) => own.side === side).map((own) => own.coder)
  const by = { a: codersOn("a"), b: codersOn("b"), both: [...codersOn("a"), ...codersOn("b")], other: [] }
  return (outcome, status) => {
    const { from, to } = textSpan(words, outcome.words)
    return {
      source,
      passage: reveal.passage,
      text: { from: reveal.span.from + from, to: reveal.span.from + to },
      words: outcome.words,
      quote: reveal.text.slice(from, to),
      status,
      by: by[outcome.from],
    }
  }
}

/** The other's assent is asked for where there is another. */
function counts(later: LaterReading, { sides }: SourceReading): boolean {
  return later.assent !== null || sides.b === null
}

function ofLaterReading({ source }: SourceReading, later: LaterReading): Contribution {
  const { code, passage, text, words, quote, by } = later
  return {
    code,
    counts: null,
    id: later.id,
    quote: { source, passage, text, words, quote, status: "later", by: [by] },
    usedBy: [by],
  }
}
