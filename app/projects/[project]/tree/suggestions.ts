import type { CodeNode } from "../../../../core/codebook"
import type { CodeId } from "../../../../core/model"
import { plain } from "../../../../core/text"
import type { CodeCounts, TreeQuote } from "../../../../core/tree"

/** Two codes that may be one: on how many stretches they were read differently, and whether their names are alike. */
export interface Suggestion {
  readonly one: CodeId
  readonly other: CodeId
  readonly together: number
  readonly alike: boolean
}

/**
 * Codes of two people that lie on the same words where something is still open, and codes that are named alike; those
 * met most often first. Categories, and pairs already declared related, are left out.
 */
export function mergeSuggestions(
  tree: readonly CodeNode[],
  counts: Readonly<Record<CodeId, CodeCounts>>,
  related: (one: CodeId, other: CodeId) => boolean,
): Suggestion[] {
  const codes = everyCode(tree).filter(({ code }) => code.codable)
  const pairs = codes.flatMap(({ code: one }, at) =>
    codes.slice(at + 1).flatMap(({ code: other }) => {
      const together = meetings(counts[one.id]?.quotes ?? [], counts[other.id]?.quotes ?? [])
      const alike = key(one.name) === key(other.name)
      return together > 0 || alike ? [{ one: one.id, other: other.id, together, alike }] : []
    }),
  )
  return pairs
    .filter(({ one, other }) => !related(one, other))
    .sort((p, q) => Number(q.alike) - Number(p.alike) || q.together - p.together)
}

export function everyCode(tree: readonly CodeNode[]): CodeNode[] {
  return tree.flatMap((node) => [node, ...everyCode(node.children)])
}

function meetings(ours: readonly TreeQuote[], theirs: readonly TreeQuote[]): number {
  const open = theirs.filter(({ status }) => status === "open")
  return ours.filter((one) => one.status === "open" && open.some((other) => meet(one, other))).length
}

function meet(one: TreeQuote, other: TreeQuote): boolean {
  const apart = one.by.every((member) => !other.by.includes(member))
  const overlap = one.words.from < other.words.to && other.words.from < one.words.to
  return apart && overlap && one.passage === other.passage
}

/** Words in any order, without plural s. */
function key(name: string): string {
  const words = plain(name).split(/[^\p{L}\p{N}]+/u)
  return words
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word))
    .sort()
    .join(" ")
    .trim()
}
