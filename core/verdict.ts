import type { CodeId, MemberId, Side, Span } from "./model"
import { byText, groupBy } from "./overlap"
import type { Group, Proposal, ProposalId, Unit, Verdict } from "./reading"

/** A coding that stands after a decision: of one coder, of both alike, or put in place of theirs. */
export interface Outcome {
  readonly code: CodeId
  /** In words of the passage. */
  readonly words: Span
  readonly from: Side | "both" | "other"
}

/** Whether two people say the same; whichever way round codes are named, where that makes no difference (R4). */
export function sameVerdict(a: Verdict, b: Verdict): boolean {
  switch (a.kind) {
    case "both":
    case "neither":
      return a.kind === b.kind
    case "reading":
      return b.kind === "reading" && a.of === b.of
    case "parked":
      return b.kind === "parked" && a.until === b.until
    case "same-idea":
      if (b.kind !== "same-idea" || a.by !== b.by) return false
      return (
        (a.from === b.from && a.into === b.into) ||
        (a.by === "relating" && a.from === b.into && a.into === b.from)
      )
    case "other":
      return (
        b.kind === "other" &&
        sameCodes(a.codes, b.codes) &&
        a.words.from === b.words.from &&
        a.words.to === b.words.to
      )
  }
}

/** Whether a verdict can be carried out in a passage of so many words: what strangers send is asked this at the door. */
export function fits(verdict: Verdict, wordCount: number): boolean {
  if (verdict.kind === "same-idea") return verdict.from !== verdict.into
  if (verdict.kind !== "other") return true
  const { from, to } = verdict.words
  const whole = Number.isInteger(from) && Number.isInteger(to)
  return verdict.codes.length > 0 && whole && 0 <= from && from < to && to <= wordCount
}

/** The proposal that stands: the latest that was not withdrawn. */
export function standingProposal(
  proposals: readonly Proposal[],
  withdrawn: ReadonlySet<ProposalId>,
): Proposal | null {
  return [...proposals].sort(byRevision).findLast((proposal) => !withdrawn.has(proposal.id)) ?? null
}

/**
 * The proposal that both coders have made, each as their latest word (R4); null while they say different things or
 * one has said nothing. Of the two, the later: the one that made it a consensus.
 */
export function consensusOf(
  proposals: readonly Proposal[],
  withdrawn: ReadonlySet<ProposalId> = new Set(),
): { readonly proposal: Proposal; readonly by: readonly MemberId[] } | null {
  const standing = proposals.filter((proposal) => !withdrawn.has(proposal.id)).sort(byRevision)
  const latest = [...groupBy(standing, (proposal) => proposal.by).values()]
    .map((own) => own.at(-1)!)
    .sort(byRevision)
  const proposal = latest.at(-1)
  const first = latest
    .slice(0, -1)
    .findLast((other) => proposal && sameVerdict(other.verdict, proposal.verdict))
  return proposal && first ? { proposal, by: [first.by, proposal.by] } : null
}

/**
 * The codings that stand after a decision (R5). Without a verdict: of what was agreed, the union of the extents; of
 * anything else nothing yet. Codes are as handed in: whoever counts them follows the merges.
 */
export function outcomeOf(group: Group, units: readonly Unit[], verdict: Verdict | null): Outcome[] {
  const members = units.filter((unit) => group.units.includes(unit.id))
  if (group.kind === "agreed") return [{ code: members[0]!.code, words: hull(members), from: "both" }]
  if (verdict === null) return []
  switch (verdict.kind) {
    case "parked":
    case "neither":
      return []
    case "both":
      return members.map(asHandedIn)
    case "reading":
      return members.filter((unit) => unit.side === verdict.of).map(asHandedIn)
    case "same-idea":
      if (verdict.by === "relating") return members.map(asHandedIn)
      return [{ code: verdict.into, words: hull(members), from: fromWhom(members) }]
    case "other":
      return [...new Set(verdict.codes)].map((code) => ({ code, words: verdict.words, from: "other" }))
  }
}

/** From the first word that any of them covers to the last. Units of a group overlap, so there is no hole in it. */
export function hull(spans: readonly Span[]): Span {
  return { from: Math.min(...spans.map((span) => span.from)), to: Math.max(...spans.map((span) => span.to)) }
}

function asHandedIn({ code, from, to, side }: Unit): Outcome {
  return { code, words: { from, to }, from: side }
}

function fromWhom(members: readonly Unit[]): Side | "both" {
  const sides = new Set(members.map((unit) => unit.side))
  return sides.size > 1 ? "both" : members[0]!.side
}

function sameCodes(a: readonly CodeId[], b: readonly CodeId[]): boolean {
  const one = new Set(a)
  const other = new Set(b)
  return one.size === other.size && [...one].every((code) => other.has(code))
}

function byRevision(a: Proposal, b: Proposal): number {
  return a.revision - b.revision || byText(a.id, b.id)
}
