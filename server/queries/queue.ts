import { createHash } from "node:crypto"
import { pathOf } from "../../core/codebook"
import type { Clip, CodeId, MemberId, PlacedTurn, ProjectId, Side, Span, Speaker } from "../../core/model"
import type { DisagreementKind, GroupId, Verdict } from "../../core/reading"
import { escaped, wholeWord } from "../../core/text"
import type { FlagView, Person, RevealedCoding } from "../../core/view"
import type { Services } from "../services"
import type { RevealedSource } from "./revealed"
import { reviewOf } from "./review"
import { revealedSources } from "./tree"

/** A disagreement under a name that says nothing of who coded it: group ids are made of members' ids (D2). */
export type QueueId = string

export interface QueueReading {
  /** With names hidden the sides are drawn anew for each disagreement. */
  readonly side: Side
  readonly coder: MemberId | null
  readonly code: CodeId
  readonly text: Span
  readonly words: Span
  readonly quote: string
  readonly memo: string | null
}

/** One thing for the supervisor to decide: the words, the two readings, the sound, what was said. */
export interface QueueItem {
  readonly id: QueueId
  readonly source: { readonly id: string; readonly title: string }
  readonly kind: DisagreementKind
  readonly level: boolean
  readonly quote: string
  readonly text: Span
  readonly clip: Clip | null
  readonly readings: readonly QueueReading[]
  /** What the coders gave as reasons: with the referral first, then with what they proposed. */
  readonly reasons: readonly { readonly by: MemberId | null; readonly text: string }[]
  readonly referredAt: string | null
  /** Whether whoever asks has listened to it again. */
  readonly heard: boolean
  readonly people: readonly Person[]
  /** The turns around the words; offsets are the transcript's. */
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
  readonly codes: Readonly<Record<CodeId, QueueCode>>
}

export interface QueueCode {
  readonly name: string
  readonly definition: string
  readonly above: readonly string[]
}

/** What one supervisor has decided, latest first. */
export interface DecidedItem {
  readonly id: QueueId
  readonly source: { readonly id: string; readonly title: string }
  readonly kind: DisagreementKind
  readonly quote: string
  readonly verdict: Verdict["kind"]
  /** Names of the codes that stand. */
  readonly stands: readonly string[]
  readonly reason: string
  readonly at: string
}

export interface Queue {
  /** Oldest referral first. */
  readonly items: readonly QueueItem[]
  readonly decided: readonly DecidedItem[]
}

/** What waits for a supervisor in a project, and what they have decided there. */
export async function queueOf(
  services: Pick<Services, "db" | "docs" | "collector">,
  project: ProjectId,
  reader: MemberId,
): Promise<Queue> {
  const items: QueueItem[] = []
  const decided: DecidedItem[] = []
  for (const read of await revealedSources(services, project)) {
    if (read.coders.some((coder) => coder.id === reader)) continue
    const { flags, codings } = await reviewOf(services, read.id)
    for (const flag of Object.values(flags)) {
      if (flag.standing.is === "referred")
        items.push(
          asItem(
            read,
            flag,
            flag.units.map((unit) => codings[unit]!),
            reader,
          ),
        )
      else if (isRuledBy(flag, reader)) decided.push(asDecided(read, flag))
    }
  }
  return {
    items: items.sort((one, other) => ((one.referredAt ?? "") < (other.referredAt ?? "") ? -1 : 1)),
    decided: decided.sort((one, other) => (one.at > other.at ? -1 : 1)),
  }
}

export function queueId(group: GroupId): QueueId {
  return createHash("sha256").update(group).digest("base64url").slice(0, 22)
}

/**
 * The same with the coders' names hidden (B21): written field by field, with the two sides drawn anew for each
 * disagreement, no ids of people, no times of theirs, no memos, and their names taken out of what they wrote.
 */
export function hideNames(items: readonly QueueItem[], draw: () => number): QueueItem[] {
  return items.map((item) => {
    const swapped = draw() < 0.5
    const mask = maskNames(item.people)
    return {
      id: item.id,
      source: item.source,
      kind: item.kind,
      level: item.level,
      quote: item.quote,
      text: item.text,
      clip: item.clip,
      readings: item.readings
        .map(({ side, code, text, words, quote }) => ({
          side: swapped ? opposite(side) : side,
          coder: null,
          code,
          text,
          words,
          quote,
          memo: null,
        }))
        .sort((one, other) =>
          one.side === other.side ? one.words.from - other.words.from : one.side < other.side ? -1 : 1,
        ),
      // In the order of the alphabet: who refers and who proposed first would tell.
      reasons: item.reasons
        .map(({ text }) => ({ by: null, text: mask(text) }))
        .sort((a, b) => (a.text < b.text ? -1 : 1)),
      referredAt: null,
      heard: item.heard,
      people: [],
      turns: item.turns,
      speakers: item.speakers,
      codes: item.codes,
    }
  })
}

function asItem(
  read: RevealedSource,
  flag: FlagView,
  readings: readonly RevealedCoding[],
  reader: MemberId,
): QueueItem {
  const referral = flag.standing.is === "referred" ? flag.standing.referral : null
  const proposed = flag.history.flatMap((event) => (event.what === "proposed" ? event.proposal : []))
  const reasons = [...(referral ? [referral] : []), ...proposed].map(({ by, reason }) => ({
    by,
    text: reason.trim(),
  }))
  return {
    id: queueId(flag.id),
    source: { id: read.id, title: read.title },
    kind: flag.kind,
    level: flag.level,
    quote: flag.quote,
    text: flag.text,
    clip: flag.clip,
    readings: readings.map(({ side, coder, code, text, words, quote, memo }) => ({
      side,
      coder,
      code,
      text,
      words,
      quote,
      memo,
    })),
    reasons: reasons.filter(({ text }) => text !== ""),
    referredAt: referral?.at ?? null,
    heard: flag.listenings.some((listening) => listening.by === reader),
    people: read.people,
    turns: around(read, flag.text),
    speakers: read.speakers,
    codes: Object.fromEntries(readings.map(({ code }) => [code, codeAs(read, code)])),
  }
}

function asDecided(read: RevealedSource, flag: FlagView): DecidedItem {
  const resolution = flag.standing.is === "resolved" ? flag.standing.resolution : null
  return {
    id: queueId(flag.id),
    source: { id: read.id, title: read.title },
    kind: flag.kind,
    quote: flag.quote,
    verdict: resolution!.verdict.kind,
    stands: flag.outcome.map(({ code }) => codeAs(read, code).name),
    reason: resolution!.reason,
    at: resolution!.at,
  }
}

function isRuledBy({ standing }: FlagView, reader: MemberId): boolean {
  if (standing.is !== "resolved") return false
  return standing.resolution.how === "adjudication" && standing.resolution.by.includes(reader)
}

function codeAs({ codes }: RevealedSource, id: CodeId): QueueCode {
  const path = pathOf(codes, id).map((code) => code.name)
  const code = codes.find((each) => each.id === id)
  return { name: code?.name ?? "…", definition: code?.definition ?? "", above: path.slice(0, -1) }
}

/** Full names before parts of them, so that nothing of a name is left over. */
function maskNames(people: readonly Person[]): (text: string) => string {
  const coders = people.filter((person) => person.side !== null)
  const names = coders.flatMap(({ name }) => [name, ...name.split(/\s+/)]).filter((name) => name.length > 1)
  if (names.length === 0) return (text) => text
  const longestFirst = names.sort((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(wholeWord(`(?:${longestFirst.join("|")})`), "gu")
  return (text) => text.replace(pattern, "•••")
}

function opposite(side: Side): Side {
  return side === "a" ? "b" : "a"
}

function around(read: RevealedSource, span: Span): PlacedTurn[] {
  const first = read.turns.findIndex((turn) => turn.to > span.from)
  const last = read.turns.findLastIndex((turn) => turn.from < span.to)
  return read.turns.slice(Math.max(0, first - 1), last + 2)
}
