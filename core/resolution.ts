import { canonicalOf, mergePathOf, relatedBy } from "./codebook"
import { compare } from "./disagreement"
import type { CodeId, PassageId } from "./model"
import { byText } from "./overlap"
import type {
  DisagreementKind,
  Group,
  GroupId,
  Listening,
  MergeRow,
  Proposal,
  ProposalId,
  Referral,
  Resolution,
  Reveal,
  Standing,
  Unit,
  UnitId,
} from "./reading"
import { unitsRevealed } from "./review"
import { standingProposal } from "./verdict"

/** All that people did about one disagreement. */
export interface Deliberation {
  readonly proposals: readonly Proposal[]
  readonly withdrawn: ReadonlySet<ProposalId>
  readonly referral: Referral | null
  /** The latest decision. */
  readonly resolution: Resolution | null
  readonly listenings: readonly Listening[]
}

export const nothingSaid: Deliberation = {
  proposals: [],
  withdrawn: new Set(),
  referral: null,
  resolution: null,
  listenings: [],
}

/** A disagreement as it is shown: what was frozen at the reveal, in the light of today's codes and tolerance. */
export interface Disagreement {
  readonly group: Group
  readonly passage: PassageId
  /** What it amounts to today; the kind at the reveal stays in the group (R3). */
  readonly kind: DisagreementKind
  /** Merges followed; one or two, in the order of their ids. */
  readonly codes: readonly CodeId[]
  /** Where its words begin and end, in words of the passage. */
  readonly words: { readonly from: number; readonly to: number }
  readonly standing: Standing
}

/**
 * A reveal compared again with today's merges and tolerance. It says only whether two codings would be agreed now:
 * groups, their ids and what was decided about them are those of the reveal (R1).
 */
export interface Rereading {
  readonly reveal: Reveal
  readonly tolerance: number
  readonly canonical: (code: CodeId) => CodeId
  readonly units: ReadonlyMap<UnitId, Unit>
  /** The units that each unit would be agreed with now, itself included. */
  readonly agreed: ReadonlyMap<UnitId, readonly UnitId[]>
  /** The row by which two codes are related, and the rows by which a code came to stand for another. */
  readonly relation: (one: CodeId, other: CodeId) => MergeRow | null
  readonly mergePath: (code: CodeId) => readonly MergeRow[]
}

/** Costs one comparison; ask once for all disagreements of a passage. */
export function readAgain(
  reveal: Reveal,
  today: { readonly merges: readonly MergeRow[]; readonly tolerance: number },
): Rereading {
  const canonical = canonicalOf(today.merges)
  const units = unitsRevealed(reveal)
  const [ours, theirs] = (["a", "b"] as const).map((side) => units.filter((unit) => unit.side === side))
  const groups = compare(reveal.passage, reveal.round, ours!, theirs!, {
    tolerance: today.tolerance,
    canonical,
  })
  const agreed = groups.filter((group) => group.kind === "agreed")
  return {
    reveal,
    tolerance: today.tolerance,
    canonical,
    relation: relatedBy(today.merges),
    mergePath: mergePathOf(today.merges),
    units: new Map(units.map((unit) => [unit.id, unit])),
    agreed: new Map(agreed.flatMap((group) => group.units.map((unit) => [unit, group.units] as const))),
  }
}

/** The disagreements of a reveal in the order of the text, each where it stands. */
export function disagreementsOf(
  rereading: Rereading,
  said: (group: GroupId) => Deliberation = () => nothingSaid,
): Disagreement[] {
  const { reveal, canonical } = rereading
  return reveal.groups.flatMap((group) => {
    const kind = kindNow(group, rereading)
    if (kind === "agreed") return []
    const units = group.units.map((unit) => rereading.units.get(unit)!)
    const codes = [...new Set(units.map((unit) => canonical(unit.code)))].sort(byText)
    const words = { from: Math.min(...units.map((u) => u.from)), to: Math.max(...units.map((u) => u.to)) }
    const standing = standingOf(group, said(group.id), rereading)
    return [{ group, passage: reveal.passage, kind, codes, words, standing }]
  })
}

/** Where a disagreement stands (R2). What people decided comes first; then what a merge or the tolerance removed. */
export function standingOf(group: Group, said: Deliberation, rereading: Rereading): Standing {
  const { resolution, referral } = said
  const decided = resolution !== null && resolution.verdict.kind !== "parked"
  if (resolution && decided) return { is: "resolved", resolution }
  const settled = settledBy(group, rereading)
  if (settled) return settled

  if (referral && isSinceParked(said, referral)) return { is: "referred", referral }
  const proposal = onTheTable(said)
  if (proposal) return { is: "proposed", proposal }
  if (resolution?.verdict.kind === "parked")
    return { is: "parked", until: resolution.verdict.until, resolution }
  return {
    is: "open",
    listenedBy: [...new Set(said.listenings.map((listening) => listening.by))],
    listenedTogether: said.listenings.some((listening) => listening.together),
  }
}

/** The proposal that can be accepted: the latest not withdrawn, of those made since it was parked, if it was (R11). */
export function onTheTable(said: Deliberation): Proposal | null {
  return standingProposal(
    said.proposals.filter((proposal) => isSinceParked(said, proposal)),
    said.withdrawn,
  )
}

function isSinceParked({ resolution }: Deliberation, act: { readonly at: string }): boolean {
  return resolution === null || act.at > resolution.at
}

/** A different reading whose two codes have become one is a different cutting, unless they are agreed now (R3). */
function kindNow(group: Group, { units, canonical, agreed }: Rereading): Group["kind"] {
  if (group.kind !== "code" || group.units.every((unit) => agreed.has(unit))) return group.kind
  const codes = new Set(group.units.map((unit) => canonical(units.get(unit)!.code)))
  return codes.size === 1 ? "boundary" : "code"
}

function settledBy(group: Group, rereading: Rereading): Standing | null {
  const { units, agreed, relation } = rereading
  const codeOf = (unit: UnitId) => units.get(unit)!.code
  if (group.units.every((unit) => agreed.has(unit))) {
    const merge = mergeBehind(group.units.flatMap((unit) => agreed.get(unit)!).map(codeOf), rereading)
    const byTolerance = merge === null && rereading.tolerance !== rereading.reveal.tolerance
    return { is: "settled", by: byTolerance ? "tolerance" : "merge", merge }
  }
  const [one, other] = group.units
  if (group.kind !== "code" || !one || !other) return null
  const merge = relation(codeOf(one), codeOf(other))
  return merge && { is: "settled", by: "relation", merge }
}

/** The latest merge of these codes; of those made since the reveal, where the tolerance could be the reason too. */
function mergeBehind(codes: readonly CodeId[], { mergePath, reveal, tolerance }: Rereading): MergeRow | null {
  const rows = codes.flatMap(mergePath).sort((a, b) => byText(a.at, b.at) || byText(a.id, b.id))
  return rows.findLast((row) => tolerance === reveal.tolerance || row.at > reveal.at) ?? null
}
