/** Who put which code on which words of a passage, as coded or as it stands since. */
import { canonicalOf } from "../../codebook"
import { standingOutcomes } from "../../contribution"
import type { CodeId } from "../../model"
import { groupBy } from "../../overlap"
import type { Group, Reveal, Unit } from "../../reading"
import { nothingSaid, type Rereading, readAgain, standingOf } from "../../resolution"
import { unitsRevealed } from "../../review"
import type { Variant } from "./asked"
import type { DatedMerge, PassageCoding, RevealedMaterial, RevealedPassage } from "./material"

export type CodingsOf = (passage: RevealedPassage) => readonly PassageCoding[]

/** The codings of each passage in a variant (A15). */
export function codingsIn(variant: Variant, material: RevealedMaterial): CodingsOf {
  const codes = codesAs(variant, material)
  return variant === "negotiated"
    ? ({ row }) => negotiated(readAgain(row, material), material)
    : ({ row }) => handedIn(unitsRevealed(row), codes(row))
}

/** What the codes of a reveal count as in a variant: as merged by then, or by today. */
export function codesAs(
  variant: Variant,
  { merges }: Pick<RevealedMaterial, "merges">,
): (row: Pick<Reveal, "at">) => (code: CodeId) => CodeId {
  if (variant === "independent") return ({ at }) => canonicalOf(mergesAt(merges, at))
  const today = canonicalOf(merges)
  return () => today
}

/** The merges that were in force at a moment, whatever became of them. */
function mergesAt(merges: readonly DatedMerge[], at: string): DatedMerge[] {
  return merges
    .filter((merge) => merge.at <= at && (merge.undoneAt === null || merge.undoneAt > at))
    .map((merge) => ({ ...merge, undone: false }))
}

function handedIn(units: readonly Unit[], canonical: (code: CodeId) => CodeId): PassageCoding[] {
  return units.map(({ coder, code, from, to }) => ({ coder, code: canonical(code), from, to }))
}

/** What both agreed on, or what was decided, stands for both; what is still open stands as each handed it in. */
function negotiated(rereading: Rereading, { decided }: RevealedMaterial): PassageCoding[] {
  const { reveal, units, canonical } = rereading
  const members = ({ units: own }: Group) => own.map((unit) => units.get(unit)!)
  const coders = reveal.handIns.map(({ coder }) => coder)
  const ofGroups = reveal.groups.flatMap((group): PassageCoding[] => {
    const standing = standingOf(group, { ...nothingSaid, resolution: decided[group.id] ?? null }, rereading)
    const isDone = group.kind === "agreed" || standing.is === "resolved" || standing.is === "settled"
    if (!isDone) return handedIn(members(group), canonical)
    return standingOutcomes(group, members(group), standing).flatMap(({ code, words }) =>
      coders.map((coder) => ({ coder, code: canonical(code), from: words.from, to: words.to })),
    )
  })
  // With one coder there are no groups, and nothing to compare.
  return reveal.groups.length > 0 ? ofGroups : handedIn([...units.values()], canonical)
}

/** Codings by coder. */
export function byCoder(codings: readonly PassageCoding[]): Map<string, PassageCoding[]> {
  return groupBy(codings, ({ coder }) => coder)
}
